import type { Files } from "./temporary-folder.ts";

/** Calls of notes for instructors in the fixture “for-instructors”: of the standing stream and of its own. */
const CALL = / \*\*\[\^in:\d+\]\*\*|\[\^(?:in|exam):\d+\]/gu;

/**
 * The sources of the fixture “for-instructors” as if an editor had never written what is for instructors: line by
 * line, without any part of Scholium, so that it can be compared with what Scholium leaves to students.
 */
export function withoutByHand(files: Files): Files {
  const left: Record<string, string> = {};
  for (const [name, content] of Object.entries(files)) {
    if (/sekret/u.test(name) || /^audience: instructors$/mu.test(content)) continue;
    left[name] = name.endsWith(".md") ? withoutParts(content) : content;
  }
  const settings = left["documents/edition.yaml"] ?? "";
  left["documents/edition.yaml"] = settings.replace(/^streams:\n(?: .*\n)*/mu, "");
  return left;
}

/** Parts that go: for instructors, answers, and readings of what only instructors get. */
const PART = /^\s*::: \{?\.?(?:instructor|answer|reading of=sekret)/u;

function withoutParts(content: string): string {
  const left: string[] = [];
  let depth = 0;
  let inNote = false;
  for (const line of content.split("\n")) {
    if (depth > 0) {
      if (/^\s*:::\s*$/u.test(line)) depth -= 1;
      else if (/^\s*:::/u.test(line)) depth += 1;
    } else if (PART.test(line)) depth = 1;
    else if (/^\[\^(?:in|exam):\d+\]: |^\[\^3\]: /u.test(line)) inNote = true;
    else {
      inNote &&= line === "" || line.startsWith("    ");
      if (!inNote) left.push(line.replaceAll(CALL, ""));
    }
  }
  return left.join("\n").replaceAll(/\n{3,}/gu, "\n\n");
}
