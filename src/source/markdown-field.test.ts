import fc from "fast-check";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import type { Place } from "../diagnostics/place.ts";
import { markdownField } from "./markdown-field.ts";
import { readYaml } from "./yaml-fields.ts";

const words = fc.constantFrom(
  "one ",
  "two",
  "'",
  '"',
  "\\",
  "\n",
  "\n\n",
  "é",
  "🙂",
  "# ",
  ": ",
  "*x* ",
  "  ",
  "\t",
  "many words and more of them, so that the line is folded somewhere in its middle ",
);
const styles = fc.constantFrom(
  "PLAIN",
  "QUOTE_SINGLE",
  "QUOTE_DOUBLE",
  "BLOCK_LITERAL",
  "BLOCK_FOLDED",
);

it("keeps every letter of a field, and knows where it stands, however YAML writes it", () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), styles, (parts, style) => {
      const written = parts.join("");
      fc.pre(written.trim() !== "");
      const yaml = stringify(
        { abstract: written },
        { defaultStringType: style, defaultKeyType: "PLAIN" },
      );
      const text = { file: "documents/people.yaml", lines: yaml.split("\n") };
      const fields = readYaml(text.file, text.lines, 1, () => {
        throw new Error("this YAML is good");
      });
      const source = markdownField(text, fields, "abstract", written);

      expect(lettersOf(source.text)).toBe(lettersOf(written));
      const signAt = ({ line, column }: Place) => text.lines[line - 1]?.[column - 1];
      const letters = [...source.text.matchAll(/\p{L}/gu)];
      for (const { 0: letter, index } of letters)
        expect(["\\", letter]).toContain(signAt(source.placeAt(index)));
    }),
    { numRuns: 1000 },
  );
});

function lettersOf(text: string): string {
  return text.replaceAll(/\s/g, "");
}
