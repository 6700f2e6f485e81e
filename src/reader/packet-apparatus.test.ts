import { describe, expect, it } from "vitest";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { editionOf, filesOf } from "../apparatus/testing/edition-of.ts";
import { standardStreams } from "../edition/streams.ts";
import type { Reference } from "../edition/text.ts";
import { plainText } from "../edition/walk.ts";
import { apparatusOfPacket } from "./packet-apparatus.ts";
import { packetsOf } from "./packet.ts";

const TEXTS = `== texts/letter.md
::: {.headnote}
Of the [headnote](#kgb).
:::

The [first](#cpsu) and the [first](#cc).[^1]

The [second](#cpsu) and the [CC](#cc) [Central Committee]{.expan}.[^2]

The [third](#cpsu), the [third](#cc), the [third](#kgb).

[^1]: The [note](#tass).

[^2]: The [other note](#tass).

== terms.yaml
cpsu: {name: Communist Party of the Soviet Union, abbreviation: CPSU}
cc: {name: Central Committee, abbreviation: CC}
kgb: {name: Committee for State Security, abbreviation: KGB}
tass: {name: Telegraph Agency of the Soviet Union, abbreviation: TASS}
`;

/** What expands in the letter as a packet reads it, of what stands there. */
function expanded(reader: string): readonly string[] {
  const edition = editionOf(filesOf(`${TEXTS}\n== readers/packet.md\n${reader}`));
  const { apparatus } = buildApparatus(edition);
  const packet = packetsOf(edition, apparatus).get("packet");
  if (!packet) throw new Error("no packet");
  const { firstMentions } = apparatusOfPacket(packet, apparatus, standardStreams);
  const added = [...firstMentions].filter((one) => !apparatus.firstMentions.has(one));
  return added.map(({ children, target }: Reference) => `${plainText(children)} #${target}`);
}

describe("in a packet an abbreviation is expanded", () => {
  it("where an excerpt first mentions it, in notes too, but not where the document explains it", () => {
    expect(expanded(`::: {.reading of=letter paragraphs="p2-p3"}\n:::\n`)).toEqual([
      "second #cpsu",
      "other note #tass",
    ]);
    expect(expanded(`::: {.reading of=letter paragraphs="p3"}\n:::\n`)).toEqual([
      "third #cpsu",
      "third #cc",
    ]);
  });

  it("where a part or a stream of notes that the packet leaves out mentioned it first", () => {
    expect(expanded(`apparatus: [index]\n---\n::: {.reading of=letter}\n:::\n`)).toEqual([
      "third #kgb",
    ]);
    expect(expanded(`notes: [textual]\n---\n::: {.reading of=letter}\n:::\n`)).toEqual([]);
  });

  it("as in the edition, where it reads the whole", () => {
    expect(expanded(`::: {.reading of=letter}\n:::\n`)).toEqual([]);
  });
});
