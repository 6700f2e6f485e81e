import { packed } from "../../zip/testing/packed.ts";

/** What goes into a Word file that a test writes by hand: the inner XML of its parts. */
export interface WordFile {
  /** Blocks of the document: `<w:p>…</w:p>`. */
  readonly body: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly properties?: string;
  /** Links and pictures of the document by their ids. */
  readonly relations?: Readonly<Record<string, Readonly<{ kind: string; target: string }>>>;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Whether it is written in the strict form, as Word can. */
  readonly strict?: boolean;
}

const KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** Packs a Word file. */
export async function wordFile(file: WordFile): Promise<Uint8Array> {
  const kinds = file.strict === true ? STRICT_KINDS : KINDS;
  const part = (name: string, inner: string | undefined): Readonly<Record<string, string>> =>
    inner === undefined
      ? {}
      : { [`word/${name}.xml`]: root(ROOTS[name] ?? name, inner, file.strict) };
  const parts = {
    ...part("document", `<w:body>${file.body}<w:sectPr/></w:body>`),
    ...part("footnotes", file.footnotes),
    ...part("endnotes", file.endnotes),
    ...part("comments", file.comments),
    ...part("header1", file.header),
    ...part("styles", file.styles),
    ...part("numbering", file.numbering),
  };
  const related = Object.keys(parts).filter((path) => path !== "word/document.xml");
  const own = Object.entries(file.relations ?? {}).map(([id, { kind, target }]) => {
    const mode = kind === "hyperlink" ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"${mode}/>`;
  });
  return await packed({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": relations([
      `<Relationship Id="r1" Type="${kinds}/officeDocument" Target="word/document.xml"/>`,
      '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    ]),
    "word/_rels/document.xml.rels": relations([
      ...related.map((path, index) => {
        const name = path.slice("word/".length, -".xml".length);
        const kind = name.replace(/\d$/u, "");
        return `<Relationship Id="p${index}" Type="${kinds}/${kind}" Target="${name}.xml"/>`;
      }),
      ...own,
    ]),
    ...(file.properties === undefined
      ? {}
      : {
          "docProps/core.xml": `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">${file.properties}</cp:coreProperties>`,
        }),
    ...parts,
    ...file.files,
  });
}

/** Names of the outermost elements, where they are not the part's. */
const ROOTS: Readonly<Record<string, string>> = { header1: "hdr" };

function root(name: string, inner: string, strict = false): string {
  const base = strict
    ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
    : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const spaces = [
    `xmlns:w="${base}"`,
    `xmlns:r="${strict ? STRICT_KINDS : KINDS}"`,
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${spaces.join(" ")}>${inner}</w:${name}>`;
}

function relations(rows: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}

/** A paragraph, perhaps in a style. */
export function p(inner: string, style?: string): string {
  const properties = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${inner}</w:p>`;
}

/** Words, perhaps set in some way: `t("words", "<w:i/>")`. */
export function t(words: string, form = ""): string {
  return `<w:r><w:rPr>${form}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** A heading's style, as Word writes it. */
export const HEADINGS = [1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join("");

/** The document with a title that the tests do not care about. */
export function titled(body: string): string {
  return p(t("Title"), "H1") + body;
}
