/** A text as it is compared: how it is marked up, spaced, divided at lines' ends, accented or set in capitals says nothing. */
export interface Letters {
  /** Its letters and digits, one word behind the other. */
  readonly run: string;
  /** Where in the run its words begin, ascending. */
  readonly starts: readonly number[];
}

/** What a sign is for the comparison. */
const [UNKNOWN, NONE, LETTER, DIGIT, IDEOGRAPH] = [0, 1, 2, 3, 4];

/** Signs of scripts that set no spaces between words: each counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A word of such a script weighs as much as some letters of another. */
const WEIGHT = 4;

/** Letters that become others where they are set in capitals. */
const FOLDED: Readonly<Record<string, string>> = { ß: "ss", ς: "σ", ı: "i" };

const kinds = new Uint8Array(0x1_0000);

/** The letters of a text. A number is a word of its own, so that marks of notes do not hide the word before them. */
export function lettersOf(text: string): Letters {
  const folded = fold(text);
  const starts: number[] = [];
  let run = "";
  let before = NONE;
  let from = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const kind = kindOf(folded, at);
    if (kind === before && kind !== IDEOGRAPH) continue;
    if (before === LETTER || before === DIGIT) run += folded.slice(from, at);
    if (kind !== NONE) starts.push(run.length);
    if (kind === IDEOGRAPH) run += (folded[at] ?? "").repeat(WEIGHT);
    before = kind;
    from = at;
  }
  if (before === LETTER || before === DIGIT) run += folded.slice(from);
  return { run, starts };
}

/** The words of a text, as they are compared. */
export function wordsOf({ run, starts }: Letters): readonly string[] {
  return starts.map((start, at) => run.slice(start, starts[at + 1]));
}

function fold(text: string): string {
  const small = text.toLowerCase();
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant, control characters too
  if (/^[\u0000-\u007f]*$/.test(small)) return small;
  return small
    .normalize("NFKD")
    .replaceAll(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, "")
    .replaceAll(/[ßςı]/gu, (letter) => FOLDED[letter] ?? letter);
}

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  // Halves of signs beyond the first plane: together they are nearly always letters.
  const kind = unit >= 0xd800 && unit <= 0xdfff ? IDEOGRAPH : kindOfSign(text.charAt(at));
  kinds[unit] = kind;
  return kind;
}

function kindOfSign(sign: string): number {
  if (UNSPACED.test(sign)) return IDEOGRAPH;
  if (/\p{N}/u.test(sign)) return DIGIT;
  return /\p{L}/u.test(sign) ? LETTER : NONE;
}
