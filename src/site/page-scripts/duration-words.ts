/** About how long reading takes, in words: "20 minutes", "1 hour 20 minutes". Above an hour in steps of five minutes, above ten hours of one hour. Runs in the page too, and depends on nothing around it. */
export function durationWords(minutes: number): string {
  const of = (number: number, unit: string): string =>
    `${number} ${number === 1 ? unit : `${unit}s`}`;
  if (minutes < 60) return of(minutes, "minute");
  const rounded = minutes >= 600 ? Math.round(minutes / 60) * 60 : Math.round(minutes / 5) * 5;
  const rest = rounded % 60;
  const hours = of(Math.floor(rounded / 60), "hour");
  return rest === 0 ? hours : `${hours} ${of(rest, "minute")}`;
}
