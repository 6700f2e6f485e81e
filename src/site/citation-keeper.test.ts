import { describe, expect, it } from "vitest";
import { type Citations, layCitations } from "../citation/citations.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import type { StylesAndWords } from "../edition/citation-styles.ts";
import { readEdition } from "../source/read-edition.ts";
import { loadStyles } from "../source/citation/load-styles.ts";
import { type CitationStore, keepCitations } from "./citation-keeper.ts";

/** A store in memory, and what was done with it. */
function storeOf(texts = new Map<string, string>()): CitationStore & {
  readonly texts: Map<string, string>;
  readonly writes: string[];
} {
  const writes: string[] = [];
  return {
    texts,
    writes,
    read: (by) => Promise.resolve(texts.get(by)),
    write: (by, citations) => {
      texts.set(by, citations);
      writes.push(by);
      return Promise.resolve();
    },
  };
}

async function citationsBy(
  by: StylesAndWords,
  keeper: ReturnType<typeof keepCitations>,
): Promise<Citations> {
  const { edition } = await readEdition(".");
  const { apparatus } = buildApparatus(edition);
  const memory = await keeper.open(by);
  return layCitations({ ...by, edition, apparatus, memory, urlOf: () => undefined });
}

/** Every citation of the first documents in the first style. */
function citeSome({ styles: [style], documents, citePlaced }: Citations, most = 3): unknown {
  if (!style) throw new Error("no style");
  return [...documents.values()]
    .slice(0, most)
    .map((document) => citePlaced({ document, style, as: "original" }));
}

describe("citations that are kept", () => {
  it("are the same again, and nothing is written where nothing is new", async () => {
    const store = storeOf();
    const by = await loadStyles("en");
    const first = keepCitations(store);
    const made = citeSome(await citationsBy(by, first));
    await first.save();
    expect(store.writes).toHaveLength(1);

    const second = keepCitations(store);
    expect(citeSome(await citationsBy(by, second))).toEqual(made);
    await second.save();
    expect(store.writes).toHaveLength(1);
  });

  it("are those of the store, not made anew", async () => {
    const store = storeOf();
    const by = await loadStyles("en");
    const first = keepCitations(store);
    citeSome(await citationsBy(by, first), 1);
    await first.save();
    for (const [key, text] of store.texts)
      store.texts.set(key, text.replaceAll("Adzhubei", "Somebody"));
    expect(JSON.stringify(citeSome(await citationsBy(by, keepCitations(store)), 1))).toContain(
      "Somebody",
    );
  });

  it("are forgotten when a build does not ask for them", async () => {
    const store = storeOf();
    const by = await loadStyles("en");
    const keeper = keepCitations(store);
    citeSome(await citationsBy(by, keeper), 3);
    await keeper.save();
    const before = [...store.texts.values()].join("").length;
    citeSome(await citationsBy(by, keeper), 1);
    await keeper.save();
    expect([...store.texts.values()].join("").length).toBeLessThan(before);
  });

  it("are others in another language, and in a style whose file has changed", async () => {
    const store = storeOf();
    const keeper = keepCitations(store);
    const english = await loadStyles("en");
    citeSome(await citationsBy(english, keeper), 1);
    await keeper.save();
    const german = JSON.stringify(citeSome(await citationsBy(await loadStyles("de"), keeper), 1));
    expect(german).toContain("„");
    await keeper.save();
    const [style] = english.styles;
    const csl = (await loadStyles("en")).styles.find(({ name }) => name === "apa")?.csl;
    if (!style || !csl) throw new Error("no style");
    const changed = { ...english, styles: [{ ...style, csl }] };
    expect(JSON.stringify(citeSome(await citationsBy(changed, keeper), 1))).toContain("(Adzhubei");
    await keeper.save();
    expect(new Set(store.writes).size).toBe(3);
  });

  it.each(["", "{", "[]", "[1]", '[["a"]]', '[["a",{}]]', '{"a":1}', "null"])(
    "are made anew where the store holds %j",
    async (text) => {
      const by = await loadStyles("en");
      const good = citeSome(await citationsBy(by, keepCitations()), 1);
      const broken: CitationStore = {
        read: () => Promise.resolve(text),
        write: () => Promise.resolve(),
      };
      expect(citeSome(await citationsBy(by, keepCitations(broken)), 1)).toEqual(good);
    },
  );
});
