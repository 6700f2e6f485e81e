import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import { comparedIds } from "../../edition/compared-ids.ts";
import type { Division } from "../../edition/text.ts";
import { walk } from "../../edition/walk.ts";
import type { Check, Findings } from "../checks.ts";
import { kindOf, kindWords } from "../entities.ts";
import { textsOf } from "../entity-texts.ts";

/** What comparisons set side by side, wherever they stand: each must be a document. */
export const comparisons: Check = ({ survey }) =>
  survey.entities.flatMap((entity) =>
    textsOf(entity).flatMap(({ blocks }) =>
      [...walk(blocks)].flatMap((node) =>
        node.type === "division" && node.name === "comparison" ? compared(node, survey) : [],
      ),
    ),
  );

function compared(comparison: Division, survey: Findings["survey"]): readonly Diagnostic[] {
  const place = comparison.options?.get("of")?.place ?? comparison.place;
  return comparedIds(comparison).flatMap((id) => {
    const entity = survey.byId.get(id);
    if (entity?.kind === "document") return [];
    const message = entity
      ? `"${id}" is ${kindWords(kindOf(entity))}, not a document`
      : `no document has the id "${id}"`;
    const ids = survey.edition.documents.map((candidate) => candidate.id);
    const mend = didYouMean(id, ids, "give the ids of documents");
    return [diagnose("reference-unknown", place, message, mend)];
  });
}
