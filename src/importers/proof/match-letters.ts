import type { Segment } from "./segments.ts";

/** Whether letters of the input are a draft's, and if not, where they part. */
export type Match =
  | { readonly kind: "equal" }
  /** `input` and `draft` are the letters from where they part. */
  | { readonly kind: "different"; readonly input: string; readonly draft: string };

/** How many letters are shown from where they part. */
const SHOWN = 40;

/** After so many ways that parted a text that fits none of them is different: no text of an edition comes near. */
const MOST_WAYS = 200_000;

/**
 * Compares letters of the input with a draft's, of which the optional ones may be left out. Each place of
 * the input is tried at most once for each segment, and two ways part only at optional segments.
 */
export function matchLetters(letters: string, segments: readonly Segment[]): Match {
  const open: [segment: number, at: number][] = [[0, 0]];
  const tried = new Set<number>();
  let farthest = { segment: 0, at: 0, within: 0 };
  for (let next = open.pop(); next; next = open.pop()) {
    let [segment, at] = next;
    for (;;) {
      const { letters: wanted, optional } = segments[segment] ?? END;
      if (segment === segments.length && at === letters.length) return { kind: "equal" };
      if (optional) {
        const key = segment * (letters.length + 1) + at;
        if (tried.has(key) || tried.size > MOST_WAYS) break;
        tried.add(key);
        open.push([segment + 1, at]);
      }
      const same = segment < segments.length && letters.startsWith(wanted, at);
      if (!same) {
        const within = optional ? 0 : sameLetters(letters, at, wanted);
        if (at + within >= farthest.at + farthest.within) farthest = { segment, at, within };
        break;
      }
      at += wanted.length;
      segment += 1;
    }
  }
  return {
    kind: "different",
    input: letters.slice(farthest.at + farthest.within).slice(0, SHOWN),
    draft: followingLetters(segments, farthest.segment).slice(farthest.within).slice(0, SHOWN),
  };
}

/** What stands behind the last segment. */
const END: Segment = { letters: "", optional: false };

function sameLetters(letters: string, at: number, wanted: string): number {
  let same = 0;
  while (same < wanted.length && letters[at + same] === wanted[same]) same += 1;
  return same;
}

function followingLetters(segments: readonly Segment[], from: number): string {
  let following = "";
  for (const segment of segments.slice(from)) {
    following += segment.letters;
    if (following.length > 2 * SHOWN + (segments[from]?.letters.length ?? 0)) break;
  }
  return following;
}
