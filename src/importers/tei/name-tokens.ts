import type { RegisterEntryDraft } from "../importer.ts";
import type { RegisterOfVolume } from "./register-of-volume.ts";

/** Words that stand beside names and are none. */
const TITLES = new Set(
  (
    "president secretary ambassador chairman premier prime minister general admiral marshal colonel captain " +
    "mr mrs ms miss dr sir lord lady king queen prince emperor senator congressman governor mayor professor " +
    "foreign first deputy vice under assistant acting chancellor the and of de von van jr sr madame comrade " +
    "chief director judge justice bishop pope cardinal major lieutenant commander excellency his her my your"
  ).split(" "),
);

const known = new Map<string, readonly string[]>();

/** Parts of a name, without marks, titles and initials. */
function tokensOf(name: string): readonly string[] {
  const found = known.get(name);
  if (found) return found;
  const tokens = splitName(name);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(name, tokens);
  return tokens;
}

const MOST_KNOWN = 10_000;

function splitName(name: string): readonly string[] {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^\p{L}’']+/u)
    .map((word) => word.replace(/[’']s?$/u, ""))
    .filter((word) => /^\p{Lu}/u.test(word) && !/^\p{Lu}{1,2}$/u.test(word))
    .map((word) => word.replaceAll(/[’']/gu, "").toLowerCase())
    .filter((word) => !TITLES.has(word));
}

/** What contradicts a tag: the words name somebody whom the entry does not. */
export function contradiction(
  words: string,
  entry: RegisterEntryDraft,
  people: RegisterOfVolume,
): string | undefined {
  const said = tokensOf(words);
  if (said.length === 0) return undefined;
  // Initials (JFK) may be anybody's.
  if (said.length === 1 && /^[A-Z.]{2,5}$/u.test(words.trim())) return undefined;
  const own = tokensOf(`${entry.matter.name} ${entry.matter.role ?? ""}`);
  if (sharedBy(said, own) > 0) return undefined;
  const other = betterEntry(said, people);
  const told = `the tag says ${entry.matter.name}, the words say "${words}"`;
  return other ? `${told}; perhaps ${other.matter.name} (${other.id}) is meant` : told;
}

function sharedBy(said: readonly string[], own: readonly string[]): number {
  return said.filter((word) => own.some((token) => alike(word, token))).length;
}

/** The only entry that has all that the words name. */
function betterEntry(
  said: readonly string[],
  people: RegisterOfVolume,
): RegisterEntryDraft | undefined {
  const found = [...people.byId.values()].filter(
    (entry) => sharedBy(said, tokensOf(String(entry.matter.name))) === said.length,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Spellings of one name: Khrushchev, Khrushchov; Mikoyan, Mikoian. */
function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4) return false;
  if (long.startsWith(short)) return true;
  return (
    short.length >= 6 && short.slice(0, 4) === long.slice(0, 4) && long.length - short.length <= 2
  );
}
