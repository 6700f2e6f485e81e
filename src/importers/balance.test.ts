import { describe, expect, it } from "vitest";
import { type BalanceRow, balanceOf } from "./balance.ts";
import type { ImportedWork } from "./importer.ts";
import { inputOf } from "./input.ts";
import { proveWork } from "./proof/prove-work.ts";
import { lineImporter } from "./testing/line-importer.ts";

const read = async (lines: readonly string[]): Promise<ImportedWork> =>
  lineImporter.read(inputOf("a.lines", Buffer.from(lines.join("\n"))), { language: "en" });

function row(
  work: ImportedWork,
  kind: BalanceRow["kind"],
  unwritten: ReadonlySet<object> = new Set(),
): BalanceRow | undefined {
  return balanceOf(work, proveWork(work), unwritten).find((one) => one.kind === kind);
}

describe("what went in is balanced", () => {
  it("word by word", async () => {
    const work = await read(["# A Letter", "% Menu, Home", "Dear sir,"]);
    expect(row(work, "words")).toEqual({ kind: "words", in: 6, out: 4, left: 2 });
  });

  it("also where a word is cut in two, which then counts in both pieces", async () => {
    const work = await read(["# A Letter", "Dear sir,"]);
    const cut = work.documents.map((draft) => ({
      ...draft,
      originals: draft.originals.flatMap((piece) =>
        piece.order === "field"
          ? [piece]
          : [
              { ...piece, text: "De" },
              { ...piece, text: "ar sir," },
            ],
      ),
    }));
    expect(row({ ...work, documents: cut }, "words")).toMatchObject({ in: 5, out: 5, left: 0 });
  });

  it("and is more than came out where letters are missing, or a text is not written", async () => {
    const work = await read(["# A Letter", "Dear sir,", "# Another", "Words."]);
    const [, second] = work.documents;
    const lost = { ...work, documents: work.documents.slice(0, 1) };
    expect(row(lost, "words")).toMatchObject({ in: 6, out: 4, left: 0 });
    expect(row(work, "words", new Set([second ?? {}]))).toMatchObject({ in: 6, out: 4, left: 0 });
  });

  it("and is less than came out where letters are made up", async () => {
    const work = await read(["# A Letter", "Dear sir,"]);
    const twice = { ...work, documents: [...work.documents, ...work.documents] };
    expect(row(twice, "words")).toMatchObject({ in: 4, out: 8 });
  });

  it("with what the pieces that are left hold", async () => {
    const work = await read(["# A Letter", "Dear sir,"]);
    const pages = { what: "pages", why: "they are empty", text: "", holds: { pages: 2 } };
    const counted = { ...work.counted, pages: 2 };
    expect(row({ ...work, counted, left: [...work.left, pages] }, "pages")).toEqual({
      kind: "pages",
      in: 2,
      out: 0,
      left: 2,
    });
  });
});
