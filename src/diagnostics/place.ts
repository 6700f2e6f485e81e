/** Where something stands in an editor's file. Lines and columns count from 1; columns are UTF-16 units, as editors' programs count them. */
export interface Place {
  /** Path from the edition's folder, with forward slashes: `documents/texts/protocol-61.md`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The first character of a file: for what is wrong with a file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}
