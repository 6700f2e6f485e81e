import type { Essay } from "../../edition/edition.ts";
import { addressOf, relativeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { namesInWords } from "./names.ts";

/** An essay as lists of essays show it. */
export interface EssayEntryView {
  readonly title: string;
  readonly href: string;
  readonly description: string;
  readonly authors: string;
}

/** An essay as a list on some page shows it. */
export function essayEntry(desk: Desk, essay: Essay, address: string): EssayEntryView {
  return {
    title: essay.matter.title,
    href: relativeAddress(address, addressOf(essay)),
    description: essay.matter.description ?? "",
    authors: namesInWords(desk, essay.matter.authors),
  };
}
