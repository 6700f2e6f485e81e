import { escapeHtml } from "../../html/element.ts";
import { hexadecimal, pdfText } from "./objects.ts";
import type { LabelRange } from "./page-labels.ts";

/** What a PDF says of itself. */
export interface ReaderMatter {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  /** YYYY-MM-DD; where left out the file bears no date. */
  readonly date: string | undefined;
  readonly labels: readonly LabelRange[];
}

/** The file's own record of what it is. */
export function informationText({ title, author, subject, date }: ReaderMatter): string {
  const moment = date && hexadecimal(`D:${date.replaceAll("-", "")}000000Z`);
  return [
    "<<",
    informationEntry("Title", title),
    informationEntry("Author", author),
    informationEntry("Subject", subject),
    informationEntry("Creator", "Scholium"),
    informationEntry("Producer", "Scholium, Paged.js, Chromium"),
    moment ? `/CreationDate${moment}/ModDate${moment}` : "",
    ">>",
  ].join("");
}

function informationEntry(entry: string, said: string): string {
  return said === "" ? "" : `/${entry}${hexadecimal(pdfText(said).bytes)}`;
}

/** How pages are named, as an entry of the catalog. */
export function labelsText(ranges: readonly LabelRange[]): string {
  const numbers = ranges.map(({ first, style, start }) => `${first} <</S/${style}/St ${start}>>`);
  return `<</Nums[${numbers.join(" ")}]>>`;
}

/** The same record in the form in which libraries read it. */
export function xmp({ title, author, subject, language, date }: ReaderMatter): string {
  const lines = [
    "<dc:format>application/pdf</dc:format>",
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
    "<pdf:Producer>Scholium, Paged.js, Chromium</pdf:Producer>",
  ];
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${lines.join("\n")}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function alternatives(words: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(words)}</rdf:li></rdf:Alt>`;
}
