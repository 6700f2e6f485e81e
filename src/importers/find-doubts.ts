/** A doubt as it stands in a file. */
export interface FoundDoubt {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `<!-- doubt: … -->` in a text, `# doubt: …` in YAML. */
const DOUBT =
  /<!--\s*doubt:\s*(?<text>[\s\S]*?)\s*-->|^[ \t]*(?<field># doubt:[ \t]*(?<said>.*))$/gmu;

/** All doubts in a written file, in their order. */
export function findDoubts(text: string): readonly FoundDoubt[] {
  const found: FoundDoubt[] = [];
  let line = 1;
  let from = 0;
  for (const match of text.matchAll(DOUBT)) {
    const { text: inText, field, said } = match.groups ?? {};
    const at = match.index + (field === undefined ? 0 : match[0].indexOf("#"));
    for (let feed = text.indexOf("\n", from); feed >= 0 && feed < at;) {
      line += 1;
      from = feed + 1;
      feed = text.indexOf("\n", from);
    }
    const message = (inText ?? said ?? "").replaceAll(/\s+/g, " ");
    found.push({ line, column: at - from + 1, message });
  }
  return found;
}
