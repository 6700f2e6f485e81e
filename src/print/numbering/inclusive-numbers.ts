/**
 * What stands behind the dash of a range of pages, as the Chicago Manual of Style has it: all digits
 * below 100, behind a full hundred (100–104) and of roman numerals; of other numbers what changes, and
 * no single digit where the first has a ten: 107–8, 321–28, 498–532.
 */
export function inclusiveEnd(first: string, last: string): string {
  const whole = !/^\d{3,}$/.test(first) || !/^\d+$/.test(last) || last.length !== first.length;
  if (whole || first.endsWith("00")) return last;
  let same = 0;
  while (same < first.length && first[same] === last[same]) same += 1;
  const ten = first.at(-2) !== "0";
  return last.slice(ten ? Math.min(same, last.length - 2) : same);
}

/** The other way round: the whole number that the end of a range stands for. */
export function inclusiveWhole(first: string, end: string): string {
  const shortened = /^\d+$/.test(first) && /^\d+$/.test(end) && end.length < first.length;
  return shortened ? first.slice(0, first.length - end.length) + end : end;
}
