import type { Inline } from "../../edition/text.ts";
import { type Convert, pourInto } from "./convert.ts";
import { isBlank, tidied, wordsOf } from "./letters.ts";
import { type Target, writtenTargets } from "./targets.ts";
import type { Wrapping } from "./text-flow.ts";
import { type VolumeKnowledge, doubt } from "./work.ts";

/** A reference within the volume, into another, or to the web. */
export const reference: Convert = (element, flow, work, { before }) => {
  const { volume } = work;
  const targets = writtenTargets(element);
  const [written] = targets;
  if (written === undefined) {
    pourInto(element, flow, work);
    if (isBlank(element)) return;
    flow.mark(doubt(`the reference "${wordsOf(element)}" leads nowhere`, element.place));
    return;
  }
  const target = volume.targets.find(written);
  if (target.kind === "none") {
    pourInto(element, flow, work);
    flow.mark(doubt(`a reference to "${written}" leads nowhere: ${target.why}`, element.place));
    return;
  }
  const wrapping = linkTo(target, element.place);
  if (isBlank(element)) {
    // A reference within the edition is filled in; a link has no words to show.
    if (target.kind === "edition") flow.ink(wrapping.wrap([]));
    else flow.mark(doubt(`a reference without words leads to ${target.url}`, element.place));
    pourInto(element, flow, work);
  } else if (!flow.within(wrapping, () => pourInto(element, flow, work))) {
    volume.remarks.add(
      "a reference stands within another reference and is left behind ({times})",
      element.place,
    );
  }
  if (targets.length > 1) {
    const all = targets.join(" ");
    flow.mark(
      doubt(
        `the reference leads to several places (${all}); only the first is kept`,
        element.place,
      ),
    );
  }
  const strayed =
    target.kind === "edition" && strayedVolume(`${tidied(before)} ${wordsOf(element)}`, volume);
  if (strayed !== undefined && strayed !== false) {
    flow.mark(
      doubt(
        `the words name volume ${strayed}, but the reference leads to "${written}" in this volume`,
        element.place,
      ),
    );
  }
};

function linkTo(target: Exclude<Target, { kind: "none" }>, place: Inline["place"]): Wrapping {
  return target.kind === "edition"
    ? {
        key: `reference ${target.target}`,
        link: true,
        wrap: (children): Inline => ({ type: "reference", target: target.target, children, place }),
      }
    : {
        key: `link ${target.url}`,
        link: true,
        wrap: (children): Inline => ({ type: "link", url: target.url, children, place }),
      };
}

/** Another volume that the words of a reference, or those right before it, name. */
function strayedVolume(words: string, { siglum }: VolumeKnowledge): string | undefined {
  const named =
    /\bvol(?:\.|ume)\s+([IVXLCDM]+)(?:,\s*(?:Part\s+\d+,\s*)?)?(?:(?:Documents?|pp?\.|footnote|note)?\s*[\d–-]*)?$/u.exec(
      words,
    )?.[1];
  return named !== undefined && siglum !== "" && named !== siglum ? named : undefined;
}
