import { diagnose } from "../../diagnostics/diagnostic.ts";
import { streamsOf } from "../../edition/own-streams.ts";
import { streamOfLabel } from "../../edition/streams.ts";
import { withoutCalls } from "../../edition/without-calls.ts";
import { walk } from "../../edition/walk.ts";
import type { Check } from "../checks.ts";
import { textsOf } from "../entity-texts.ts";

/** Numbered paragraphs of nothing but calls of notes for instructors: students would get a number without words. */
export const loneInstructorCalls: Check = ({ survey: { edition, entities } }) => {
  const streams = streamsOf(edition.settings);
  return entities.flatMap((entity) =>
    textsOf(entity).flatMap(({ blocks }) =>
      [...walk(blocks)].flatMap((node) => {
        if (node.type !== "paragraph" || node.number === undefined) return [];
        const left = withoutCalls(
          node.children,
          ({ label }) => streamOfLabel(label, streams)?.audience === "instructors",
        );
        const [first] = node.children;
        const isLone =
          first !== undefined &&
          left !== node.children &&
          left.every(({ type }) => type === "doubt");
        if (!isLone) return [];
        const message = "a paragraph of nothing but a note for instructors";
        const mend = "put its call behind the words that it is about";
        return [diagnose("instructor-misplaced", first.place, message, mend)];
      }),
    ),
  );
};
