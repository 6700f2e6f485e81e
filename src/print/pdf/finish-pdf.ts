import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { PDFDict } from "@cantoo/pdf-lib";
import { escapeHtml } from "../../html/element.ts";
import { type PrintedHeading, nameBookmarks } from "./bookmarks.ts";
import { leadInnerLinks } from "./inner-links.ts";
import type { LinkTarget } from "../page/turn-links.ts";
import { mendCharacterMaps } from "./character-maps.ts";
import { steadyIds } from "./steady-ids.ts";
import type { LabelRange } from "./page-labels.ts";
import { writePdf } from "./write-pdf.ts";

/** What a PDF says of itself. */
export interface PdfMatter {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  /** YYYY-MM-DD; where left out the file bears no date. */
  readonly date: string | undefined;
  readonly labels: readonly LabelRange[];
  readonly headings: readonly PrintedHeading[];
  readonly targets: readonly LinkTarget[];
}

/** As long as a hash in hexadecimal, so that it can be put in its place. */
const BLANK_ID = "0".repeat(32);

/**
 * Gives Chromium's PDF what it cannot: author, language, page labels, XMP; and takes away what differs
 * from run to run. Works on the file's own objects, since copying pages would lose tags and bookmarks.
 */
export async function finishPdf(pdf: Uint8Array, matter: PdfMatter): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const date = matter.date && PDFString.of(`D:${matter.date.replaceAll("-", "")}000000Z`);
  const info: Record<string, PDFHexString | PDFString> = {
    Title: PDFHexString.fromText(matter.title),
    Creator: PDFHexString.fromText("Scholium"),
    Producer: PDFHexString.fromText("Scholium, Paged.js, Chromium"),
  };
  if (matter.author !== "") info["Author"] = PDFHexString.fromText(matter.author);
  if (matter.subject !== "") info["Subject"] = PDFHexString.fromText(matter.subject);
  if (date) Object.assign(info, { CreationDate: date, ModDate: date });
  context.trailerInfo.Info = context.register(context.obj(info));

  catalog.set(PDFName.of("Lang"), PDFString.of(matter.language));
  catalog.set(PDFName.of("ViewerPreferences"), context.obj({ DisplayDocTitle: true }));
  catalog.set(
    PDFName.of("PageLabels"),
    context.obj({ Nums: labelNumbers(document, matter.labels) }),
  );
  const packet = new TextEncoder().encode(xmp(matter));
  const metadata = context.stream(packet, { Type: "Metadata", Subtype: "XML" });
  catalog.set(PDFName.of("Metadata"), context.register(metadata));
  takeMomentsAway(document);
  steadyIds(document);
  mendCharacterMaps(document);
  nameBookmarks(document, matter.headings);
  leadInnerLinks(document, matter.targets);

  const id = PDFHexString.of(BLANK_ID);
  context.trailerInfo.ID = context.obj([id, id]);
  return withId(writePdf(document));
}

function labelNumbers({ context }: PDFDocument, ranges: readonly LabelRange[]): PDFArray {
  const numbers = PDFArray.withContext(context);
  for (const { first, style, start } of ranges) {
    numbers.push(PDFNumber.of(first));
    numbers.push(context.obj({ S: style, St: start }));
  }
  return numbers;
}

/** Chromium notes in some objects when they were made. */
function takeMomentsAway({ context }: PDFDocument): void {
  const info = context.trailerInfo.Info;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || (info instanceof PDFRef && reference === info)) continue;
    const isOldInfo = object.has(PDFName.of("Producer")) && object.has(PDFName.of("CreationDate"));
    if (isOldInfo) context.delete(reference);
  }
}

/** Puts an id made from the file's content into the room left for it. */
function withId(bytes: Uint8Array): Uint8Array {
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, BLANK_ID.length);
  const file = Buffer.from(bytes);
  const blank = `<${BLANK_ID}>`;
  for (let at = file.lastIndexOf(blank); at >= 0; at = file.lastIndexOf(blank, at - 1)) {
    file.write(`<${id}>`, at, "latin1");
    if (at === 0) break;
  }
  return file;
}

function xmp({ title, author, subject, language, date }: PdfMatter): string {
  const lines = [
    `<dc:title>${alternatives(title)}</dc:title>`,
    ...(author === ""
      ? []
      : [`<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>`]),
    ...(subject === "" ? [] : [`<dc:description>${alternatives(subject)}</dc:description>`]),
    `<dc:language><rdf:Bag><rdf:li>${escapeHtml(language)}</rdf:li></rdf:Bag></dc:language>`,
    ...(date === undefined
      ? []
      : [
          `<xmp:CreateDate>${date}T00:00:00Z</xmp:CreateDate>`,
          `<xmp:ModifyDate>${date}T00:00:00Z</xmp:ModifyDate>`,
        ]),
    "<xmp:CreatorTool>Scholium</xmp:CreatorTool>",
  ];
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${lines.join("\n")}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function alternatives(words: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(words)}</rdf:li></rdf:Alt>`;
}
