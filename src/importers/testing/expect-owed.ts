import { expect } from "vitest";
import type { ImportContext, ImportedWork, Importer } from "../importer.ts";
import { type Input, inputOf } from "../input.ts";
import { noHoldings } from "../plan/holdings.ts";
import { placeWork } from "../plan/place-work.ts";
import { proveFile } from "../proof/prove-file.ts";
import { proveWork } from "../proof/prove-work.ts";
import { Refusal } from "../refusal.ts";
import { contentOf } from "../write-file.ts";

/** An input for a test: text, or bytes of a form that is none. */
export interface Given {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly beside?: Input["beside"];
}

const CONTEXT: ImportContext = { language: "en" };

/**
 * What every importer owes, for any input at all; the tests of every importer call it, with examples and with
 * random inputs (`fc.asyncProperty`): nothing is thrown but a `Refusal`, the same input gives the same work, every
 * letter of the input is in a draft or told as left behind, no draft has a letter of its own, and each written
 * file is read as what its draft says.
 * Gives the work, or the refusal, for what else a test wants to know of it.
 */
export async function expectOwed(
  importer: Importer,
  given: Given,
  context: ImportContext = CONTEXT,
): Promise<ImportedWork | Refusal> {
  const open = (): Input => {
    const bytes = typeof given.content === "string" ? Buffer.from(given.content) : given.content;
    return inputOf(given.name, bytes, given.beside);
  };
  const sure = importer.recognizes(open());
  expect(sure).toBeGreaterThanOrEqual(0);
  expect(sure).toBeLessThanOrEqual(1);

  const work = await readOrRefuse(importer, open(), context);
  const again = await readOrRefuse(importer, open(), context);
  if (work instanceof Refusal) {
    expect(again).toBeInstanceOf(Refusal);
    expect(`${work.message}; ${work.mend}`).toMatch(/\S; \S/);
    return work;
  }
  expect(again).toEqual(work);

  const proof = proveWork(work);
  expect({
    unaccounted: proof.unaccounted,
    discrepancies: [...proof.drafts.values()].flat(),
  }).toEqual({ unaccounted: 0, discrepancies: [] });

  expectWritten(work);
  return work;
}

/** Every draft has a file of its own, which says what the draft says, and the same bytes each time. */
function expectWritten(work: ImportedWork): void {
  const { files } = placeWork(work, { holdings: noHoldings(), folder: "" });
  const paths = files.map(({ path }) => path.toLowerCase());
  expect(new Set(paths).size).toBe(paths.length);
  const images = new Set(work.images.map(({ path }) => `images/${path}`));
  for (const file of files) {
    const content = contentOf(file);
    expect({ file: file.path, ...proveFile(file, content, images).difference }).toEqual({
      file: file.path,
    });
    expect(Buffer.compare(contentOf(file), content)).toBe(0);
  }
}

async function readOrRefuse(
  importer: Importer,
  input: Input,
  context: ImportContext,
): Promise<ImportedWork | Refusal> {
  try {
    return await importer.read(input, context);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
