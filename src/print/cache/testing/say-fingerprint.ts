import { engineFingerprint } from "../engine-fingerprint.ts";

/** Says the fingerprint of the code that it lies in, for tests that change a copy: `tsx say-fingerprint.ts FOLDER`. */
const [folder = ""] = process.argv.slice(2);
const browser = { version: () => Promise.resolve("Chrome/1"), process: () => null };
console.log(await engineFingerprint(browser, folder));
