import type { Inline } from "../../edition/text.ts";
import type { Convert } from "./convert.ts";
import { pourInto } from "./convert.ts";
import { wordsOf } from "./letters.ts";
import type { XmlElement } from "../xml/xml-tree.ts";
import { contradiction } from "./name-tokens.ts";
import { doubt } from "./work.ts";

/** Attributes by which a tag points to an entry. */
const POINTERS = ["corresp", "ref", "target", "key", "sameAs"];

/** Whether an element is counted as a mention of a person. */
export function countsAsPerson({ name, attributes }: XmlElement): boolean {
  return (
    name === "persName" &&
    POINTERS.some((pointer) => (attributes.get(pointer)?.trim() ?? "") !== "")
  );
}

/** A name or a term whose tag points to an entry of a register. */
export function mention(register: "people" | "terms"): Convert {
  return (element, flow, work) => {
    const written = POINTERS.map((name) => element.attributes.get(name)?.trim() ?? "").find(
      (value) => value !== "",
    );
    if (written === undefined) return pourInto(element, flow, work);
    const { volume } = work;
    const id = written.split(/\s+/u)[0]?.replace(/^.*#/u, "") ?? "";
    const isPerson = countsAsPerson(element);
    const entry =
      volume[register].byId.get(id) ?? volume.people.byId.get(id) ?? volume.terms.byId.get(id);
    if (!entry) {
      volume.remarks.add(
        `a tag points to "${written}", which no list of the volume has; the words are kept without it`,
        element.place,
      );
      if (isPerson)
        volume.remarks.leave({
          what: "tags of people",
          why: "no list of the volume has those to whom they point",
          holds: { people: 1 },
          place: element.place,
        });
      return pourInto(element, flow, work);
    }
    const told = flow.within(
      {
        key: `reference ${entry.id}`,
        link: true,
        wrap: (children): Inline => ({
          type: "reference",
          target: entry.id,
          children,
          place: element.place,
        }),
      },
      () => pourInto(element, flow, work),
    );
    if (!told) {
      volume.remarks.add(
        "a name or a term is tagged within a reference, where no second link can stand; its tag is left behind ({times})",
        element.place,
      );
      if (isPerson)
        volume.remarks.leave({
          what: "tags of people within references",
          why: "no second link can stand there",
          holds: { people: 1 },
          place: element.place,
        });
    }
    if (volume.people.byId.get(id) !== entry) return;
    const message = contradiction(wordsOf(element), entry, volume.people);
    if (message === undefined || work.said.has(message)) return;
    work.said.add(message);
    flow.mark(doubt(message, element.place));
  };
}
