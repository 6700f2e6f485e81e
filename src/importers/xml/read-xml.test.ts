import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf } from "../input.ts";
import { Refusal } from "../refusal.ts";
import { readXml } from "./read-xml.ts";
import {
  childElements,
  childNamed,
  elementsNamed,
  textWithin,
  type XmlElement,
} from "./xml-tree.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): XmlElement => readXml(inputOf("volume.xml", bytes(text)));

/** What an editor is told of a text that cannot be read. */
function refused(text: string): string {
  try {
    read(text);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { place } = thrown;
    const where = place ? `${place.file}:${place.line}:${place.column} ` : "";
    return `${where}${thrown.message}; ${thrown.mend}`;
  }
  return "read";
}

/** Where reading a text came to its end: its first element, or what it was refused for. */
function endOf(text: string): { readonly line: number; readonly column: number } {
  try {
    return read(text).place;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return thrown.place ?? { line: 1, column: 1 };
  }
}

describe("an XML file", () => {
  it("becomes elements with their names, attributes and places", () => {
    const root = read(
      '<?xml version="1.0"?>\n<TEI xmlns="urn:t" xmlns:f="urn:f">\n  <f:p n="1"/>\n</TEI>',
    );
    expect(root).toMatchObject({ name: "TEI", space: "urn:t", place: { line: 2, column: 1 } });
    const [p] = childElements(root);
    expect(p).toMatchObject({ name: "p", prefix: "f", space: "urn:f" });
    expect(p?.attributes.get("n")).toBe("1");
    expect(p?.place).toEqual({ file: "volume.xml", line: 3, column: 3 });
  });

  it("keeps every letter, of CDATA and of characters by name or number too", () => {
    const root = read(
      "<a>1<!-- no -->2<b>3</b><![CDATA[<4>]]>&amp;&nbsp;&mdash;&#x416;&eacute;</a>",
    );
    expect(textWithin(root)).toBe("123<4>&\u{a0}—Жé");
  });

  it("says where text begins, behind elements and comments and on later lines", () => {
    const root = read("<a>one<b/>two<!-- x\n -->three</a>");
    expect(root.children.map(({ place }) => [place.line, place.column])).toEqual([
      [1, 4],
      [1, 7],
      [1, 11],
      [2, 5],
    ]);
  });

  it("finds elements by name at any depth", () => {
    const root = read("<a><b><c n='1'/></b><c n='2'/></a>");
    expect(elementsNamed(root, "c").map((c) => c.attributes.get("n"))).toEqual(["1", "2"]);
    expect(childNamed(root, "c")?.attributes.get("n")).toBe("2");
  });

  it("reads an element whose prefix was bound in the file that it was cut out of", () => {
    expect(read("<a><frus:b>word</frus:b></a>")).toMatchObject({
      children: [{ name: "b", prefix: "frus" }],
    });
  });

  it("may begin with a byte-order mark", () => {
    expect(read("\u{FEFF}<a/>").name).toBe("a");
  });
});

describe("a file that is not well-formed", () => {
  it.each<readonly [text: string, told: string]>([
    [
      "<a>\n<p>word</a>",
      "volume.xml:2:11 <p> is not closed before an element around it is; close it with </p> first",
    ],
    [
      "<a><p>word",
      "volume.xml:1:10 the file ends before <p> is closed; close it with </p>, or take the whole file anew: it may be cut off",
    ],
    ["<a>x & y</a>", "volume.xml:1:6 an & begins nothing that XML knows; write it as &amp;"],
    [
      "<a>&unknown;</a>",
      "volume.xml:1:4 a name between & and ; is not known; write the character itself; an & that is meant as such is written &amp;",
    ],
    [
      "<a>&constructor;</a>",
      "volume.xml:1:4 a name between & and ; is not known; write the character itself; an & that is meant as such is written &amp;",
    ],
    [
      "<a b='1' b='2'/>",
      "volume.xml:1:16 the attribute b is given twice in one tag; delete one of them",
    ],
    ["<a>1 < 2</a>", "volume.xml:1:7 a < begins no tag; write it as &lt;"],
    [
      "just words",
      "volume.xml:1:10 something stands outside the outermost element; put all into one element",
    ],
    ["", "volume.xml:1:1 there is no element in it; look whether it is the right file"],
    [
      "<a>\u{1}</a>",
      "volume.xml:1:4 there is a character that XML does not allow; delete it; it may be an invisible control character",
    ],
    [
      "<a/><b/>",
      "volume.xml:1:7 something stands outside the outermost element; put all into one element",
    ],
    [
      "<a b=1/>",
      'volume.xml:1:6 a tag\'s attributes are not written as XML wants them; write them as name="value", with a space between two',
    ],
  ])("%j", (text, told) => {
    expect(refused(text)).toBe(told);
  });
});

describe("hostile XML", () => {
  it("that declares entities is refused, before anything is expanded", () => {
    const laughs = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    );
    expect(refused(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join("")}]><a>&l9;</a>`)).toBe(
      "volume.xml:1:1 it declares entities of its own, which are never expanded; replace them by what they stand for, and delete their declarations",
    );
    expect(refused('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toContain(
      "never expanded",
    );
  });

  it("keeps a document type that declares nothing", () => {
    expect(
      read('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html/>').name,
    ).toBe("html");
  });

  it("nested 100,000 deep is refused at its depth", () => {
    expect(refused("<a>".repeat(100_000) + "</a>".repeat(100_000))).toBe(
      "volume.xml:1:769 elements are nested more than 256 deep; look whether it is the right file",
    );
  });

  it("with 10,000 attributes in one tag is refused", () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `a${n}="1"`).join(" ");
    expect(refused(`<a ${many}/>`)).toContain("more attributes");
  });

  it("of any kind ends in a tree or in a refusal within the file", () => {
    const piece = fc.constantFrom(
      "<a>",
      "</a>",
      "<b c='1'>",
      "</b>",
      "&",
      "&amp;",
      "<",
      "]]>",
      "<!--",
      "-->",
      "\n",
      "x",
      "<?p",
      "?>",
      "<![CDATA[",
      "<!DOCTYPE",
      "[",
      "]",
      "'",
      "\u{D83D}",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const lines = text.split("\n").length;
        const place = endOf(text);
        expect(place.line).toBeLessThanOrEqual(lines);
        expect(place.column).toBeGreaterThan(0);
      }),
    );
  });
});
