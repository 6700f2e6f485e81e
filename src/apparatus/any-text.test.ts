import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../diagnostics/report.ts";
import { walk } from "../edition/walk.ts";
import { readDocument } from "../source/read-document.ts";
import { fallbackSettings } from "../source/read-settings.ts";
import { buildApparatus } from "./build-apparatus.ts";

/* Documents by chance, with all kinds of mistakes: what is wrong is left out, and nothing else. */

const ids = fc.constantFrom("a", "b", "c", "nobody", "");
const places = fc.constantFrom("", ":p1", ":p2", ":n1", ":tr1", ":here", ":");
const words = fc.oneof(
  fc.constant("words "),
  fc.tuple(ids, places).map(([id, place]) => `[](#${id}${place}) `),
  fc.tuple(ids, places).map(([id, place]) => `[Doc. 2 ¶1](#${id}${place}) `),
  fc.constantFrom("[](#p1)", "[](#p9)", "[](#n1)", "[](#here)").map((reference) => `${reference} `),
  fc.constantFrom("1", "2", "tr:1", "in:1", "nowhere").map((label) => `so[^${label}] `),
  fc.constant("[here]{#here} "),
  fc.constant("[illegible]{.gap} "),
);
const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("").trim());
const block = fc.oneof(
  line,
  line.map((text) => `- ${text}\n- ${text}`),
  line.map((text) => `> ${text}`),
  line.map((text) => `::: {.headnote}\n${text}\n:::`),
  line.map((text) => `::: {.instructor}\n${text}\n:::`),
  line.map((text) => `::: {.entry date=1962-05-24 #here}\n${text}\n:::`),
  fc
    .tuple(fc.constantFrom("1", "2", "tr:1", "in:1"), line)
    .map(([label, text]) => `[^${label}]: ${text}`),
);
const documentText = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join("\n\n"));
const texts = fc.tuple(documentText, documentText, documentText);

describe("whatever the documents are", () => {
  it("the apparatus is built, and answers for every reference and every call", () => {
    fc.assert(
      fc.property(texts, (written) => {
        const documents = written.flatMap((text, at) => {
          const id = "abc".charAt(at);
          const lines = `---\nid: ${id}\nnumber: ${at + 1}\ntitle: T\n---\n\n${text}`.split("\n");
          const file = `documents/texts/${id}.md`;
          return readDocument({ file, lines }, new Set(), () => {}) ?? [];
        });
        const { apparatus, diagnostics } = buildApparatus({
          settings: fallbackSettings.settings,
          settingsPlaces: fallbackSettings.places,
          documents,
          essays: [],
          readers: [],
          register: [],
          volumes: [],
          works: [],
          worksheets: [],
          styles: [],
          images: [],
        });
        const complaints = new Set(
          diagnostics
            .filter(({ rule }) => rule === "reference-unknown")
            .map(({ place }) => `${place.file}:${place.line}:${place.column}`),
        );
        for (const { id, transcription, before, after, notes } of documents) {
          const blocks = [...before, ...transcription, ...after];
          const nodes = [...walk([...blocks, ...notes.flatMap((note) => note.blocks)])];
          const references = nodes.filter((node) => node.type === "reference");
          expect(references.filter((one) => apparatus.references.has(one))).toEqual(
            references.filter(
              ({ place }) => !complaints.has(`${place.file}:${place.line}:${place.column}`),
            ),
          );
          const calls = [...walk(blocks)].filter((node) => node.type === "note-call");
          expect(calls.filter((one) => apparatus.calls.has(one))).toEqual(
            calls.filter(({ label }) => notes.some((note) => note.label === label)),
          );
          const numbered = apparatus.notes.get(id) ?? [];
          expect(new Set(numbered.map((note) => note.id)).size).toBe(numbered.length);
        }
        for (const diagnostic of diagnostics) {
          expect(formatDiagnostic(diagnostic)).toMatch(
            /^documents\/texts\/[abc]\.md:\d+:\d+ \w+ [\w-]+: .+; .+/u,
          );
        }
      }),
    );
  });
});
