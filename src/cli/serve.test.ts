import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { withEdition } from "./testing/editions.ts";
import { eventually, withServing } from "./testing/serving.ts";
import { withFiles, writeFiles } from "./testing/temporary-folder.ts";

const letter = "documents/texts/clerk-to-keeper.md";
const page = "documents/clerk-to-keeper.html";

async function edit(folder: string, file: string, change: (text: string) => string) {
  const target = path.join(folder, file);
  await writeFile(target, change(await readFile(target, "utf8")));
}

describe("while the edition is being written", () => {
  test("an edit shows in the page; a broken one shows its message, and the next good one recovers", async () =>
    withEdition("two-letters", async (folder) =>
      withServing(folder, async ({ page: get, until, said }) => {
        expect(await get(page)).toContain("The oil goes with the next boat.");

        await edit(folder, letter, (text) => text.replace("next boat", "last boat"));
        await until(page, (html) => html.includes("The oil goes with the last boat."));

        await edit(folder, letter, (text) => text.replace("[^1]: This", "[^7]: This"));
        const broken = await until(page, (html) => html.includes("scholium-problems"));
        expect(broken).toContain("documents/texts/clerk-to-keeper.md:17:33");
        expect(broken).toContain("no note [^1]");
        expect(broken).toContain("The oil goes with the last boat.");
        expect(said()).toContain("clerk-to-keeper.md:17:33 error note-undefined");

        await edit(folder, letter, (text) => text.replace("[^7]: This", "[^1]: That"));
        const mended = await until(page, (html) => html.includes("That answers"));
        expect(mended).not.toContain("scholium-problems");
        expect(said()).not.toContain("    at ");
      }),
    ));

  test("open pages are told what has changed", async () =>
    withEdition("two-letters", async (folder) =>
      withServing(folder, async ({ address }) => {
        const told: { type: string; build?: { templates: { url: string; content: string }[] } }[] =
          [];
        const socket = new WebSocket(address.replace("http", "ws"));
        socket.on("message", (message: Buffer) => told.push(JSON.parse(message.toString())));
        await new Promise((resolve) => socket.once("open", resolve));

        await edit(folder, letter, (text) => text.replace("next boat", "last boat"));
        const reload = await eventually(async () =>
          told.find(({ type }) => type === "eleventy.reload"),
        );
        expect(reload.build?.templates.map(({ url }) => url)).toEqual([`/${page}`]);
        expect(reload.build?.templates[0]?.content).toContain("last boat");
        socket.close();
      }),
    ));

  test("files may come and go", async () =>
    withEdition("two-letters", async (folder) =>
      withServing(folder, async ({ until, address }) => {
        const file = "documents/texts/third.md";
        await writeFiles(folder, {
          [file]: "---\nid: third\nnumber: 3\ntitle: A Third Letter\n---\n\nMore oil.\n",
        });
        await until("documents/third.html", (html) => html.includes("More oil."));
        await rm(path.join(folder, file));
        const gone = await eventually(async () => {
          const { status } = await fetch(new URL("documents/third.html", address));
          return status === 200 ? undefined : status;
        });
        expect(gone).toBe(404);
      }),
    ));

  test("a template of the editor's own takes over when it comes, may break, and be mended", async () =>
    withEdition("two-letters", async (folder) =>
      withServing(folder, async ({ until, said }) => {
        const template = "templates/partials/colophon.njk";
        await writeFiles(folder, { [template]: "<p>Our own colophon</p>" });
        await until("index.html", (html) => html.includes("Our own colophon"));
        await writeFiles(folder, { [template]: "{% if %}" });
        await until("index.html", (html) => html.includes("scholium-problems"));
        expect(said()).toContain("templates/partials/colophon.njk:1:7 error template-broken");
        await writeFiles(folder, { [template]: "<p>Our colophon, mended</p>" });
        await until("index.html", (html) => html.includes("Our colophon, mended"));
      }),
    ));
});

test("a template of the editor's own that breaks Scholium's templates does not end the preview", async () =>
  withEdition("two-letters", async (folder) =>
    withServing(folder, async ({ until, said }) => {
      const template = "templates/layouts/page.njk";
      await writeFiles(folder, { [template]: "{% block content %}{{ gone }}{% endblock %}" });
      await until("index.html", (html) => html.includes("scholium-problems"));
      await rm(path.join(folder, template));
      await until("index.html", (html) => !html.includes("scholium-problems"));
      expect(said()).not.toContain("    at ");
    }),
  ));

describe("an edition that is broken from the beginning", () => {
  test("is served as a page that says what is wrong, at any address, until it is mended", async () =>
    withEdition("two-letters", async (folder) => {
      const settings = await readFile(path.join(folder, "documents/edition.yaml"), "utf8");
      await writeFiles(folder, { "documents/edition.yaml": "titel: A\n" });
      await withServing(folder, async ({ page: get, until }) => {
        for (const address of ["", "index.html", page])
          expect(await get(address)).toContain("no field &quot;titel&quot;");
        await writeFiles(folder, { "documents/edition.yaml": settings });
        await until(page, (html) => html.includes("The oil goes with the next boat."));
      });
    }));

  test("may be an empty folder", async () =>
    withFiles({}, async (folder) =>
      withServing(folder, async ({ page: get, until }) => {
        expect(await get("")).toContain("scholium-problems");
        await writeFiles(folder, {
          "documents/edition.yaml": "title: From Nothing\n",
          "documents/texts/a.md": "---\nid: a\nnumber: 1\ntitle: First\n---\n\nA beginning.\n",
        });
        await until("documents/a.html", (html) => html.includes("A beginning."));
      }),
    ));
});

describe("the end", () => {
  test("Ctrl-C closes the port and leaves nothing behind", async () =>
    withEdition("two-letters", async (folder) =>
      withFiles({}, async (temporary) =>
        withServing(
          folder,
          async ({ address, stop }) => {
            expect(await readdir(temporary)).not.toEqual([]);
            expect(await stop()).toBe(0);
            await expect(fetch(address)).rejects.toThrow("fetch failed");
            expect(await readdir(temporary)).toEqual([]);
            expect(await readdir(folder)).toEqual(["documents"]);
          },
          { env: { TMPDIR: temporary } },
        ),
      ),
    ));
});

describe("requests that no browser makes", () => {
  test("get nothing, and the next one is answered", async () =>
    withEdition("two-letters", async (folder) =>
      withServing(folder, async ({ address, page: get }) => {
        for (const way of [
          "%zz",
          "..%2f..%2f..%2fetc%2fpasswd",
          "%2e%2e/%2e%2e/etc/passwd",
          "a%00b",
        ]) {
          const answer = await fetch(`${address}${way}`);
          const isRefused = answer.status >= 400;
          const tells = (await answer.text()).includes("root:");
          const goesOn = (await get(page)).includes("The oil goes with the next boat.");
          const told = { way, isRefused, tells, goesOn };
          expect(told).toEqual({ way, isRefused: true, tells: false, goesOn: true });
        }
      }),
    ));
});
