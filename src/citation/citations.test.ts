import { describe, expect, it } from "vitest";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { readEdition } from "../source/read-edition.ts";
import { loadStyles } from "../source/citation/load-styles.ts";
import { type Citations, layCitations } from "./citations.ts";
import type { Pinpoint } from "./style-engine.ts";

async function specimen(): Promise<Citations> {
  const { edition } = await readEdition(".");
  const { apparatus } = buildApparatus(edition);
  const urlOf = ({ id }: { readonly id: string }): string =>
    `https://edition.example/documents/${id}.html`;
  return layCitations({ ...(await loadStyles("en")), edition, apparatus, urlOf });
}

describe("a document of the specimen", async () => {
  const citations = await specimen();
  const document = citations.documents.get("notes-24-may-1962");
  const [style] = citations.styles;
  if (!document || !style) throw new Error("no specimen");
  const cite = (as: "original" | "edition", pinpoint?: Pinpoint) =>
    citations.cite({ document, style, as, form: "text", ...(pinpoint ? { pinpoint } : {}) });

  it("is cited as the archive's original, down to a paragraph", () => {
    expect(cite("original", { label: "paragraph", locator: "6" })).toMatchInlineSnapshot(`
      {
        "entry": "Ivanov, Semyon P. Untitled Notes on the Back of the 24 May 1962 Memorandum from the General Staff to Khrushchev, May 24, 1962. National Security Archive. Moscow, Havana, and the Missiles. https://edition.example/documents/notes-24-may-1962.html.",
        "note": "Semyon P. Ivanov, Untitled Notes on the Back of the 24 May 1962 Memorandum from the General Staff to Khrushchev, May 24, 1962, para. 6, National Security Archive, Moscow, Havana, and the Missiles, https://edition.example/documents/notes-24-may-1962.html.",
      }
    `);
  });

  it("is cited as a document of the edition, by its coordinate", () => {
    expect(cite("edition", { label: "paragraph", locator: "6" })).toMatchInlineSnapshot(`
      {
        "entry": "Ivanov, Semyon P. “Untitled Notes on the Back of the 24 May 1962 Memorandum from the General Staff to Khrushchev.” In Moscow, Havana, and the Missiles, edited by The Scholium editors, 2026. https://edition.example/documents/notes-24-may-1962.html.",
        "note": "Semyon P. Ivanov, “Untitled Notes on the Back of the 24 May 1962 Memorandum from the General Staff to Khrushchev,” in Moscow, Havana, and the Missiles, ed. The Scholium editors, 2026, doc. 2 ¶6, https://edition.example/documents/notes-24-may-1962.html.",
      }
    `);
    expect(cite("edition").note).toContain(", doc. 2, ");
  });

  it("is cited first in the style that the edition chooses", () => {
    expect(citations.styles.map(({ name }) => name)).toEqual([
      "chicago-notes",
      "chicago-author-date",
      "mla",
      "apa",
    ]);
  });
});
