import { posix } from "node:path";
import type { Token } from "markdown-it";
import { didYouMean } from "../../../diagnostics/suggest.ts";
import type { Image, Inline } from "../../../edition/text.ts";
import { imageDestination } from "../inlines/image.ts";
import { inlineMeta } from "../placed-states.ts";
import { type Words, placeIn } from "./words.ts";

/** `![what it shows](images/map.png)`. The path counts from `documents/`, or from the file. */
export function readImage(words: Words, token: Token): readonly Inline[] {
  const { target, targetAt } = imageDestination(token);
  const place = placeIn(words, inlineMeta(token).at);
  const text = token.content
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("\n", " ")
    .trim();
  if (text === "")
    words.reading.report(
      "image-without-text",
      place,
      "an image has no text for those who cannot see it",
    );
  const source = findImage(words, target, targetAt);
  return [{ type: "image", source: source ?? target, text, place }];
}

/** A figure's caption; of an image in a line it would not be shown. */
export function captionOf(token: Token): string {
  return imageDestination(token).title;
}

/** Says that an image in a line has a caption, which only figures show. */
export function refuseCaption(words: Words, token: Token, image: Image): void {
  const { title, titleAt } = imageDestination(token);
  if (title === "") return;
  words.reading.report(
    "title-unshown",
    placeIn(words, titleAt),
    `the caption of ${image.source} is not shown inside a paragraph`,
    "give the image a paragraph of its own, or delete the caption",
  );
}

/** The path from `documents/` of an image that is there. */
function findImage(words: Words, target: string, at: number): string | undefined {
  const { images, report } = words.reading;
  const place = placeIn(words, at);
  const written = decode(target);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written)) {
    report("image-outside", place, `an image outside the edition: ${target}`);
    return undefined;
  }
  const file = posix.relative("documents", place.file);
  const candidates = [
    posix.normalize(written),
    posix.normalize(posix.join(posix.dirname(file), written)),
  ];
  const found = candidates.find((candidate) => images.has(candidate));
  if (found !== undefined) return found;
  if (candidates.every((candidate) => candidate.startsWith("../"))) {
    report("image-outside", place, `the path leads out of documents/: ${target}`);
    return undefined;
  }
  const otherwise = "put it into documents/images/ and write the path from documents/";
  report(
    "image-missing",
    place,
    target === "" ? "an image without a path" : `no image ${target}`,
    didYouMean(written, images, otherwise),
  );
  return undefined;
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // Not an encoded path: a per cent sign in a file's name.
    return target;
  }
}
