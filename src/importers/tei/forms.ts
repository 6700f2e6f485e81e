import { blockForms } from "./block-forms.ts";
import type { Convert } from "./convert.ts";
import { wordForms } from "./word-forms.ts";

/** What becomes of each element of TEI, by its name. */
export const forms: ReadonlyMap<string, Convert> = new Map([...blockForms, ...wordForms]);
