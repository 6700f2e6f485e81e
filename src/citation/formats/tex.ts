import { plainLine } from "./plain-line.ts";

/** What TeX takes for its own, and how it is written to be printed. */
const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "`": "\\textasciigrave{}",
};

/** A brace without its fellow, by its name: BibTeX counts braces also behind a backslash. */
const LONE_BRACES: Readonly<Record<string, string>> = {
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

/** Words on one line, as TeX prints them. */
export function inTex(words: string): string {
  const line = plainLine(words);
  const signs = hasLoneBraces(line) ? { ...SIGNS, ...LONE_BRACES } : SIGNS;
  const escaped = line.replaceAll(/[\\{}~^$&%#_`]/gu, (sign) => signs[sign] ?? sign);
  // Two of these become one other sign: '' a quotation mark, -- a dash.
  return escaped.replaceAll(/(?<sign>[-'<>,])(?=\k<sign>)/gu, "$<sign>{}");
}

function hasLoneBraces(line: string): boolean {
  let open = 0;
  for (const [brace] of line.matchAll(/[{}]/gu)) {
    open += brace === "{" ? 1 : -1;
    if (open < 0) return true;
  }
  return open > 0;
}
