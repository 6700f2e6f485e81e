const SIGNS: readonly (readonly [string, number])[] = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

/** A number from 1 up in small Roman letters: 4 is `iv`. */
export function romanNumeral(number: number): string {
  let rest = number;
  let written = "";
  for (const [sign, value] of SIGNS) {
    while (rest >= value) {
      written += sign;
      rest -= value;
    }
  }
  return written;
}

const VALUES: ReadonlyMap<string, number> = new Map([
  ["i", 1],
  ["v", 5],
  ["x", 10],
  ["l", 50],
  ["c", 100],
  ["d", 500],
  ["m", 1000],
]);

/** The value of a Roman numeral, in large or small letters, written as one should be, or nearly (`IIII`); nothing for other letters. */
export function romanValue(numeral: string): number | undefined {
  const letters = numeral.toLowerCase();
  if (
    !/^m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$/u.test(letters) ||
    letters === ""
  )
    return undefined;
  const values = letters.split("").map((letter) => VALUES.get(letter) ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
