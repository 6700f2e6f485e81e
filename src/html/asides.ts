import { element, escapeHtml } from "./element.ts";
import type { Writer } from "./writer.ts";

/** What paper must say where a screen has a link: behind the words, in an editor's parentheses or, within a document, in brackets. */
export function aside(words: string, { voice }: Writer): string {
  const bracketed = voice === "document" ? `[${words}]` : `(${words})`;
  return element("span", { class: "link-address" }, escapeHtml(` ${bracketed}`));
}

/** An address as it is printed, without what every address begins with. */
export function plainAddress(url: string): string {
  return url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, "").replace(/\/$/, "");
}
