import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal.ts";
import { type ArchiveLimits, archiveLimits } from "./archive-limits.ts";
import { looksLikeZip, readArchive } from "./archive.ts";
import { storeArchive } from "./store-archive.ts";
import { packed } from "./testing/packed.ts";

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** What an editor is told of an archive that is refused. */
async function refused(bytes: Uint8Array, limits?: ArchiveLimits): Promise<string> {
  try {
    await readArchive({ bytes }, limits ? { limits } : {});
    return "read";
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return `${thrown.message}; ${thrown.mend}`;
  }
}

/** An archive whose bytes at every occurrence of some others are changed. */
function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf(from); at >= 0; at = buffer.indexOf(from, at + 1)) {
    buffer.write(to, at, "latin1");
  }
  return buffer;
}

/** The one entry of an archive says another size, in its own header and in the directory. */
function sayingSize(bytes: Uint8Array, size: number): Uint8Array {
  const buffer = Buffer.from(bytes);
  buffer.writeUInt32LE(size, buffer.indexOf("PK\u0001\u0002", 0, "latin1") + 24);
  return buffer;
}

describe("an archive", () => {
  it("gives its files by their paths", async () => {
    const files = await readArchive({ bytes: await packed({ "a/b.txt": "words", "c.txt": "" }) });
    expect([...files].map(([path, bytes]) => [path, text(bytes)])).toEqual([
      ["a/b.txt", "words"],
      ["c.txt", ""],
    ]);
  });

  it("gives only what is wanted", async () => {
    const bytes = await packed({ "a.xml": "<a/>", "a.ttf": "font" });
    const files = await readArchive({ bytes }, { wants: (path) => path.endsWith(".xml") });
    expect([...files.keys()]).toEqual(["a.xml"]);
  });

  it("that we packed ourselves is read again, the same bytes each time", async () => {
    const files = [
      ["mimetype", Buffer.from("application/epub+zip")],
      ["ж/ü.txt", Buffer.from("слово")],
    ] as const;
    const bytes = storeArchive(files);
    expect(looksLikeZip(bytes)).toBe(true);
    expect(storeArchive(files)).toEqual(bytes);
    expect([...(await readArchive({ bytes }))].map(([path, file]) => [path, text(file)])).toEqual([
      ["mimetype", "application/epub+zip"],
      ["ж/ü.txt", "слово"],
    ]);
  });
});

describe("an archive that is refused", () => {
  it("is a bomb: its size is said, and nothing is unpacked", async () => {
    const bomb = await packed({ "bomb.xml": Buffer.alloc(100 * 1024 * 1024) });
    expect(bomb.byteLength).toBeLessThan(300_000);
    expect(await refused(bomb)).toBe(
      "unpacked it has more than 100 MB; look whether it is the right file; divide it if it is",
    );
  });

  it("is a bomb below the limit of size, but packed as no text is", async () => {
    const bomb = await packed({ "bomb.xml": Buffer.alloc(9 * 1024 * 1024) });
    expect(await refused(bomb)).toContain("times larger unpacked than packed");
  });

  it("is a bomb of many files", async () => {
    const limits = { ...archiveLimits, total: 1000 };
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`${n}.txt`, "x".repeat(90)]),
    );
    expect(await refused(await packed(many), limits)).toContain("unpacked it has more than");
    expect(await refused(await packed(many), { ...limits, entries: 10 })).toContain(
      "it holds 20 files, more than 10",
    );
  });

  it("is a bomb that says that it is small", async () => {
    const bomb = sayingSize(await packed({ "bomb.xml": Buffer.alloc(9 * 1024 * 1024) }), 100);
    expect(await refused(bomb)).toBe(
      "it is damaged or cut off: it cannot be unpacked; take the file anew from where it comes from",
    );
  });

  it("leaves an archive within it packed, whatever that holds", async () => {
    const inner = await packed({ "bomb.xml": Buffer.alloc(5 * 1024 * 1024) });
    const files = await readArchive({ bytes: await packed({ "inner.zip": inner }) });
    expect(files.get("inner.zip")).toEqual(Buffer.from(inner));
  });

  it.each<readonly [name: string, trick: string, told: string]>([
    ["xxxevil.txt", "../evil.txt", "leads out of it"],
    ["x/etc/passwd", "//etc/passwd", "leads out of it"],
    ["x_evil.txt", "x\\evil.txt", "leads out of it"],
    ["cx/evil.txt", "c:/evil.txt", "leads out of it"],
    ["x_evil.txt", "x\u0000evil.txt", "has an invisible sign"],
  ])("has a file that would be %s written as %j", async (name, trick, told) => {
    expect(await refused(patched(await packed({ [name]: "evil" }), name, trick))).toContain(told);
  });

  it("has two files of one name", async () => {
    const bytes = patched(await packed({ "a.txt": "1", "b.txt": "2" }), "b.txt", "a.txt");
    expect(await refused(bytes)).toContain('two files in it have the name "a.txt"');
  });

  it("has a link to another file", async () => {
    const bytes = Buffer.from(await packed({ "a.txt": "/etc/passwd" }));
    const directory = bytes.indexOf("PK\u0001\u0002", 0, "latin1");
    bytes.writeUInt16LE(0x0314, directory + 4);
    bytes.writeUInt32LE(0o120777 * 0x10000, directory + 38);
    expect(await refused(bytes)).toContain("is a link to another file");
  });

  it("is protected with a password", async () => {
    const bytes = Buffer.from(await packed({ "a.txt": "secret" }));
    bytes.writeUInt16LE(0x0801, bytes.indexOf("PK\u0001\u0002", 0, "latin1") + 8);
    expect(await refused(bytes)).toBe(
      "it is protected with a password; save it without a password",
    );
  });

  it("has a file whose bytes were changed", async () => {
    const bytes = Buffer.from(await packed({ "a.txt": "word" }, { compress: false }));
    bytes.write("w0rd", bytes.indexOf("word"));
    expect(await refused(bytes)).toContain("damaged or cut off");
  });

  it("is cut off, wherever that is", async () => {
    const whole = await packed({ "a.txt": "some words", "b/c.txt": "and others" });
    for (let length = 0; length < whole.byteLength; length += 1) {
      expect(await refused(whole.subarray(0, length))).not.toBe("read");
    }
  });

  it("is damaged anywhere: a refusal, or files that are whole", async () => {
    const whole = await packed({ "a.txt": "some words", "b/c.txt": "and others" });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.byteLength - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const bytes = Uint8Array.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          const files = await readArchive({ bytes }).catch((thrown: unknown) => {
            if (!(thrown instanceof Refusal)) throw thrown;
            return new Map<string, Uint8Array>();
          });
          for (const file of files.values()) {
            expect(["some words", "and others"]).toContain(text(file));
          }
        },
      ),
    );
  });
});
