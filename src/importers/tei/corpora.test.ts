import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ImportedWork } from "../importer.ts";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { frusTei } from "./frus-tei.ts";

/** Real volumes, which stand beside the checkout where there are any. */
const CORPORA = "../shared/corpora";

async function imported(path: string): Promise<ImportedWork | undefined> {
  const file = `${CORPORA}/${path}`;
  if (!existsSync(file)) {
    console.warn(`no ${file}: a real volume is not tested`);
    return undefined;
  }
  const work = await expectOwed(frusTei, { name: path, content: readFileSync(file) });
  if (work instanceof Refusal) throw work;
  return work;
}

describe("a real volume", () => {
  it.each<readonly [path: string, documents: number, notes: number, people: number]>([
    ["frus/frus1961-63v06.xml", 120, 349, 58],
    ["frus/frus1961-63v05.xml", 390, 857, 110],
    ["frus/frus1961-63v10-12mSupp.xml", 746, 0, 0],
    ["context/chapters/1961-1968.xml", 0, 0, 0],
  ])("%s loses no letter", async (path, documents, notes, people) => {
    const work = await imported(path);
    if (!work) return;
    const texts = [...work.documents, ...work.essays];
    expect(work.documents).toHaveLength(documents);
    expect(texts.flatMap((text) => text.notes)).toHaveLength(notes);
    expect(
      work.registers
        .filter(({ register }) => register === "people")
        .flatMap(({ entries }) => entries),
    ).toHaveLength(people);
  });
});
