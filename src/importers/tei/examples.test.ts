import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeDocument } from "../../source/writing/write-document.ts";
import { writeEssay } from "../../source/writing/write-essay.ts";
import { inputOf } from "../input.ts";
import { proveWork } from "../proof/prove-work.ts";
import { readVolume } from "./frus-tei.ts";

/*
 * Examples: what it is, a dot, the TEI of a volume's body, a dot, the files that come of it.
 * UPDATE_GOLDENS=1 writes them anew.
 */
const folder = new URL("examples/", import.meta.url);

const people =
  '<front><div type="section" xml:id="persons"><list><item><persName xml:id="p_K1">Khrushchev, Nikita S.</persName>, Chairman</item><item><persName xml:id="p_KJF2">Kennedy, John F.</persName>, President</item></list></div></front>';

function volume(body: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><teiHeader><fileDesc><publicationStmt><idno type="frus">frus1961-63v06</idno></publicationStmt></fileDesc></teiHeader><text>${people}<body>${body}</body></text></TEI>`;
}

function filesOf(body: string): string {
  const work = readVolume(inputOf("volume.xml", Buffer.from(volume(body))));
  const proof = proveWork(work);
  expect([proof.unaccounted, [...proof.drafts.values()]]).toEqual([0, []]);
  return [
    ...work.documents.map((draft) => writeDocument(draft)),
    ...work.essays.map((draft) => writeEssay(draft)),
    ...work.remarks.map(({ message }) => `remark: ${message}\n`),
  ]
    .join("")
    .trim();
}

interface Example {
  readonly name: string;
  readonly source: string;
  readonly result: string;
}

function examplesIn(text: string): readonly Example[] {
  const parts = text.split(/^\.\n/mu);
  const found: Example[] = [];
  for (let at = 0; at + 1 < parts.length; at += 3) {
    const [name = "", source = "", result = ""] = parts.slice(at, at + 3);
    found.push({ name: name.trim(), source, result: result.trim() });
  }
  return found;
}

describe.each(readdirSync(folder).sort())("%s", (name) => {
  const file = new URL(name, folder);
  const examples = examplesIn(readFileSync(file, "utf8"));
  if (process.env["UPDATE_GOLDENS"] === "1") {
    const written = examples.map(
      (example) => `${example.name}\n.\n${example.source}.\n${filesOf(example.source)}\n.\n`,
    );
    writeFileSync(file, written.join("\n"));
  }

  it.each(examples)("$name", ({ source, result }) => {
    if (process.env["UPDATE_GOLDENS"] === "1") return;
    expect(filesOf(source)).toBe(result);
  });
});
