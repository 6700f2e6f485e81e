import { once } from "node:events";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyCache } from "./file-cache.ts";
import { readEdition } from "./read-edition.ts";
import {
  type FilesOnDisk,
  leastEdition,
  messagesOf,
  withEditionOnDisk,
  writeFiles,
} from "./testing/edition-on-disk.ts";

const messagesAbout = (files: FilesOnDisk): Promise<readonly string[]> =>
  withEditionOnDisk(files, messagesOf);

describe("an edition on disk", () => {
  it("is read without a message where nothing is wrong", async () => {
    expect(await messagesAbout(leastEdition)).toEqual([]);
  });

  it("is sorted by file and id, whatever the disk's order", async () => {
    const edition = await withEditionOnDisk(
      {
        ...leastEdition,
        "texts/b.md": "---\nid: b\nnumber: 3\ntitle: B\n---\nB.\n",
        "texts/1962/a.md": "---\nid: a\nnumber: 2\ntitle: A\n---\nA.\n",
        "terms.yaml": "kgb:\n  name: Committee\ncc:\n  name: Central Committee\n",
        "people.yaml": "b:\n  name: B\na:\n  name: A\n",
        "images/b.png": "",
        "images/a/c.jpg": "",
        "essays/e.md": "---\nid: e\ntitle: E\n---\nE.\n",
        "readers/r.md": "---\nid: r\ntitle: R\n---\nR.\n",
      },
      async (folder) => (await readEdition(folder)).edition,
    );
    expect(edition.documents.map((document) => document.file)).toEqual([
      "documents/texts/1962/a.md",
      "documents/texts/b.md",
      "documents/texts/memo.md",
    ]);
    expect(edition.register.map((entry) => `${entry.register} ${entry.id}`)).toEqual([
      "people a",
      "people b",
      "terms cc",
      "terms kgb",
    ]);
    expect(edition.images).toEqual(["images/a/c.jpg", "images/b.png"]);
    expect(edition.essays.map((essay) => essay.id)).toEqual(["e"]);
    expect(edition.readers.map((reader) => reader.id)).toEqual(["r"]);
  });

  it("has a worksheet of each name once, whatever letters are capital, and its pictures", async () => {
    const sheet = "---\ntitle: Look\n---\n\n![A map](images/map.png)\n\nWhat do you see?\n";
    const files = {
      ...leastEdition,
      "images/map.png": "",
      "worksheets/Look.md": sheet,
      "worksheets/look.md": sheet,
    };
    expect(await messagesAbout(files)).toEqual([
      'documents/worksheets/look.md:1:1 error id-duplicate: the worksheet "look" is in documents/worksheets/Look.md already; give one of the two files another name',
    ]);
  });

  it("has registers and volumes in files of their own or in folders", async () => {
    const edition = await withEditionOnDisk(
      {
        ...leastEdition,
        "people.yaml": "castro:\n  name: Fidel Castro\n",
        "people/soviet.yaml": "rashidov:\n  name: Sharaf Rashidov\n",
        "people/volume-6/american.yaml": "ball:\n  name: George Ball\n",
        "terms/volume-6.yaml": "nato:\n  name: Alliance\n",
        "volumes.yaml": "late:\n  title: Late\n  siglum: 7\n  order: 7\n",
        "volumes/early.yaml":
          "early:\n  title: Early\n  siglum: VI\n  order: 6\n  url: https://example.org/early\n",
      },
      async (folder) => (await readEdition(folder)).edition,
    );
    expect(edition.register.map(({ id, file }) => `${id} ${file}`)).toEqual([
      "ball documents/people/volume-6/american.yaml",
      "castro documents/people.yaml",
      "rashidov documents/people/soviet.yaml",
      "nato documents/terms/volume-6.yaml",
    ]);
    expect(edition.volumes.map(({ id, matter }) => [id, matter.siglum])).toEqual([
      ["early", "VI"],
      ["late", "7"],
    ]);
    const file = "documents/volumes/early.yaml";
    expect(edition.volumes[0]?.place).toEqual({ file, line: 1, column: 1 });
    expect(edition.volumes[0]?.places.get("siglum")).toEqual({ file, line: 3, column: 11 });
  });

  it("says where each field stands", async () => {
    const edition = await withEditionOnDisk(
      {
        ...leastEdition,
        "people.yaml": "castro:\n  name: Fidel Castro\n  also:\n    - Fidel\n",
      },
      async (folder) => (await readEdition(folder)).edition,
    );
    const file = "documents/people.yaml";
    const [castro] = edition.register;
    expect(castro?.place).toEqual({ file, line: 1, column: 1 });
    expect(castro?.places.get("name")).toEqual({ file, line: 2, column: 9 });
    expect(castro?.places.get("also.0")).toEqual({ file, line: 4, column: 7 });
    expect(edition.documents[0]?.places.get("number")).toEqual({
      file: "documents/texts/memo.md",
      line: 3,
      column: 9,
    });
    expect(edition.settingsPlaces.get("title")?.column).toBe(8);
  });

  it("has a byte-order mark that is no letter", async () => {
    const text = `\uFEFF${leastEdition["texts/memo.md"]}`;
    expect(await messagesAbout({ ...leastEdition, "texts/memo.md": text })).toEqual([]);
  });
});

describe("a folder that is no edition", () => {
  it("is empty", async () => {
    expect(await withEditionOnDisk({}, messagesOf)).toMatchInlineSnapshot(`
      [
        "documents:1:1 error file-missing: there is no folder documents/; make it, or name the folder that holds it",
      ]
    `);
  });

  it("has an empty documents folder", async () => {
    const messages = await withEditionOnDisk({}, async (folder) => {
      await mkdir(join(folder, "documents"));
      return messagesOf(folder);
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "documents/edition.yaml:1:1 error file-missing: the edition has no edition.yaml; write documents/edition.yaml with at least a line such as title: The Missiles of October",
        "documents/texts:1:1 error edition-empty: the edition has no document; put a Markdown file into documents/texts/",
      ]
    `);
  });

  it("is not there", async () => {
    expect(await messagesOf("/nowhere/at/all")).toMatchInlineSnapshot(`
      [
        "documents:1:1 error file-missing: there is no folder documents/; make it, or name the folder that holds it",
      ]
    `);
  });

  it("has a file where documents/ should be", async () => {
    const messages = await withEditionOnDisk({}, async (folder) => {
      await writeFile(join(folder, "documents"), "");
      return messagesOf(folder);
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "documents:1:1 error file-missing: there is no folder documents/; make it, or name the folder that holds it",
      ]
    `);
  });

  it("still gives an edition, so that the next room has something to check", async () => {
    const { edition } = await withEditionOnDisk({}, (folder) => readEdition(folder));
    expect(edition.settings.title).toBe("Untitled edition");
    expect(edition.documents).toEqual([]);
  });
});

describe("files", () => {
  it("that are not UTF-8 are refused at their first bad byte", async () => {
    const latin1 = Buffer.concat([
      Buffer.from("---\nid: b\nnumber: 2\ntitle: Стр "),
      Buffer.from([0xe9, 0x20, 0x78]),
      Buffer.from("\n---\nB.\n"),
    ]);
    const cutOff = Buffer.from("---\n🙂 С").subarray(0, -1);
    const utf16 = Buffer.from("\uFEFFtitle: x", "utf16le");
    expect(
      await messagesAbout({
        ...leastEdition,
        "texts/b.md": latin1,
        "texts/c.md": cutOff,
        "terms.yaml": utf16,
      }),
    ).toMatchInlineSnapshot(`
      [
        "documents/terms.yaml:1:1 error file-encoding: the byte FF is not UTF-8; the file is UTF-16: save it as UTF-8",
        "documents/texts/b.md:4:12 error file-encoding: the byte E9 is not UTF-8; save the file as UTF-8",
        "documents/texts/c.md:2:4 error file-encoding: the byte D0 is not UTF-8; save the file as UTF-8",
      ]
    `);
  });

  it("that are empty", async () => {
    expect(
      await messagesAbout({
        "edition.yaml": "",
        "texts/memo.md": " \n\n",
        "essays/e.md": "",
        "people.yaml": "",
      }),
    ).toMatchInlineSnapshot(`
      [
        "documents/edition.yaml:1:1 error file-empty: the file is empty; write the file, or delete it",
        "documents/essays/e.md:1:1 error file-empty: the file is empty; write the file, or delete it",
        "documents/people.yaml:1:1 error file-empty: the file is empty; write the file, or delete it",
        "documents/texts/memo.md:1:1 error file-empty: the file is empty; write the file, or delete it",
      ]
    `);
  });

  it("of volumes that are none", async () => {
    expect(
      await messagesAbout({
        ...leastEdition,
        "volumes.yaml":
          "six:\n  title: Six\n  sigle: VI\n  url: example.org\nSeven:\n  siglum: VII\n  order: first\neight:\n",
        "volumes/nine.yaml": "- nine\n",
        "volumes/ten.yaml": "",
      }),
    ).toMatchInlineSnapshot(`
      [
        "documents/volumes.yaml:3:3 error key-unknown: no field "sigle"; did you mean "siglum"?",
        "documents/volumes.yaml:4:8 error value-type: "url" must be an address that begins with https:// or http://; did you mean "https://example.org"?",
        "documents/volumes.yaml:5:1 error id-invalid: "Seven" cannot be an id; begin with a letter; use a–z, 0–9 and hyphens",
        "documents/volumes.yaml:5:1 error key-missing: the field "title" is missing; add the field",
        "documents/volumes.yaml:7:10 error value-type: "order" must be a whole number; give a value of the right kind",
        "documents/volumes.yaml:8:1 error value-type: "eight" is empty; give a value, or delete the line",
        "documents/volumes/nine.yaml:1:1 error value-type: nine.yaml must be a mapping from id to entry; write volume-six: and, indented below it, title: and siglum: VI",
        "documents/volumes/ten.yaml:1:1 error file-empty: the file is empty; write the file, or delete it",
      ]
    `);
  });

  it("that lie where nobody looks for them", async () => {
    expect(
      await messagesAbout({
        ...leastEdition,
        "people.yml": "",
        "persons.yaml": "",
        "edition.yml": "",
        "letter.md": "",
        "texts/letter.markdown": "",
        "texts/letter.txt": "",
        "texts/scan.png": "",
        "text/letter.md": "",
        "essay/a/b.md": "",
        "map.png": "",
        "zzzzzzzz.qqq": "",
        "people/soviet.yml": "",
        "volume/six.yaml": "",
        "volumes.yml": "",
        "references.bib": "",
        "work.json": "",
      }),
    ).toMatchInlineSnapshot(`
      [
        "documents/edition.yml:1:1 warning file-unexpected: not a file of the edition; did you mean "edition.yaml"?",
        "documents/essay/a/b.md:1:1 warning file-unexpected: not a file of the edition; did you mean "essays/a/b.md"?",
        "documents/letter.md:1:1 warning file-unexpected: not a file of the edition; move it to documents/texts/",
        "documents/map.png:1:1 warning file-unexpected: not a file of the edition; move it to documents/images/",
        "documents/people.yml:1:1 warning file-unexpected: not a file of the edition; did you mean "people.yaml"?",
        "documents/people/soviet.yml:1:1 warning file-unexpected: not a file of the edition; did you mean "people/soviet.yaml"?",
        "documents/persons.yaml:1:1 warning file-unexpected: not a file of the edition; move it, or delete it",
        "documents/references.bib:1:1 warning file-unexpected: not a file of the edition; put all works into documents/works.bib",
        "documents/text/letter.md:1:1 warning file-unexpected: not a file of the edition; did you mean "texts/letter.md"?",
        "documents/texts/letter.markdown:1:1 warning file-unexpected: not a file of the edition; did you mean "texts/letter.md"?",
        "documents/texts/letter.txt:1:1 warning file-unexpected: not a file of the edition; did you mean "texts/letter.md"?",
        "documents/texts/scan.png:1:1 warning file-unexpected: not a file of the edition; move it to documents/images/",
        "documents/volume/six.yaml:1:1 warning file-unexpected: not a file of the edition; did you mean "volumes/six.yaml"?",
        "documents/volumes.yml:1:1 warning file-unexpected: not a file of the edition; did you mean "volumes.yaml"?",
        "documents/work.json:1:1 warning file-unexpected: not a file of the edition; did you mean "works.bib" or "works.json"?",
        "documents/zzzzzzzz.qqq:1:1 warning file-unexpected: not a file of the edition; move it, or delete it",
      ]
    `);
  });

  it("that belong to the editor are left alone", async () => {
    expect(
      await messagesAbout({
        ...leastEdition,
        ".DS_Store": "",
        ".git/HEAD": "",
        "README.md": "",
        "texts/README.md": "",
        LICENSE: "",
      }),
    ).toEqual([]);
  });

  it("that are folders, or links to elsewhere, are refused", async () => {
    const messages = await withEditionOnDisk(leastEdition, async (folder) => {
      const texts = join(folder, "documents", "texts");
      await mkdir(join(texts, "folder.md"));
      await symlink("/etc/hostname", join(texts, "host.md"));
      await symlink("/etc", join(folder, "documents", "images"));
      await symlink("nothing.md", join(texts, "nothing.md"));
      await symlink("..", join(texts, "loop"));
      await symlink("../essays", join(texts, "more"));
      await mkdir(join(folder, "documents", "essays"));
      await symlink("memo.md", join(texts, "same.md"));
      return messagesOf(folder);
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "documents/images:1:1 error file-outside: a link that leads out of the edition’s folder; put the file itself into the folder",
        "documents/texts/folder.md:1:1 error file-unreadable: a folder with a file’s name; check that it is a file and that you may read it",
        "documents/texts/host.md:1:1 error file-outside: a link that leads out of the edition’s folder; put the file itself into the folder",
        "documents/texts/loop:1:1 error file-unreadable: a link to a folder that holds it; check that it is a file and that you may read it",
        "documents/texts/nothing.md:1:1 error file-unreadable: a link that leads to nothing; check that it is a file and that you may read it",
      ]
    `);
  });

  it("that are neither files nor folders", async () => {
    const messages = await withEditionOnDisk(leastEdition, async (folder) => {
      const server = createServer();
      server.listen(join(folder, "documents/texts/socket.md"));
      await once(server, "listening");
      try {
        return await messagesOf(folder);
      } finally {
        server.close();
      }
    });
    expect(messages).toEqual([
      "documents/texts/socket.md:1:1 error file-unreadable: neither a file nor a folder; check that it is a file and that you may read it",
    ]);
  });

  it("with control characters, also in front matter", async () => {
    expect(
      await messagesAbout({
        ...leastEdition,
        "people.yaml": 'castro:\n  name: "Fidel\u0007 Castro"\n',
        "texts/memo.md": "---\nid: memo\nnumber: 1\ntitle: A memorandum\n---\n\nOne\0 \u0001two.\n",
      }),
    ).toMatchInlineSnapshot(`
      [
        "documents/people.yaml:2:15 error character-invalid: the control character U+0007 is no letter; delete it, or write the letter that belongs here",
        "documents/texts/memo.md:7:4 error character-invalid: the control character U+0000 is no letter; delete it, or write the letter that belongs here",
      ]
    `);
  });
});

describe("a cache", () => {
  it("gives the same edition, and reads again only what has changed", async () => {
    await withEditionOnDisk(
      { ...leastEdition, "essays/e.md": "---\nid: e\ntitle: E\n---\nE [x]{.supplid}.\n" },
      async (folder) => {
        const cache = emptyCache();
        const first = await readEdition(folder, { cache });
        const second = await readEdition(folder, { cache });
        expect(second).toEqual(first);
        expect(second.edition.documents[0]).toBe(first.edition.documents[0]);
        expect(second.diagnostics).toHaveLength(1);

        await writeFiles(folder, {
          "texts/memo.md": leastEdition["texts/memo.md"].replace("One.", "Two."),
        });
        const third = await readEdition(folder, { cache });
        expect(third.edition.documents[0]).not.toBe(first.edition.documents[0]);
        expect(third.edition.essays[0]).toBe(first.edition.essays[0]);
        expect(third).toEqual(await readEdition(folder));
      },
    );
  });

  it("forgets files that are no more", async () => {
    const essay = "---\nid: e\ntitle: E\n---\nE.\n";
    await withEditionOnDisk({ ...leastEdition, "essays/e.md": essay }, async (folder) => {
      const cache = emptyCache();
      await readEdition(folder, { cache });
      expect([...cache.essays.keys()]).toEqual(["documents/essays/e.md"]);
      await rm(join(folder, "documents/essays/e.md"));
      expect((await readEdition(folder, { cache })).edition.essays).toEqual([]);
      expect([...cache.essays.keys()]).toEqual([]);
    });
  });

  it("notices an image that has gone", async () => {
    const essay = "---\nid: e\ntitle: E\n---\n![Map](images/map.png)\n";
    await withEditionOnDisk({ ...leastEdition, "essays/e.md": essay }, async (folder) => {
      const cache = emptyCache();
      await writeFiles(folder, { "images/map.png": "" });
      expect((await readEdition(folder, { cache })).diagnostics).toEqual([]);
      await rm(join(folder, "documents/images"), { recursive: true });
      const { diagnostics } = await readEdition(folder, { cache });
      expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(["image-missing"]);
    });
  });
});
