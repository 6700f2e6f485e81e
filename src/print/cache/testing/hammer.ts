import { openPrintCache } from "../open-print-cache.ts";
import { keyOf } from "../print-cache.ts";

/** A build as far as the cache goes, for tests that run several at once: `tsx hammer.ts FOLDER LIMIT ROUNDS`. Says what it read wrong, and what troubled it; tells whoever started it when it is under way. */
const [folder = "", limit = "0", rounds = "0"] = process.argv.slice(2);

/** What stands under a key is decided by it. */
function contentOf(key: string): Uint8Array {
  return Buffer.from(key.repeat(600));
}

const cache = await openPrintCache({
  folders: [folder],
  limit: Number(limit),
  onTrouble: (sentence) => console.log(sentence),
});
/** So many files are kept when a build is under way. */
const UNDER_WAY = 5;

let wrong = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  if (round === UNDER_WAY) process.send?.("under way");
  const key = keyOf(String(round % 40));
  const read = await cache.read("layout", key);
  if (read && !contentOf(key).every((byte, at) => byte === read[at])) wrong += 1;
  await cache.write("layout", key, contentOf(key));
}
console.log(`wrong: ${wrong}`);
