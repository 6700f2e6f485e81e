import { describe, expect, test } from "vitest";
import { textsOfFile } from "./texts-of-file.ts";

function texts(name: string, content: string): readonly string[] {
  return textsOfFile(name, new TextEncoder().encode(content)).map((text) =>
    text.replaceAll(/\s+/gu, " ").trim(),
  );
}

describe("every text of a file is read", () => {
  test("of a page: blocks, attributes, comments, scripts, what is hidden", () => {
    const page = `<!doctype html><title>T</title><meta name="description" content="In &amp; out">
      <p hidden>A <b>bold</b> word<wbr>s</p><p>Next</p><!-- a remark -->
      <script type="application/ld+json">{"name": "In a script"}</script><style>p { content: "x" }</style>
      <a href="../essays/%C3%A9t%C3%A9.html" aria-label="A label">Go</a><template><p>Kept</p></template>`;
    expect(texts("a.html", page)).toEqual(
      expect.arrayContaining([
        "T",
        "In & out",
        "A bold word s",
        "Next",
        "a remark",
        '{"name": "In a script"}',
        'p { content: "x" }',
        "../essays/été.html",
        "A label",
        "Go",
        "Kept",
      ]),
    );
  });

  test("of JSON: names and values, however they are escaped", () => {
    expect(
      texts("edition.json", '[{"title": "\\u00c9t\\u00e9", "n": 1, "of": {"key": ["x"]}}]'),
    ).toEqual(expect.arrayContaining(["title", "Été", "key", "x"]));
    expect(texts("broken.json", "{not json")).toEqual(["{not json"]);
  });

  test("of XML and pictures that are text", () => {
    expect(texts("feed.xml", '<feed><title a="b">T</title><!--c--></feed>')).toEqual(
      expect.arrayContaining(["T", "b", "c"]),
    );
    expect(texts("a.svg", "<svg><desc>D</desc></svg>")).toContain("D");
  });

  test.each(["a.csv", "a.ris", "a.bib", "a.css", "a.js", "a.txt", "a", ".scholium-output"])(
    "of %s as it is",
    (name) => expect(texts(name, "TI  - A title")).toEqual(["TI - A title"]),
  );

  test("and nothing of a font", () => {
    expect(textsOfFile("a.woff2", new Uint8Array([0x77, 0x4f, 0, 1]))).toEqual([]);
  });
});
