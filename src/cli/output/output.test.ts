import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { markOutput } from "../../site/output-marker.ts";
import { withFiles } from "../testing/temporary-folder.ts";
import { findInstructorFolder, usualInstructorFolder } from "./instructor-folder.ts";
import { findOutputFolder } from "./output-folder.ts";
import { swapIn, withStagingFolder } from "./staging.ts";

const edition = { "documents/edition.yaml": "title: A\n" };

const others = { "notes.txt": "", "mine/thesis.md": "", "built/.scholium-output": "" };

describe("the output folder", () => {
  test("may be new, empty, or an earlier output", async () =>
    withFiles(edition, async (folder) => {
      const output = path.join(folder, "_site");
      expect(await findOutputFolder(folder, output)).toEqual({ kind: "usable", folder: output });
      await mkdir(output);
      expect(await findOutputFolder(folder, output)).toEqual({ kind: "usable", folder: output });
      await writeFile(path.join(output, "index.html"), "");
      await markOutput(output);
      expect(await findOutputFolder(folder, output)).toEqual({ kind: "usable", folder: output });
    }));

  test("may lie far outside, in folders that are not there yet", async () =>
    withFiles(edition, async (folder) =>
      withFiles({}, async (elsewhere) => {
        const output = path.join(elsewhere, "a", "b");
        expect((await findOutputFolder(folder, output)).kind).toBe("usable");
      }),
    ));

  test.each([
    [".", "the edition's own folder"],
    ["..", "a folder that holds the edition"],
    ["/", "a folder that holds the edition"],
    ["documents", "among the edition's sources in documents/"],
    ["documents/texts", "among the edition's sources in documents/"],
    ["templates", "among the edition's sources in templates/"],
    ["styles/out", "among the edition's sources in styles/"],
    ["notes.txt", "is a file"],
    ["mine", "holds files that Scholium has not made"],
    ["built/deep/er", "which a build has made and the next one replaces"],
  ])("may not be %s", async (output, reason) =>
    withFiles({ ...edition, ...others }, async (folder) => {
      const found = await findOutputFolder(folder, path.resolve(folder, output));
      expect(found).toMatchObject({ kind: "unusable" });
      expect(found.kind === "unusable" && found.message).toContain(reason);
    }),
  );

  test("may not be the edition by another name", async () =>
    withFiles(edition, async (folder) =>
      withFiles({}, async (elsewhere) => {
        const link = path.join(elsewhere, "link");
        await symlink(folder, link);
        expect((await findOutputFolder(folder, link)).kind).toBe("unusable");
        expect((await findOutputFolder(link, folder)).kind).toBe("unusable");
      }),
    ));

  test("behind a symbolic link is the folder that the link names", async () =>
    withFiles({ ...edition, "real/.scholium-output": "" }, async (folder) => {
      await symlink(path.join(folder, "real"), path.join(folder, "_site"));
      expect(await findOutputFolder(folder, path.join(folder, "_site"))).toEqual({
        kind: "usable",
        folder: path.join(folder, "real"),
      });
    }));
});

describe("the instructor's folder", () => {
  const students = { "_site/.scholium-output": "", "public/.scholium-output": "" };

  /** Why a folder cannot be the instructor's where students get another; "" where it can. */
  async function whyNot(folder: string, output: string, wanted?: string): Promise<string> {
    const written = path.join(folder, output);
    const found = await findInstructorFolder(folder, written, {
      folder: wanted === undefined ? usualInstructorFolder(written) : path.join(folder, wanted),
      isUsual: wanted === undefined,
    });
    return found.kind === "unusable" ? found.message : "";
  }

  test("lies beside what students get, or where it is told", async () =>
    withFiles({ ...edition, ...students }, async (folder) => {
      expect(await whyNot(folder, "_site")).toBe("");
      expect(await whyNot(folder, "public")).toBe("");
      expect(await whyNot(folder, "_site", "for/me")).toBe("");
      await mkdir(path.join(folder, "mine"));
      await markOutput(path.join(folder, "mine"), "instructors");
      expect(await whyNot(folder, "_site", "mine")).toBe("");
    }));

  test.each([
    ["_site", "_site/for-me", "would lie in"],
    ["out/site", "out", "would replace"],
    // Neither where another build, or the next one, puts what students get.
    ["_site", "public", "would replace"],
    ["public", "_site", "would lie in"],
    ["public", "_site/for-me", "would lie in"],
    ["new", "documents", "among the edition's sources"],
  ])("beside %s may not be %s", async (output, wanted, reason) =>
    withFiles({ ...edition, ...students }, async (folder) => {
      expect(await whyNot(folder, output, wanted)).toContain(reason);
    }),
  );

  test("is never within what students get, not even by another name", async () =>
    withFiles({ ...edition, ...students }, async (folder) => {
      await symlink(path.join(folder, "_site"), path.join(folder, "link"));
      expect(await whyNot(folder, "_site", "link/for-me")).toContain("would lie in");
      expect(await whyNot(folder, "_site/inner")).toContain("would lie in");
      await rm(path.join(folder, "_site"), { recursive: true });
      expect(await whyNot(folder, "_site/inner")).toContain("would lie in");
    }));
});

describe("staging", () => {
  const page = "index.html";

  test("puts what was made in the output's place, whole", async () =>
    withFiles({ "_site/index.html": "old", "_site/gone.html": "old" }, async (folder) => {
      const output = path.join(folder, "_site");
      await withStagingFolder(output, async (staging) => {
        await writeFile(path.join(staging, page), "new");
        expect(await readFile(path.join(output, page), "utf8")).toBe("old");
        swapIn(staging, output);
      });
      expect(await readdir(output)).toEqual([page]);
      expect(await readdir(folder)).toEqual(["_site"]);
    }));

  test("leaves the output and nothing else when the work fails", async () =>
    withFiles({ "_site/index.html": "old" }, async (folder) => {
      const output = path.join(folder, "_site");
      const work = withStagingFolder(output, async (staging) => {
        await writeFile(path.join(staging, page), "new");
        throw new Error("the light went out");
      });
      await expect(work).rejects.toThrow("the light went out");
      expect(await readFile(path.join(output, page), "utf8")).toBe("old");
      expect(await readdir(folder)).toEqual(["_site"]);
    }));

  test("puts the last good output back when the new one cannot be put in its place", async () =>
    withFiles({ "_site/index.html": "old" }, async (folder) => {
      const output = path.join(folder, "_site");
      expect(() => swapIn(path.join(folder, "never made"), output)).toThrow("ENOENT");
      expect(await readFile(path.join(output, page), "utf8")).toBe("old");
      expect(await readdir(folder)).toEqual(["_site"]);
    }));

  test("makes a folder that a web server may read", async () =>
    withFiles({}, async (folder) => {
      await chmod(folder, 0o755);
      const output = path.join(folder, "deep", "_site");
      await withStagingFolder(output, async (staging) => swapIn(staging, output));
      const ordinary = path.join(folder, "ordinary");
      await mkdir(ordinary);
      expect((await stat(output)).mode).toBe((await stat(ordinary)).mode);
    }));

  test("clears what killed builds have left, and leaves those that run alone", async () => {
    const dead = 4_194_304 + 1;
    const names = {
      killed: `.scholium-staging-_site-${dead}-00000000`,
      aside: `.scholium-old-_site-${dead}-00000000`,
      running: `.scholium-staging-_site-${process.pid}-00000000`,
      another: `.scholium-staging-other-${dead}-00000000`,
      similar: `.scholium-staging-_site-notes`,
    };
    const files = Object.fromEntries(
      ["_site", ...Object.values(names)].map((name) => [`${name}/index.html`, name]),
    );
    await withFiles(files, async (folder) => {
      await withStagingFolder(path.join(folder, "_site"), async () => undefined);
      expect(await readdir(folder)).toEqual(
        ["_site", names.another, names.running, names.similar].sort(),
      );
    });
  });

  test("puts an output back that a killed build had set aside", async () => {
    const aside = ".scholium-old-_site-4194305-00000000";
    await withFiles({ [`${aside}/index.html`]: "last good" }, async (folder) => {
      await withStagingFolder(path.join(folder, "_site"), async () => undefined);
      expect(await readFile(path.join(folder, "_site", page), "utf8")).toBe("last good");
      expect(existsSync(path.join(folder, aside))).toBe(false);
    });
  });

  test("two builds at once: the later one stays, whole", async () =>
    withFiles({ "_site/index.html": "old" }, async (folder) => {
      const output = path.join(folder, "_site");
      await withStagingFolder(output, async (first) =>
        withStagingFolder(output, async (second) => {
          await writeFile(path.join(first, page), "first");
          await writeFile(path.join(second, page), "second");
          swapIn(second, output);
          swapIn(first, output);
        }),
      );
      expect(await readFile(path.join(output, page), "utf8")).toBe("first");
      expect(await readdir(folder)).toEqual(["_site"]);
    }));
});
