import { describe, expect, it } from "vitest";
import { apparatusOf, editionOf, filesOf } from "../apparatus/testing/edition-of.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { withoutInstructor } from "../edition/without-instructor.ts";
import type { Block } from "../edition/text.ts";
import { plainText, walk } from "../edition/walk.ts";
import { type Packet, packetsOf } from "./packet.ts";

const TEXTS = `== texts/letter.md
One.[^1]

Two.[^tx:1]

::: context
A box.
:::

Three.

::: {.questions}
1. Why?
:::

[^1]: An editor's note.

[^tx:1]: A textual note.

== texts/reply.md
Reply.

== essays/introduction.md
Introduction.

== essays/key.md
audience: instructors
---
The key.
`;

function packetOf(reader: string, variant: "student" | "instructor" = "student"): Packet {
  const edition = editionOf(filesOf(`${TEXTS}\n== readers/packet.md\n${reader}\n`));
  const made = variant === "student" ? withoutInstructor(edition) : edition;
  const packet = packetsOf(made, buildApparatus(made).apparatus).get("packet");
  if (!packet) throw new Error("no packet");
  return packet;
}

function words(blocks: readonly Block[]): string {
  return plainText(blocks).trim();
}

describe("a packet", () => {
  it("has its weeks with what stands before, between and behind their readings", () => {
    const packet = packetOf(`Opening.

::: {.week title="First" date=2027-02-01}
About the week.

::: {.reading of=introduction}
Before the introduction.
:::

Between.

::: {.reading of=letter}
::: questions
1. Who?
:::
:::

::: {.worksheet name=HIPP}
:::
:::

::: {.week title="Second"}
::: {.reading of=reply}
:::
:::

Closing.
`);
    expect(words(packet.opening)).toBe("Opening.");
    expect(packet.weeks.map(({ number, id, title }) => [number, id, title])).toEqual([
      [1, "week-1", "First"],
      [2, "week-2", "Second"],
    ]);
    const [first] = packet.weeks;
    expect(words(first?.opening ?? [])).toBe("About the week.");
    expect(first?.readings.map(({ before, after }) => [words(before), words(after)])).toEqual([
      ["Before the introduction.", ""],
      ["Between.", "Who?"],
    ]);
    expect(words(first?.closing ?? [])).toContain("Intended audience.");
    expect(words(packet.closing)).toBe("Closing.");
    expect(packet.readings.map(({ entity }) => entity.id)).toEqual([
      "introduction",
      "letter",
      "reply",
    ]);
  });

  it("loses nothing of the reader's words, and has nothing twice", () => {
    const packet = packetOf(`A.

::: {.reading of=letter}
::: questions
1. C?
:::

B.
:::

D.

::: {.week title="W"}
E.

::: {.reading of=reply}
F.
:::

G.
:::

H.
`);
    const inOrder = [
      packet.opening,
      ...packet.weeks.flatMap((week) => [
        week.opening,
        ...week.readings.flatMap(({ before, after }) => [before, after]),
        week.closing,
      ]),
      packet.closing,
    ];
    expect(inOrder.map(words).join(" ").split(/\s+/u).sort()).toEqual(
      words(packet.reader.blocks).split(/\s+/u).sort(),
    );
  });

  it("reads a document in part, with the notes of that part", () => {
    const { chosen, readings } = packetOf(`::: {.reading of=letter paragraphs="p1, p3"}\n:::\n`);
    expect(chosen).toBe(true);
    const [reading] = readings;
    const types = reading?.entity.kind === "document" ? reading.entity.transcription : [];
    expect(types.map(({ type }) => type)).toEqual(["paragraph", "omission", "paragraph"]);
    expect(reading?.entity.notes.map(({ label }) => label)).toEqual(["1"]);
    expect(reading?.ranges).toEqual([
      { from: 1, to: 1 },
      { from: 3, to: 3 },
    ]);
    expect(reading?.whole.notes).toHaveLength(2);
  });

  it("reads a document whole of which it names every paragraph", () => {
    const [reading] = packetOf(`::: {.reading of=letter paragraphs="p1-p3"}\n:::\n`).readings;
    const types = reading?.entity.kind === "document" ? reading.entity.transcription : [];
    expect(types.map(({ type }) => type)).toEqual([
      "paragraph",
      "paragraph",
      "division",
      "paragraph",
    ]);
    expect(reading).not.toHaveProperty("ranges");
  });

  it("has the streams of notes and the parts that it chooses", () => {
    const { readings } = packetOf(
      `notes: [textual]\napparatus: [index]\n---\n::: {.reading of=letter}\n:::\n`,
    );
    const [reading] = readings;
    const entity = reading?.entity;
    expect(entity?.notes.map(({ stream }) => stream)).toEqual(["textual"]);
    const document = entity?.kind === "document" ? entity : undefined;
    expect(document?.after).toEqual([]);
    const nodes = [...walk(document?.transcription ?? [])];
    expect(nodes.filter(({ type }) => type === "note-call")).toHaveLength(1);
    expect(nodes.filter(({ type }) => type === "division")).toEqual([]);
  });

  it("leaves no space before a full stop where it leaves out a note", () => {
    const texts = "== texts/letter.md\nOne [^1].\n\n[^1]: A note.\n";
    const edition = editionOf(
      filesOf(`${texts}\n== readers/packet.md\nnotes: []\n---\n::: {.reading of=letter}\n:::\n`),
    );
    const [reading] =
      packetsOf(edition, buildApparatus(edition).apparatus).get("packet")?.readings ?? [];
    const blocks = reading?.entity.kind === "document" ? reading.entity.transcription : [];
    expect(words(blocks)).toBe("One.");
  });

  it("has for instructors what students do not get, and nothing else is different", () => {
    const reader = `::: {.reading of=key}
:::

::: {.reading of=letter}
::: questions
1. Who?

   ::: answer
   Ivanov.
   :::
:::

::: instructor
Ask slowly.
:::
:::
`;
    const ids = ({ readings }: Packet) => readings.map(({ entity }) => entity.id);
    const asked = ({ readings }: Packet) => words(readings.at(-1)?.after ?? []);
    expect(ids(packetOf(reader))).toEqual(["letter"]);
    expect(asked(packetOf(reader))).toBe("Who?");
    expect(ids(packetOf(reader, "instructor"))).toEqual(["key", "letter"]);
    expect(asked(packetOf(reader, "instructor"))).toBe("Who? Ivanov. Ask slowly.");
  });

  it("reads nothing, not the whole edition, where all that it names is for instructors", () => {
    const reader = `::: {.reading of=key}
Before the key.[^1]
:::

[^1]: About the key.
`;
    for (const written of [reader, "readings: [key]\n---\nWords.\n"]) {
      const packet = packetOf(written);
      expect(packet.readings).toEqual([]);
      expect(packet.chosen).toBe(true);
      expect(packet.reader.notes).toEqual([]);
    }
  });

  it("holds, where it names nothing, the essays meant for print and then every document", () => {
    const { chosen, readings, weeks } = packetOf("Words.\n");
    expect(chosen).toBe(false);
    expect(readings.map(({ entity }) => entity.id)).toEqual(["introduction", "letter", "reply"]);
    expect(weeks.map(({ number, id }) => [number, id])).toEqual([[undefined, "readings"]]);
  });

  it("takes the minutes that are given, and reckons the others from the words", () => {
    const { readings } = packetOf(
      "::: {.reading of=letter minutes=40}\n:::\n\n::: {.reading of=reply}\n:::\n",
    );
    expect(readings.map(({ minutes, minutesGiven }) => [minutes, minutesGiven])).toEqual([
      [40, true],
      [1, false],
    ]);
  });

  it("is laid out without a word on what it names and there is not", () => {
    const edition = editionOf(
      filesOf(`${TEXTS}\n== readers/packet.md\n::: {.reading of=nobody}\n:::\n`),
    );
    const packets = packetsOf(edition, buildApparatus(edition).apparatus);
    expect(packets.get("packet")?.readings).toEqual([]);
  });
});

describe("a worksheet", () => {
  it("of the edition takes the place of Scholium's", () => {
    const { byId } = apparatusOf(`${TEXTS}
== worksheets/hipp.md
title: Ours
---
What do you see?

== readers/packet.md
::: {.reading of=reply}
::: {.worksheet name=hipp}
And you?
:::
:::
`);
    const reader = byId.get("packet");
    const blocks = reader?.kind === "reader" ? reader.blocks : [];
    expect(words(blocks)).toBe("What do you see? And you?");
    const sheet = [...walk(blocks)].find(
      (node) => node.type === "division" && node.name === "worksheet",
    );
    expect(sheet).toMatchObject({ title: "Ours" });
  });
});
