import type { Token } from "markdown-it";
import type { Inline } from "../../../edition/text.ts";
import { walk } from "../../../edition/walk.ts";
import { destinationOf } from "../inlines/link.ts";
import { inlineMeta } from "../placed-states.ts";
import { shorten } from "../shorten.ts";
import { hoistDoubts } from "./doubts.ts";
import { type Words, placeIn } from "./words.ts";

/** `[words](target)`: a reference within the edition, a link out of it, or an error. */
export function readLink(
  words: Words,
  opening: Token,
  given: readonly Inline[],
): readonly Inline[] {
  const { children, doubts } = hoistDoubts(given);
  const { target, targetAt, title, titleAt } = destinationOf(opening);
  const place = placeIn(words, inlineMeta(opening).at);
  const { report } = words.reading;

  if (title !== "")
    report(
      "title-unshown",
      placeIn(words, titleAt),
      `a link’s title is not shown: "${shorten(title)}"`,
      "delete it, or put the words into the text",
    );
  for (const node of walk(children)) {
    if (node.type === "link" || node.type === "reference")
      report("link-invalid", node.place, "a link inside a link", "let one end before the other");
    if (node.type === "citation")
      report("citation-misplaced", node.place, "a citation inside a link", "cite behind the link");
  }
  if (target.startsWith("#") && target.length > 1)
    return [{ type: "reference", target: target.slice(1), children, place }, ...doubts];
  if (isWebAddress(target)) return [{ type: "link", url: target, children, place }, ...doubts];

  const shown = target === "" ? "a link that leads nowhere" : `a link to "${shorten(target)}"`;
  report("link-invalid", placeIn(words, targetAt), shown, mendTarget(target));
  return given;
}

/** `<https://example.org>`: a link that is its own text. */
export function readAutolink(
  words: Words,
  opening: Token,
  children: readonly Inline[],
): readonly Inline[] {
  const url = opening.attrGet("href") ?? "";
  const at = inlineMeta(opening).at;
  const place = placeIn(words, at);
  // markdown-it places the text at the bracket, which it drops.
  const inside = children.map((node) => ({ ...node, place: placeIn(words, at + 1) }));
  if (isWebAddress(url)) {
    if (words.voice === "transcription")
      words.reading.report(
        "trap-html",
        place,
        "angle brackets around an address vanish",
        "put a backslash before the less-than sign, \\<, or write [text](address)",
      );
    return [{ type: "link", url, children: inside, place }];
  }
  const end = words.content.indexOf(">", at);
  const written = words.content.slice(at, end + 1);
  words.reading.report(
    "link-invalid",
    place,
    `${written} becomes a link`,
    "put a backslash before the less-than sign: \\<",
  );
  return [{ type: "text", value: written, place }];
}

function isWebAddress(target: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(target) || /^mailto:[^\s@]+@[^\s@]+$/i.test(target);
}

function mendTarget(target: string): string | undefined {
  const file = /(?:^|\/)([a-z0-9-]+)\.(?:md|html)(?:#([a-z0-9-]+))?$/.exec(target);
  if (file) return `did you mean "#${file[1]}${file[2] === undefined ? "" : `:${file[2]}`}"?`;
  if (/^[a-z][a-z0-9-]*(?::[a-z0-9-]+)?$/.test(target)) return `did you mean "#${target}"?`;
  if (/^www\./i.test(target)) return `did you mean "https://${target}"?`;
  if (/^[^\s@/]+@[^\s@/]+$/.test(target)) return `did you mean "mailto:${target}"?`;
  return undefined;
}
