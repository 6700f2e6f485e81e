import { describe, expect, it } from "vitest";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { markdownSource } from "./markdown/markdown-source.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readBody } from "./read-body.ts";
import { readDocument } from "./read-document.ts";
import { readRegister } from "./read-register.ts";
import { showText } from "./testing/show-text.ts";
import { readText } from "./text-file.ts";

/*
 * Text that makes a careless parser take the square of its length, or more, or
 * overflow its stack. Here it is enough that it comes back: a hang fails by the runner's own limit.
 */

const MANY = 8_000;
const many = (sign: string, divisor = 1): string => sign.repeat(MANY / divisor);

function read(markdown: string): { shown: string; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (...said) => {
    diagnostics.push(diagnose(...said));
  };
  const lines = markdown.split("\n").map((text, index) => ({ text, line: index + 1, column: 1 }));
  const source = markdownSource("documents/texts/example.md", lines);
  const { blocks, notes } = readBody(source, "transcription", emptyPage(new Set(), report));
  return { shown: showText(blocks, notes), diagnostics };
}

describe("Markdown that was made to hang", () => {
  it.each([
    ["open brackets", many("[")],
    ["brackets in brackets", `${many("[")}x${many("]")}`],
    ["open images", many("![")],
    ["open spans", many("[a]{")],
    ["open attributes", `[a]{${many("a=b ")}`],
    ["open quotation marks", many('[a]{x="')],
    ["open braces", many("{")],
    ["open links", many("[a](")],
    ["round brackets", `[a](${many("(")}`],
    ["links in links", many("[a [b](#c) ")],
    ["citations", many("[@a ")],
    ["citations in citations", `${many("[@a; b ", 2)}${many("]", 2)}`],
    ["keys and brackets", many("@a [", 2)],
    ["asterisks", many("*")],
    ["emphasis that opens", many("*a _b ")],
    ["emphasis in emphasis", `${many("*a ")}${many("a* ")}`],
    ["backquotes", Array.from({ length: 200 }, (_, index) => "`".repeat(index)).join("a")],
    ["less-than signs", many("<a ")],
    ["closing tags", many("</b>")],
    ["comments", many("<!--")],
    ["comments in lines of their own", many("<!--\n\n", 4)],
    ["ampersands", many("&a")],
    ["tildes", many("~~a ")],
    ["spaces", `a${many(" ")}b`],
    ["a link definition's spaces", `[a]:${many(" ")}<`],
    ["link definitions", many("[a]: b\n", 2)],
    ["notes", Array.from({ length: 2000 }, (_, index) => `[^${index}]: a`).join("\n\n")],
    ["calls", many("[^1]")],
    ["headings with one id", many("## a {#b}\n", 4)],
    ["lines", many("a\n")],
    ["underlines", `a\n${many("=\n", 2)}`],
    ["fences", many("```\n", 4)],
    ["a wide table", `${many("|a", 10)}|\n${many("|-", 10)}|\n${many("|b", 10)}|`],
  ])("comes back: %s", (_, markdown) => {
    expect(read(markdown).shown).not.toBe("");
  });

  it.each([
    ["quotations", `${many("> ")}deep`],
    ["lists", `${many("- ")}deep`],
    ["numbered lists", `${many("1. ")}deep`],
    ["divisions", `${many("::: entry\n")}deep`],
    ["emphasis", `${many("*a ")}deep${many(" a*")}`],
    ["acts", `${"[".repeat(90)}deep${"]{.add}".repeat(90)}`],
  ])("keeps its words, and says that it is too deep: %s", (_, markdown) => {
    const { shown, diagnostics } = read(markdown);
    expect(shown).toContain("deep");
    expect(diagnostics.map(({ rule }) => rule)).toContain("nesting-too-deep");
  });
});

describe("YAML that was made to hang", () => {
  function messages(matter: string): readonly string[] {
    const text = readText(
      "documents/texts/a.md",
      new TextEncoder().encode(`---\n${matter}\n---\na`),
    );
    if ("rule" in text) throw new Error(text.message);
    const rules: string[] = [];
    readDocument(text, new Set(), (rule) => {
      rules.push(rule);
    });
    return rules;
  }

  it("in brackets without end", () => {
    expect(messages(`title: ${many("[")}`)).toContain("yaml-syntax");
  });

  it("by aliases of aliases", () => {
    const lines = ["a0: &a0 [x, x, x, x]"];
    for (let level = 1; level < 40; level += 1) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${alias}, ${alias}, ${alias}, ${alias}]`);
    }
    expect(messages(lines.join("\n"))).toContain("yaml-syntax");
  });

  it("by a register of thousands", () => {
    const entries = Array.from(
      { length: 2000 },
      (_, index) => `e${index}:\n  name: a: b ${index}\n`,
    );
    const text = readText("documents/people.yaml", new TextEncoder().encode(entries.join("")));
    if ("rule" in text) throw new Error(text.message);
    let said = 0;
    const people = readRegister(text, "people", new Set(), () => {
      said += 1;
    });
    expect(people).toHaveLength(2000);
    expect(said).toBe(2000);
  });
});
