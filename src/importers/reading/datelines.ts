import { findDate } from "./dates.ts";

/** What a dateline says: `Moscow, October 26, 1962, 7 p.m.` */
export interface Dateline {
  /** The place before the date, without its comma. */
  readonly place?: string;
  /** EDTF; absent for `Moscow, undated.` */
  readonly date?: string;
}

/** Words of a place: a few, each with a capital, perhaps with a small particle: `Rio de Janeiro`, `Washington, D.C.` */
const PLACE =
  /^(?:(?:the|at|en|in|à)\s)?\p{Lu}[\p{L}.’'-]*(?:,? (?:\p{Lu}[\p{L}.’'-]*|de|do|da|del|la|le|am|an der|of|the|on|sur|upon)){0,6}$/u;
const WHAT_FOLLOWS =
  /^[,.]?\s*(?:(?:at )?\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\.?|o’clock|h(?:ours)?|hrs\.?)?|noon|midnight|[-—–].{0,40}|\(?\p{L}+day\)?)?[\])., ]*$/iu;
const UNDATED = /^(.+?),? (?:undated|n\.\s?d\.|no date)[.\]]*$/iu;

/** Reads a line that is nothing but place, date and hour; nothing for any other line. */
export function readDateline(line: string): Dateline | undefined {
  const words = line.trim();
  if (words.length > 120) return undefined;
  const undated = UNDATED.exec(words)?.[1];
  if (undated !== undefined) return PLACE.test(undated) ? { place: undated } : undefined;

  const found = findDate(words);
  if (!found || !WHAT_FOLLOWS.test(words.slice(found.at + found.words.length))) return undefined;
  const before = words
    .slice(0, found.at)
    .replace(/^\[/u, "")
    .replace(/[\s,:—–-]+$/u, "")
    .replace(/,?\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u, "");
  if (before === "") return { date: found.edtf };
  return PLACE.test(before) ? { place: before, date: found.edtf } : undefined;
}
