/** A matrix as a PDF writes it: what stands at (x, y) goes to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Leaves everything where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that an operator's operands are. */
export function matrixOf(operands: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.trim().split(/\s+/).map(Number);
  return [a, b, c, d, e, f];
}

/** Does what the one does, and then the other. */
export function product(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[1] * other[2],
    one[0] * other[1] + one[1] * other[3],
    one[2] * other[0] + one[3] * other[2],
    one[2] * other[1] + one[3] * other[3],
    one[4] * other[0] + one[5] * other[2] + other[4],
    one[4] * other[1] + one[5] * other[3] + other[5],
  ];
}
