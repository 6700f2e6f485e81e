import type { Token } from "markdown-it";
import type { Place } from "../../../diagnostics/place.ts";
import { suggest } from "../../../diagnostics/suggest.ts";
import { readDate } from "../../../edition/date.ts";
import {
  type DivisionKind,
  type DivisionOption,
  divisionNamed,
  divisions,
} from "../../../edition/divisions.ts";
import type { Block, Division, WrittenOption } from "../../../edition/text.ts";
import type { Attributes } from "../attributes.ts";
import { divisionMeta } from "../blocks/division.ts";
import type { Reading, Voice } from "../reading.ts";
import { shorten } from "../shorten.ts";
import { readAnchor } from "./anchors.ts";

/** A division whose closing line has not come yet. */
export interface OpenDivision {
  /** Nothing where it cannot be known what it is: its blocks then stand without it. */
  readonly head: Omit<Division, "blocks"> | undefined;
  /** Its name as written. */
  readonly written: string;
  readonly voice: Voice;
  readonly place: Place;
  readonly blocks: Block[];
}

const names = divisions.map((kind) => kind.name);

/** How deep divisions may stand in one another. */
const DEEPEST = 10;

/** `::: {.entry date=1962-06-10}`, so many divisions deep, in somebody's voice. */
export function openDivision(
  reading: Reading,
  token: Token,
  depth: number,
  voice: Voice,
): OpenDivision {
  const { at, written, attributes } = divisionMeta(token);
  const place = reading.placeAt(at);
  const unknown = { head: undefined, written, voice, place, blocks: [] };
  if (depth >= DEEPEST) {
    reading.report("nesting-too-deep", place, "divisions nested too deep");
    return unknown;
  }
  if (!attributes) {
    reading.report(
      "attribute-invalid",
      place,
      `a division’s line that cannot be read: ${shorten(written)}`,
      "write ::: {.name key=value} and nothing else on the line",
    );
    return unknown;
  }
  const [name, ...others] = attributes.classes;
  // A division under a wrong name is read as what it most likely is, so that its words stay on their side.
  const near = name && suggest(name.text, names);
  const kind = name && (divisionNamed(name.text) ?? divisionNamed(near ?? ""));
  if (!name || kind?.name !== name.text)
    reading.report(
      "division-unknown",
      name ? reading.placeAt(name.at) : place,
      name ? `no division "${name.text}"` : "a division without a name",
      near === undefined ? `use one of ${names.join(", ")}` : `did you mean "${near}"?`,
    );
  if (!name || !kind) return unknown;
  for (const other of others)
    reading.report(
      "attribute-unknown",
      reading.placeAt(other.at),
      `a second name "${other.text}" on a division`,
      "put one division into the other",
    );
  const head = { ...readHead(reading, attributes, kind), place };
  const inside = kind.side === "teaching" ? "commentary" : voice;
  return { head, written: name.text, voice: inside, place, blocks: [] };
}

/** The division with what was found in it; its bare blocks where it is none. */
export function closeDivision(open: OpenDivision): readonly Block[] {
  return open.head ? [{ ...open.head, blocks: open.blocks }] : open.blocks;
}

function readHead(
  reading: Reading,
  { ids, pairs }: Attributes,
  kind: DivisionKind,
): Omit<Division, "blocks" | "place"> {
  const options = new Map<DivisionOption, WrittenOption>();
  const head: { -readonly [Key in keyof Division]?: Division[Key] } = {};
  const given = new Set<string>();
  for (const { key, value } of pairs) {
    if (given.has(key.text)) {
      reading.report(
        "attribute-invalid",
        reading.placeAt(key.at),
        `"${key.text}" is given a second time`,
        "delete one of the two",
      );
      continue;
    }
    given.add(key.text);
    const allowed: readonly string[] = kind.attributes;
    if (!allowed.includes(key.text)) {
      const near = suggest(key.text, allowed);
      const possible = allowed.length === 0 ? "delete it" : `possible here: ${allowed.join(", ")}`;
      reading.report(
        "attribute-unknown",
        reading.placeAt(key.at),
        `no attribute "${key.text}" on the division "${kind.name}"`,
        near === undefined ? possible : `did you mean "${near}"?`,
      );
    } else if (key.text === "title") head.title = value.text;
    else if (key.text === "date") {
      const date = readDate(value.text);
      if (date) head.date = date;
      else
        reading.report(
          "date-invalid",
          reading.placeAt(value.at),
          `"${value.text}" is not a date in EDTF`,
        );
    } else {
      const option = kind.attributes.find((name) => name === key.text);
      if (option === undefined || option === "title" || option === "date") continue;
      options.set(option, { value: value.text, place: reading.placeAt(value.at) });
    }
  }
  if (options.size > 0) head.options = options;
  for (const second of ids.slice(1))
    reading.report(
      "attribute-invalid",
      reading.placeAt(second.at),
      `a second id "${second.text}"`,
      "delete one of the two",
    );
  const [written] = ids;
  const id = written && readAnchor(reading, written.text, reading.placeAt(written.at));
  if (id !== undefined) head.id = id;
  return { ...head, type: "division", name: kind.name };
}
