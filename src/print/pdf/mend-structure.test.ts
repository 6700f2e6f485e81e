import { expect, it } from "vitest";
import type { TaggedElement } from "../page/tag-elements.ts";
import { mendStructure } from "./mend-structure.ts";
import { type StructureElement, type StructureKid, isElement } from "./structure-tree.ts";

/** An element as Chromium has it; numbers are pieces of page 0, tenths those of others: 1.2 is piece 2 of page 1. */
function element(
  type: string,
  kids: readonly (StructureElement | number | string)[],
  tagged?: Omit<TaggedElement, "code">,
): StructureElement {
  return {
    type,
    ...(tagged ? { tagged: { code: "1", ...tagged } } : {}),
    ...(tagged?.language === undefined ? {} : { language: tagged.language }),
    kids: kids.map((kid): StructureKid => {
      if (typeof kid === "object") return kid;
      const [page = 0, marked = 0] = String(kid).split(".").map(Number);
      return { page, marked };
    }),
  };
}

const piece = (kid: string): StructureElement => element("NonStruct", [kid]);

/** `P(0.1 Link(0.2))` */
function drawn(kid: StructureKid): string {
  if (!isElement(kid)) return "marked" in kid ? `${kid.page}.${kid.marked}` : "link";
  const id = kid.id === undefined ? "" : `#${kid.id}`;
  const language = kid.language === undefined ? "" : `:${kid.language}`;
  return `${kid.type}${id}${language}(${kid.kids.map(drawn).join(" ")})`;
}

function mended(...kids: readonly StructureElement[]): string {
  return drawn(mendStructure(element("Document", [element("Document", kids)]), []));
}

it("takes pages and whatever else is nothing in particular out of the tree", () => {
  const page = element("NonStruct", [
    element("NonStruct", [element("P", [piece("0.1"), piece("0.2")])]),
  ]);
  expect(mended(page)).toBe("Document(P(0.1 0.2))");
});

it("makes one of what breaks over pages, whatever stands between its parts", () => {
  const entry = (kid: string) =>
    element("L", [element("LI", [element("P", [piece(kid)], { ref: "p" })], { ref: "li" })], {
      ref: "l",
    });
  expect(mended(entry("0.1"), element("P", [piece("0.2")]), entry("1.1"))).toBe(
    "Document(L(LI(LBody(P(0.1 1.1)))) P(0.2))",
  );
});

it("does not join parts of different kinds that bear one name", () => {
  expect(
    mended(
      element("Table", [element("TR", [element("TD", [piece("0.1")])])], { ref: "t" }),
      element("NonStruct", [piece("0.2")], { ref: "t" }),
    ),
  ).toBe("Document(Table(TR(TD(0.1))) P(0.2))");
});

it("puts a note behind the text that calls it, named, with its mark as a label", () => {
  const call = element("Link", [piece("0.2")], { calls: "n1" });
  const mark = element("Link", [piece("0.4")], { type: "Lbl" });
  const note = element("Aside", [element("P", [mark, piece("0.5")])], {
    type: "Note",
    note: "n1",
    foot: true,
    ref: "n1",
    language: "en",
  });
  expect(mended(element("P", [piece("0.1"), call]), element("P", [piece("0.3")]), note)).toBe(
    "Document(P(0.1 Reference(Link(0.2))) Note#n1:en(Lbl(Link(0.4)) P(0.5)) P(0.3))",
  );
});

it("keeps a note within the cell, the entry or the quotation that calls it", () => {
  const call = (id: string) => element("Link", [piece("0.2")], { calls: id });
  const note = (id: string) =>
    element("Aside", [element("P", [piece("0.5")])], { type: "Note", note: id, foot: true });
  expect(
    mended(
      element("Table", [element("TR", [element("TD", [piece("0.1"), call("a"), piece("0.3")])])]),
      element("L", [
        element("LI", [
          element("P", [call("b")]),
          element("L", [element("LI", [element("P", [piece("0.4")])])]),
        ]),
      ]),
      element("BlockQuote", [element("P", [call("c")]), element("P", [piece("0.6")])]),
      note("a"),
      note("b"),
      note("c"),
    ),
  ).toBe(
    "Document(Table(TR(TD(0.1 Reference(Link(0.2)) 0.3 Note#a(P(0.5))))) " +
      "L(LI(LBody(P(Reference(Link(0.2))) Note#b(P(0.5)) L(LI(LBody(P(0.4))))))) " +
      "BlockQuote(P(Reference(Link(0.2))) Note#c(P(0.5)) P(0.6)))",
  );
});

it("leaves a note where it is read that nothing calls, or that stands behind its text", () => {
  const note = (id: string, foot: boolean) =>
    element("Aside", [piece("0.5")], { type: "Note", note: id, foot });
  const call = element("Link", [piece("0.2")], { calls: "aside" });
  expect(mended(element("P", [call]), element("P", [piece("0.3")]), note("aside", false))).toBe(
    "Document(P(Reference(Link(0.2))) P(0.3) Note#aside(P(0.5)))",
  );
  expect(mended(element("P", [piece("0.3")]), note("uncalled", true))).toBe(
    "Document(P(0.3) Note#uncalled(P(0.5)))",
  );
});

it("says of each cell which is the head of its column, also on the pages behind the first", () => {
  const row = (type: string, page: number) =>
    element("TR", [element(type, [`${page}.1`]), element(type, [`${page}.2`])]);
  const tree = mendStructure(
    element("Document", [
      element("Table", [row("TH", 0), row("TD", 0)], { ref: "t" }),
      element("Table", [row("TD", 1)], { ref: "t" }),
    ]),
    [],
  );
  const [table] = tree.kids;
  if (!table || !isElement(table)) throw new Error("no table");
  expect(table.kids).toHaveLength(3);
  const cells = table.kids.flatMap((kid) => (isElement(kid) ? kid.kids : [])).filter(isElement);
  expect(cells.map(({ id }) => id)).toEqual(["t.1", "t.2", ...Array<undefined>(4)]);
  const heads = cells.map(({ attributes }) =>
    attributes instanceof Map ? attributes.get("Headers") : undefined,
  );
  expect(heads.slice(2).map((each) => JSON.stringify(each))).toEqual(
    ["t.1", "t.2", "t.1", "t.2"].map((id) => JSON.stringify([{ bytes: id }])),
  );
});

it("makes one figure of a picture and its caption", () => {
  const picture: StructureElement = {
    ...element("Figure", [piece("0.1")]),
    alternative: "A map",
  };
  const tree = mendStructure(
    element("Document", [element("Figure", [picture, element("Caption", [piece("0.2")])])]),
    [],
  );
  expect(drawn(tree)).toBe("Document(Figure(0.1 Caption(0.2)))");
  expect(tree.kids[0]).toMatchObject({ alternative: "A map" });
});

it("lets no heading stand two levels below the one before it", () => {
  const heading = (type: string) => element(type, [piece("0.1")]);
  expect(mended(heading("H1"), heading("H3"), heading("H4"), heading("H2"))).toBe(
    "Document(H1(0.1) H2(0.1) H3(0.1) H2(0.1))",
  );
});

it("leaves out what shows nothing, but no cell of a table", () => {
  const tree = mendStructure(
    element("Document", [
      element("P", ["0.1"]),
      element("Table", [element("TR", ["0.2", element("TD", ["0.1"])])]),
    ]),
    [new Set([1, 2])],
  );
  expect(drawn(tree)).toBe("Document(Table(TR(TD())))");
});
