import { describe, expect, it } from "vitest";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { readEdition } from "../source/read-edition.ts";
import { loadStyles } from "../source/citation/load-styles.ts";
import { layCitations } from "./citations.ts";
import { type PlacedNote, placeNote } from "./placed-note.ts";
import type { Pinpoint } from "./style-engine.ts";

/** A note as it is for a place. */
function at(note: PlacedNote, kind: "whole" | "paragraph" | "note", number = ""): string {
  return note.before + note[kind].replaceAll("{}", number) + note.after;
}

describe("a note with room for a place", () => {
  it("is the same as the note for that place, in every style and both ways", async () => {
    const { edition } = await readEdition(".");
    const { apparatus } = buildApparatus(edition);
    const urlOf = ({ id }: { readonly id: string }): string => `https://edition.example/${id}.html`;
    const citations = layCitations({ ...(await loadStyles("en")), edition, apparatus, urlOf });
    let compared = 0;
    for (const document of citations.documents.values())
      for (const style of citations.styles)
        for (const as of ["original", "edition"] as const) {
          const order = { document, style, as, form: "html" } as const;
          const cited = (pinpoint?: Pinpoint): string =>
            citations.cite({ ...order, ...(pinpoint ? { pinpoint } : {}) }).note;
          const { note, entry } = citations.citePlaced(order);
          expect(at(note, "whole")).toBe(cited());
          expect(at(note, "paragraph", "6")).toBe(cited({ label: "paragraph", locator: "6" }));
          expect(at(note, "note", "T1")).toBe(cited({ label: "note", locator: "T1" }));
          expect(entry).toBe(citations.cite(order).entry);
          compared += 1;
        }
    expect(compared).toBe(citations.documents.size * 8);
  });

  it("never cuts an element or an entity in two", () => {
    const words = (pinpoint?: Pinpoint): string =>
      pinpoint && "label" in pinpoint
        ? `<i>A &amp; B, ${pinpoint.label} ${pinpoint.locator}</i>.`
        : "<i>A &lt; B</i>.";
    const note = placeNote(words);
    expect(at(note, "whole")).toBe("<i>A &lt; B</i>.");
    expect(at(note, "paragraph", "6")).toBe("<i>A &amp; B, paragraph 6</i>.");
    expect(note.before).toBe("<i>A ");
    expect(note.after).toBe("</i>.");
  });

  it("is written out for each place where an element would be cut", () => {
    const across = placeNote((pinpoint) => (pinpoint ? "<i>A</i>, 6" : "<i>A, 6</i>"));
    expect(across).toMatchObject({ before: "", whole: "<i>A, 6</i>", after: "" });
  });
});
