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
