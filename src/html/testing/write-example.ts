import { editionOf } from "../../apparatus/testing/edition-of.ts";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { writeCoordinate } from "../../edition/coordinates.ts";
import type { Document } from "../../edition/edition.ts";
import { renderPassages } from "../render.ts";
import type { HtmlContext, Medium } from "../writer.ts";

/** What the examples refer to. */
const AROUND = {
  "texts/reply.md": aDocument("reply", 7, "One.[^1]\n\nTwo.\n\n[^1]: A note."),
  "people.yaml": "ivanov:\n  name: Semyon Ivanov\n  sort: Ivanov, Semyon\n",
  "terms.yaml":
    "cpsu:\n  name: Communist Party of the Soviet Union\n  abbreviation: CPSU\ncc:\n  name: Central Committee\n  abbreviation: CC\n",
};

/** A document whose text is the example's, and what is needed to write it. */
export function exampleDocument(
  markdown: string,
  medium: Medium,
): { readonly document: Document; readonly context: HtmlContext } {
  const text = aDocument("letter", 5, markdown);
  const edition = editionOf({ ...AROUND, "texts/letter.md": text });
  const { apparatus } = buildApparatus(edition);
  const document = edition.documents.find(({ id }) => id === "letter");
  if (!document) throw new Error("the example was not read");
  const print = medium === "print";
  return {
    document,
    context: {
      apparatus,
      owner: document,
      medium,
      voice: "document",
      href(entity, coordinate) {
        const id = coordinate ? writeCoordinate(coordinate) : "";
        if (print) return entity.kind === "document" ? `#${entity.id}--${id}` : undefined;
        if (entity.id === "letter") return `#${id}`;
        return `${entity.id}.html${id === "" ? "" : `#${id}`}`;
      },
      image: (source) => `../${source}`,
      headingShift: 1,
      idPrefix: print ? "letter--" : "",
    },
  };
}

/** The HTML of a document's text, its blocks on lines of their own, and its paragraphs' links to themselves as `¶1`. */
export function writeExample(markdown: string, medium: Medium): string {
  const { document, context } = exampleDocument(markdown, medium);
  return renderPassages(document.transcription, context)
    .replaceAll(
      /(?=<(?:p|h\d|ol|ul|li|dl|dt|dd|blockquote|figure|figcaption|hr|pre|section|div|aside|table|thead|tbody|tr|th|td)[ >])/g,
      "\n",
    )
    .replaceAll(
      /(?=<\/(?:ol|ul|dl|blockquote|section|div|aside|table|thead|tbody|tr|figure)>)/g,
      "\n",
    )
    .replaceAll(/<a class="pn" href="#p(\d+)" aria-label="Paragraph \1">\1<\/a>/g, "¶$1 ")
    .trim();
}

function aDocument(id: string, number: number, text: string): string {
  return `---\nid: ${id}\nnumber: ${number}\ntitle: The ${id}\n---\n\n${text}\n`;
}
