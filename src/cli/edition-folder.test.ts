import path from "node:path";
import { describe, expect, test } from "vitest";
import { findEditionFolder } from "./edition-folder.ts";
import { withFiles } from "./testing/temporary-folder.ts";

const project = {
  "edition/documents/edition.yaml": "",
  "documents/documents/edition.yaml": "",
  "documents/edition.yaml": "",
  "elsewhere/documents/letters.txt": "",
  "notes.txt": "",
};

describe("the folder that is named", () => {
  test.each([
    ["edition", "edition"],
    ["edition/", "edition"],
    ["edition/documents", "edition"],
    ["edition/documents/", "edition"],
    // A project that happens to be called documents.
    ["documents", "documents"],
    ["documents/documents", "documents"],
    // No edition's documents folder: what is missing in it is said by the check.
    ["elsewhere/documents", "elsewhere/documents"],
    ["elsewhere", "elsewhere"],
  ])("%s means the project %s", async (written, meant) =>
    withFiles(project, async (folder) => {
      expect(await findEditionFolder(path.join(folder, written))).toEqual({
        kind: "found",
        folder: path.join(folder, meant),
      });
    }),
  );

  test("must be a folder", async () =>
    withFiles(project, async (folder) => {
      const file = path.join(folder, "notes.txt");
      expect(await findEditionFolder(file)).toEqual({
        kind: "none",
        message: `${file} is a file; name the folder that holds documents/`,
      });
      const nothing = path.join(folder, "gone");
      expect(await findEditionFolder(nothing)).toEqual({
        kind: "none",
        message: `there is no folder ${nothing}`,
      });
    }));
});
