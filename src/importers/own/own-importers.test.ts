import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import type { ImportedWork, Importer } from "../importer.ts";
import { inputOf } from "../input.ts";
import { noHoldings } from "../plan/holdings.ts";
import { placeWork } from "../plan/place-work.ts";
import { proveFile } from "../proof/prove-file.ts";
import { balanceOf } from "../balance.ts";
import { proveWork } from "../proof/prove-work.ts";
import { Refusal } from "../refusal.ts";
import { contentOf } from "../write-file.ts";
import { loadImporters } from "./load-importers.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-importers-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function load(files: Readonly<Record<string, string>>): Promise<readonly Importer[]> {
  await write(files);
  const loaded = await loadImporters(folder);
  if (loaded.kind === "broken")
    throw new Error(loaded.diagnostics.map(formatDiagnostic).join("\n"));
  return loaded.importers;
}

async function faults(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await write(files);
  const loaded = await loadImporters(folder);
  return loaded.kind === "broken" ? loaded.diagnostics.map(formatDiagnostic) : [];
}

/** An importer whose `read` gives a value. */
const giving = (value: string, more = ""): string =>
  `export default { name: "ours", endings: [".our"], ${more} read: (input) => (${value}) };`;

async function read(value: string, text: string): Promise<ImportedWork> {
  const [importer] = await load({ "importers/ours.mjs": giving(value) });
  if (!importer) throw new Error("no importer");
  return importer.read(inputOf("a.our", Buffer.from(text)), { language: "en" });
}

async function refused(value: string, text = ""): Promise<string> {
  const error: unknown = await read(value, text).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error("it was not refused");
  return `${error.message}; ${error.mend}`;
}

describe("an edition's own importers", () => {
  it("are none where there is no folder of them", async () => {
    expect(await load({})).toEqual([]);
  });

  it("are loaded in the order of their names, whatever else lies there", async () => {
    const importers = await load({
      "importers/b.mjs": `export default { name: "two", label: "Two", read() {} };`,
      "importers/a.js": `export default { name: "one", read() {} };`,
      "importers/notes.md": "nothing",
      "importers/.hidden.js": "throw 1",
    });
    expect(importers.map(({ name, label }) => `${name}: ${label}`)).toEqual([
      "one: what importers/a.js reads",
      "two: Two",
    ]);
  });

  it("know a form by its ending, by a function, or only when they are named", async () => {
    const [ending, sure, broken, never] = await load({
      "importers/a.mjs": giving("1"),
      "importers/b.mjs": `export default { name: "b", recognizes: ({ name }) => name === "x", read() {} };`,
      "importers/c.mjs": `export default { name: "c", recognizes: () => nothing.there, read() {} };`,
      "importers/d.mjs": `export default { name: "d", read() {} };`,
    });
    const input = inputOf("x", Buffer.from(""));
    expect(ending?.recognizes(inputOf("A.OUR", Buffer.from("")))).toBe(1);
    expect(ending?.recognizes(input)).toBe(0);
    expect(sure?.recognizes(input)).toBe(1);
    expect(never?.recognizes(input)).toBe(0);
    expect(broken?.recognizes(input)).toBe(1);
    await expect(broken?.read(input, { language: "en" })).rejects.toThrow(
      /^importers\/c\.mjs:1:\d+ failed: nothing is not defined$/,
    );
  });

  it.each([
    [
      "\n\nthrow new Error('not today.\\nTomorrow');",
      /^importers\/x\.mjs:3:7 error importer-broken: it cannot be loaded: not today; correct it/,
    ],
    [
      "export const name = 'a';",
      /^importers\/x\.mjs:1:1 .*: it has no default export, or one that is no object;/,
    ],
    ["export default { name: 'My Own' };", /its "name" must be small letters, digits and hyphens;/],
    ["export default { name: 'a' };", /its "read" must be a function;/],
    [
      "export default { name: 'a', read() {}, endings: '.a' };",
      /its "endings" must be a list of endings/,
    ],
    [
      "export default { name: 'a', read() {}, recognizes: 1 };",
      /its "recognizes" must be a function;/,
    ],
  ])("that cannot be used, as %j, are told with their place", async (code, said) => {
    const [message, ...others] = await faults({ "importers/x.mjs": code });
    expect(message).toMatch(said);
    expect(others).toEqual([]);
  });

  it("have names of their own", async () => {
    const code = giving("1");
    expect(await faults({ "importers/a.mjs": code, "importers/b.mjs": code })).toEqual([
      `importers/b.mjs:1:1 error importer-broken: there is an importer "ours" already; give it another name`,
    ]);
  });
});

describe("what an importer of Markdown gives", () => {
  const minutes = `{ documents: [{ matter: { title: "The Board", date: "1962-05-24" }, markdown: input.text() }] }`;

  it("is read as the edition's files are, proved, and written", async () => {
    const work = await read(minutes, "One.[^1] *Two*, [illegible]{.gap}.\n\n[^1]: A note.\n");
    expect(work.documents[0]?.matter).toEqual({
      id: "board",
      title: "The Board",
      date: "1962-05-24",
    });
    expect(work.documents[0]?.notes.map(({ label }) => label)).toEqual(["1"]);
    expect(work.remarks).toEqual([]);
    expect(proveWork(work)).toEqual({ drafts: new Map(), unaccounted: 0 });
    const { files } = placeWork(work, { holdings: noHoldings(), folder: "" });
    for (const file of files)
      expect(proveFile(file, contentOf(file), new Set()).difference).toBeUndefined();
    expect(files.map(({ path: name }) => name)).toEqual(["documents/texts/board.md"]);
  });

  it("may have notes of the edition's own streams", async () => {
    await write({ "documents/edition.yaml": "title: x\nstreams:\n  marginal: { prefix: mar }\n" });
    const work = await read(minutes, "One.[^mar:1]\n\n[^mar:1]: A note.\n");
    expect(work.documents[0]?.notes.map(({ stream }) => stream)).toEqual(["marginal"]);
    expect(work.remarks).toEqual([]);
  });

  it("tells of words that went nowhere, and of words that it did not have", async () => {
    const work = await read(
      `{ documents: [{ matter: { title: "Board" }, markdown: "the oil, dear" }],
         left: [{ what: "greeting", why: "nobody asked", text: "Hello" }] }`,
      "Hello Board\nthe the oil is out",
    );
    expect(work.left.map(({ what, text }) => `${what}: ${text}`)).toEqual([
      "greeting: Hello",
      "words: the is out",
    ]);
    expect(work.remarks.map(({ message }) => message)).toEqual([
      "words that are not in the input: dear",
    ]);
    const proof = proveWork(work);
    expect(proof.unaccounted).toBe(0);
    const [words] = balanceOf(work, proof, new Set());
    expect(words).toEqual({ kind: "words", in: 7, out: 3, left: 4 });
  });

  it("tells what is wrong with its Markdown", async () => {
    const work = await read(minutes, "One.[^1]\n\n<b>Two</b>\n");
    expect(work.remarks.map(({ message }) => message)).toEqual([
      "document 1, line 1 of its Markdown: no note [^1]; write the note: [^1]: Its text.",
      expect.stringMatching(/^document 1, line 3 of its Markdown: .*HTML/),
    ]);
  });

  it.each([
    ["undefined", `failed: it must give an object with a list of "documents";`],
    ["{ documents: 1 }", `failed: "documents" must be a list;`],
    ["{ documents: [1] }", `failed: document 1 must be an object with "matter" and "markdown";`],
    [
      "{ documents: [{ markdown: '' }] }",
      `failed: the "matter" of document 1 must be an object of fields;`,
    ],
    [
      "{ documents: [{ matter: {}, markdown: 1 }] }",
      `failed: the "markdown" of document 1 must be text;`,
    ],
    [
      "{ documents: [{ matter: { title: 'a', titel: 'b' } }] }",
      `failed: document 1 has the field "titel", which there is not;`,
    ],
    [
      "{ documents: [{ matter: { title: 'a', id: 'A b' } }] }",
      `failed: "id" of document 1 must be small letters`,
    ],
    ["{ essays: [{ matter: {} }] }", `failed: "title" of essay 1 must be text;`],
    ["{ documents: [], counted: {} }", `failed: "essays" must be a list;`],
    [
      "{ documents: [{}], essays: [], readers: [], registers: [], volumes: [], images: [], left: [], remarks: [], counted: {} }",
      "failed: ",
    ],
    [
      "input.nothing.there",
      "failed: Cannot read properties of undefined (reading 'there'); correct it; with SCHOLIUM_DEBUG=1 set, the command shows more",
    ],
    ["Promise.reject('no')", "failed: no;"],
  ])("is refused where it is %s", async (value, said) => {
    expect(await refused(value)).toContain(said);
  });

  it("is shown with its trace to those who ask for it", async () => {
    vi.stubEnv("SCHOLIUM_DEBUG", "1");
    const shown = vi.spyOn(console, "error").mockImplementation(() => {});
    await refused("input.nothing.there");
    expect(shown).toHaveBeenCalledWith(expect.any(TypeError));
    vi.unstubAllEnvs();
    shown.mockRestore();
  });
});
