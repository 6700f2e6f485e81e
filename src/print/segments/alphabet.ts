/** Letters of one script that a font holds together. */
interface Block {
  /** Tells whether a reader has need of it. */
  readonly asked: RegExp;
  readonly letters: string;
}

/** So many of some letters in a row. */
function row(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join("");
}

const BLOCKS: readonly Block[] = [
  {
    asked: /(?:)/,
    letters: `${row(0x21, 0x7e)}${row(0xa1, 0xac)}${row(0xae, 0xff)}ıŒœˆ˚˜‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€™↑↓−∕`,
  },
  { asked: /[\u0400-\u045f]/, letters: `${row(0x400, 0x45f)}Ґґ№` },
  {
    asked: /[\u0384-\u03ce]/,
    letters: `${row(0x384, 0x38a)}Ό${row(0x38e, 0x3a1)}${row(0x3a3, 0x3ce)}`,
  },
];

/** What the page of letters shows for a reader that is made of some letters: whole scripts, so that one letter more changes nothing. */
export function alphabetOf(letters: string): string {
  return BLOCKS.flatMap((block) => (block.asked.test(letters) ? [block.letters] : [])).join("");
}
