/** Names of months as pages and papers write them, by language; the first letters tell a shortened one. */
const names: readonly (readonly string[])[] = [
  [
    "January February March April May June July August September October November December",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec",
  ].map((language) => language.toLowerCase()),
]
  .flat()
  .map((language) => language.split(" "));

const numbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((months) => months.map((name, index) => [name, index + 1] as const)),
);

/** The name of a month in any of these languages, with the full stop of a shortened one; one group. */
export const MONTH = `(${[...numbers.keys()].toSorted((a, b) => b.length - a.length).join("|")})\\.?`;

/** The number of a month, from 1. */
export function monthNumbered(name: string): number | undefined {
  return numbers.get(name.toLowerCase());
}
