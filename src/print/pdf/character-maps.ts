/**
 * Letters that a font draws alike, and which of them is meant: a PDF says for each drawn form what letter
 * it is, and Chromium takes the last that the font knows. Who searches or copies needs the first.
 */
const MEANT: ReadonlyMap<number, number> = new Map([
  // Modifier letters turned comma and apostrophe: single quotation marks.
  [0x02bb, 0x2018],
  [0x02bc, 0x2019],
  // Soft hyphen, non-breaking hyphen: hyphen.
  [0x00ad, 0x002d],
  // No-break space.
  [0x00a0, 0x0020],
]);

/** As many lines as a section of a map may have. */
const MOST_LINES = 100;

/** Mends one map: single forms, and ranges of forms, which are divided around the letters that are meant otherwise. */
export function mendCharacterMap(map: string): string {
  return map
    .replaceAll(
      /^(<[0-9A-F]+>) <([0-9A-F]{4})>$/gm,
      (_, form: string, letter: string) => `${form} <${meant(letter)}>`,
    )
    .replaceAll(/^\d+ beginbfrange\n([^]*?)\nendbfrange$/gm, (_, lines: string) =>
      sections(lines.split("\n").flatMap(dividedRange)),
    );
}

/** Forms from one to another that stand for letters in a row. */
const RANGE = /^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/;

function dividedRange(line: string): readonly string[] {
  const [, from = "", to = "", letter = ""] = RANGE.exec(line) ?? [];
  if (letter === "") return [line];
  const first = parseInt(from, 16);
  const start = parseInt(letter, 16);
  const length = parseInt(to, 16) - first + 1;
  const part = (at: number, end: number, letterAt: number): string =>
    `<${hex(first + at, from.length)}> <${hex(first + end - 1, from.length)}> <${hex(letterAt, 4)}>`;
  const parts: string[] = [];
  let done = 0;
  for (const [wrong, right] of [...MEANT].sort(([one], [other]) => one - other)) {
    const at = wrong - start;
    if (at < done || at >= length) continue;
    if (at > done) parts.push(part(done, at, start + done));
    parts.push(part(at, at + 1, right));
    done = at + 1;
  }
  if (done < length) parts.push(part(done, length, start + done));
  return parts;
}

function sections(lines: readonly string[]): string {
  const made: string[] = [];
  for (let at = 0; at < lines.length; at += MOST_LINES) {
    const some = lines.slice(at, at + MOST_LINES);
    made.push(`${some.length} beginbfrange\n${some.join("\n")}\nendbfrange`);
  }
  return made.join("\n");
}

function meant(letter: string): string {
  return hex(MEANT.get(parseInt(letter, 16)) ?? parseInt(letter, 16), letter.length);
}

function hex(number: number, width: number): string {
  return number.toString(16).toUpperCase().padStart(width, "0");
}
