import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { withTables } from "../src/source/testing/manual-tables.ts";

/*
 * Writes the manual's tables anew, after a rule, an act, a division or a stream has changed:
 * `npx tsx scripts/write-manual-tables.ts`.
 */

const manual = fileURLToPath(new URL("../documents/essays/manual.md", import.meta.url));
const source = await readFile(manual, "utf8");
await writeFile(manual, withTables(source));
