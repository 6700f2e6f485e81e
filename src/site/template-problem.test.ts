import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../diagnostics/report.ts";
import { packageTemplates } from "./package-folders.ts";
import { templateProblem } from "./template-problem.ts";

/** An error as Eleventy throws it: wrapped, with what Nunjucks has said inside. */
function wrapped(message: string): Error {
  return Object.assign(new Error("Having trouble rendering njk template"), {
    originalError: new Error(message),
  });
}

const said = (message: string): string | undefined => {
  const problem = templateProblem(wrapped(message), "/edition");
  return problem && formatDiagnostic(problem);
};
const outer = "(/site/scholium.njk)\n  Template render error: ";
const mend = "correct the template, or delete it to have Scholium's own";

describe("a template of the editor's own that does not work", () => {
  test("is named with the place that Nunjucks gives", () => {
    expect(
      said(
        `${outer}(/edition/templates/pages/essay.njk) [Line 3, Column 7]\n  unexpected token: %}`,
      ),
    ).toBe(`templates/pages/essay.njk:3:7 error template-broken: unexpected token: %}; ${mend}`);
  });

  test("is named by its beginning where Nunjucks gives no place", () => {
    expect(said(`${outer}(/edition/templates/a.njk)\n  Error: filter not found: nofilter`)).toBe(
      `templates/a.njk:1:1 error template-broken: filter not found: nofilter; ${mend}`,
    );
  });
});

test("a folder's name may hold anything", () => {
  const folder = "/my edition (final) [2]";
  const error = wrapped(`${outer}(${folder}/templates/a.njk) [Line 2, Column 1]\n  unexpected end`);
  expect(templateProblem(error, folder)?.place).toEqual({
    file: "templates/a.njk",
    line: 2,
    column: 1,
  });
});

test("a template of Scholium's own is not the editor's to correct", () => {
  expect(said(`${outer}(/package/templates/a.njk)\n  Error: x`)).toBeUndefined();
  expect(templateProblem(new Error("out of memory"), "/edition")).toBeUndefined();
});

test("a template of Scholium's own that fails beside the editor's own points to those", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-test-"));
  const error = wrapped(`${outer}(${packageTemplates}pages/essay.njk)\n  Error: no block content`);
  try {
    expect(templateProblem(error, folder)).toBeUndefined();
    await mkdir(path.join(folder, "templates"));
    const problem = templateProblem(error, folder);
    expect(problem && formatDiagnostic(problem)).toBe(
      "templates:1:1 error template-broken: Scholium's own pages/essay.njk does not work with the edition's templates: no block content; look at what your templates leave out",
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
