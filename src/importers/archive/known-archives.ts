/** An archive whose pages name it only in passing. */
interface KnownArchive {
  /** Words of its rights statement or address. */
  readonly sign: RegExp;
  /** Its name, as `source.repository` gives it. */
  readonly repository: string;
}

const knownArchives: readonly KnownArchive[] = [
  {
    sign: /History and Public Policy Program welcomes reuse of Digital Archive materials|digitalarchive\.wilsoncenter\.org/u,
    repository: "Digital Archive, History and Public Policy Program",
  },
];

/** The archive that a page is of, where its words show it. */
export function repositoryOf(text: string): string | undefined {
  return knownArchives.find(({ sign }) => sign.test(text))?.repository;
}
