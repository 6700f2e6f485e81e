import { expect, it } from "vitest";
import { renderPassages } from "./render.ts";
import { exampleDocument } from "./testing/write-example.ts";

const RUSSIAN = `Заседание [подпись]{.supplied} [illegible]{.gap} [CPSU](#cpsu).[^1][^orig:1]

::: {.context}
Meanwhile.
:::

[^1]: A note.

[^orig:1]: Примечание.`;

function languages(editorsLanguage: string | undefined): readonly string[] {
  const { document, context } = exampleDocument(RUSSIAN, "screen");
  const html = renderPassages(document.transcription, { ...context, editorsLanguage });
  return [...html.matchAll(/class="([^"]+)"[^>]* lang="en"/g)].map(([, name = ""]) => name);
}

it("what editors say in a text of another language is in their own", () => {
  expect(languages("en")).toEqual([
    "act act-gap",
    "gloss",
    "note note-editor",
    "teaching teaching-context",
    "division-heading",
  ]);
});

it("in a text of the same language nothing needs to be said", () => {
  expect(languages(undefined)).toEqual([]);
});
