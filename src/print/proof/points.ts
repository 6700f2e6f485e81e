/** CSS pixels are a 96th of an inch, points a 72nd. */
export function pointsOf(px: number): number {
  return px * 0.75;
}
