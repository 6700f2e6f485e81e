/** What a part of a book becomes. */
export type PieceKind = "document" | "essay" | "part" | "notes" | "left";

/** What a part of a book is called in a report, and why it is left. */
export interface LeftPiece {
  readonly what: string;
  readonly why: string;
}

/** Types of EPUB, and what parts of a book that bear them become. Those that stand first decide. */
const kinds: readonly (readonly [type: string, kind: PieceKind])[] = [
  ["endnotes", "notes"],
  ["footnotes", "notes"],
  ["rearnotes", "notes"],
  ["titlepage", "left"],
  ["halftitlepage", "left"],
  ["imprint", "left"],
  ["colophon", "left"],
  ["copyright-page", "left"],
  ["cover", "left"],
  ["toc", "left"],
  ["landmarks", "left"],
  ["loi", "left"],
  ["lot", "left"],
  ["index", "left"],
  ["chapter", "document"],
  ["letter", "document"],
  ["part", "part"],
  ["volume", "part"],
  ["division", "part"],
  ["introduction", "essay"],
  ["preface", "essay"],
  ["foreword", "essay"],
  ["prologue", "essay"],
  ["preamble", "essay"],
  ["afterword", "essay"],
  ["epilogue", "essay"],
  ["conclusion", "essay"],
  ["appendix", "essay"],
  ["acknowledgments", "essay"],
  ["dedication", "essay"],
  ["epigraph", "essay"],
  ["glossary", "essay"],
  ["bibliography", "essay"],
  ["frontmatter", "essay"],
  ["backmatter", "essay"],
  ["bodymatter", "document"],
];

/** What a part of a book is by what it says of itself; nothing where it says nothing. */
export function kindOfTypes(types: ReadonlySet<string>): PieceKind | undefined {
  return kinds.find(([type]) => types.has(type))?.[1];
}

/** Titles of parts of books that do not say what they are. */
const titles: readonly (readonly [title: RegExp, kind: PieceKind])[] = [
  [/^(?:foot|end)?notes?[.:]?$/iu, "notes"],
  [
    /^(?:cover|(?:half[- ]?)?title(?: ?page)?|(?:table of )?contents|copyright(?: page)?|imprint|colophon|uncopyright|(?:list of )?illustrations|index|transcriber[’']?s? notes?|.*project gutenberg.*)[.:]?$/iu,
    "left",
  ],
  [
    /^(?:(?:author|editor|translator|publisher)[’']?s? )?(?:introduction|introductory|preface|foreword|prologue|afterword|epilogue|conclusion|appendix\b.*|acknowledge?ments?|dedication|bibliography|glossary|note)[.:]?$/iu,
    "essay",
  ],
];

/** What a part of a book is by its title. */
export function kindOfTitle(title: string): PieceKind {
  return titles.find(([form]) => form.test(title))?.[1] ?? "document";
}

/** What is told of a part that is left. */
export function leftPiece(title: string): LeftPiece {
  const name = title.length > 60 ? `${title.slice(0, 60)}…` : title;
  return {
    what: name === "" ? "a page of the book itself" : `the page "${name}"`,
    why: "it is about the book, and an edition makes its own",
  };
}
