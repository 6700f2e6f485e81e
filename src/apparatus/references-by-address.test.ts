import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "../edition/edition.ts";
import { walk } from "../edition/walk.ts";
import { withOwnAddresses } from "../source/own-addresses.ts";
import { buildApparatus } from "./build-apparatus.ts";
import { textsOf } from "./entity-texts.ts";
import { entitiesByPlace } from "./entities.ts";
import { apparatusOf, editionOf, filesOf } from "./testing/edition-of.ts";

const six = `
== volumes.yaml
six: {title: Six, siglum: VI, url: "https://history.example/volumes/v06"}
== texts/six-53.md
volume: six
number: 53
source: {url: "https://history.example/volumes/v06/d53"}
---
[]{.pb n=187}Words.[^2] More.[^1]

::: {.instructor}
For those who teach.[^x]
:::

[^1]: A.
[^2]: B. []{.pb n=XII}Next.
[^x]: C.
`;

/** A document of another volume with some links, and where each leads: a reference's target, or a link's address. */
function leads(links: readonly string[], around = six): Readonly<Record<string, string>> {
  const text = links.map((url) => `[${url}](${url})`).join(" ");
  const edition = editionOf(filesOf(`${around}\n== texts/letter.md\nnumber: 1\n---\n${text}\n`));
  return Object.fromEntries(
    edition.documents
      .filter(({ id }) => id === "letter")
      .flatMap(({ transcription }) => [...walk(transcription)])
      .flatMap((node) => {
        if (node.type === "link") return [[node.url, node.url]];
        if (node.type !== "reference") return [];
        const [words] = node.children;
        return [[words?.type === "text" ? words.value : "", `#${node.target}`]];
      }),
  );
}

describe("a link to the public address of what the edition has", () => {
  it("leads to it here: a document, its notes by their labels, its pages", () => {
    expect(
      leads([
        "https://history.example/volumes/v06/d53",
        "http://www.history.example/volumes/v06/d53/",
        "https://HISTORY.example/volumes/v06/d53",
        "https://history.example/volumes/v06/d53#d53fn1",
        "https://history.example/volumes/v06/d53#d53fn2",
        "https://history.example/volumes/v06/d53#fnx",
        "https://history.example/volumes/v06/pg_187",
        "https://history.example/volumes/v06/pg_xii",
      ]),
    ).toEqual({
      "https://history.example/volumes/v06/d53": "#six-53",
      "http://www.history.example/volumes/v06/d53/": "#six-53",
      "https://HISTORY.example/volumes/v06/d53": "#six-53",
      "https://history.example/volumes/v06/d53#d53fn1": "#six-53:n2",
      "https://history.example/volumes/v06/d53#d53fn2": "#six-53:n1",
      "https://history.example/volumes/v06/d53#fnx": "#six-53:n3",
      "https://history.example/volumes/v06/pg_187": "#six-53:page-187",
      "https://history.example/volumes/v06/pg_xii": "#six-53:page-xii",
    });
  });

  it("leads to the web where the edition has not what is meant", () => {
    const outside = [
      "https://history.example/volumes/v06",
      "https://history.example/volumes/v06/d5",
      "https://history.example/volumes/v06/D53",
      "https://history.example/volumes/v06/d53?page=2",
      "https://history.example/volumes/v06/d53#d53fn9",
      "https://history.example/volumes/v06/d53#top",
      "https://history.example/volumes/v06/pg_188",
      "https://history.example/volumes/v06/pg_187#top",
      "https://history.example/volumes/v05/pg_187",
      "mailto:someone@history.example",
    ];
    expect(leads(outside)).toEqual(Object.fromEntries(outside.map((url) => [url, url])));
  });

  it("leads to the web where several documents give the address", () => {
    const url = "https://history.example/volumes/v06/d53";
    const twin = `== texts/twin.md\nnumber: 9\nsource: {url: "${url}"}\n---\nWords.\n`;
    expect(leads([url], six + twin)).toEqual({ [url]: url });
  });

  it("is left alone in the document whose address it is, also where it names a note", () => {
    const { documents } = editionOf(
      filesOf(`
== texts/a.md
source: {url: "https://history.example/a"}
---
[Here](https://history.example/a), [there](https://history.example/a#fn1).[^1]

[^1]: [Here](https://history.example/a).
`),
    );
    const types = documents.flatMap((document) =>
      [...document.transcription, ...document.notes.flatMap(({ blocks }) => blocks)]
        .flatMap((block) => [...walk([block])])
        .flatMap(({ type }) => (type === "link" || type === "reference" ? [type] : [])),
    );
    expect(types).toEqual(["link", "link", "link"]);
  });

  it("is found in every text of the edition, and keeps its place and its words", () => {
    const link = "[Document 53](https://history.example/volumes/v06/d53)";
    const { references } = apparatusOf(`${six}
== texts/a.md
number: 1
abstract: "${link}"
---
::: {.headnote}
${link}
:::

- *${link}*[^1]

| a |
| --- |
| ${link} |

::: {.vocabulary}
word
: ${link}
:::

::: {.questions}
> ${link}
:::

[^1]: ${link}
== essays/b.md
${link}[^1]

[^1]: ${link}
== readers/c.md
${link}
== people.yaml
castro: {name: Castro, description: "${link}"}
`);
    expect([...references.values()].map(({ entity }) => entity.id)).toEqual(
      Array.from({ length: 11 }, () => "six-53"),
    );
    expect([...references.keys()][0]?.place).toEqual({
      file: "documents/essays/b.md",
      line: 6,
      column: 1,
    });
  });
});

describe("an edition of which no document has a link's address", () => {
  it("is the same edition", () => {
    const edition = editionOf(filesOf(`${six}== essays/a.md\n[Web](https://example.org/)\n`));
    const again = withOwnAddresses(edition);
    expect(again.documents).toBe(edition.documents);
    expect(again.essays).toBe(edition.essays);
  });
});

/** Documents on the web that refer to each other's notes by their labels. */
const web = fc
  .array(
    fc.record({
      calls: fc.uniqueArray(fc.constantFrom("1", "2", "3", "a", "tr:1", "in:1"), { minLength: 1 }),
      instructorsFirst: fc.boolean(),
      asAnswer: fc.boolean(),
      to: fc.nat(),
      label: fc.nat(),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((documents) =>
    documents.map(({ calls, instructorsFirst, asAnswer, to, label }, at) => {
      const other = documents[to % documents.length];
      const wanted = other?.calls[label % other.calls.length] ?? "1";
      const url = `https://example.org/d${to % documents.length}#fn${wanted}`;
      const [first = "1", ...rest] = calls;
      const part = (label_: string): string => `Words.[^${label_}]\n\n`;
      const instructors = `::: {.${asAnswer ? "answer" : "instructor"}}\n${part(first)}:::\n\n`;
      const text = rest.map(part).join("");
      const notes = calls.map((one) => `[^${one}]: Note ${one}.\n`).join("");
      const parts = instructorsFirst ? instructors + text : text + instructors;
      const body = asAnswer ? `::: questions\nWhy?\n\n${parts}:::\n\n` : parts;
      return `== texts/d${at}.md\nsource: {url: "https://example.org/d${at}"}\n---\n${body}[Link](${url})\n\n${notes}`;
    }),
  );

describe("references that were links", () => {
  it("lead to the note of that label, however it is numbered", () => {
    fc.assert(
      fc.property(web, (files) => {
        const edition = editionOf(filesOf(files.join("")));
        const { apparatus } = buildApparatus(edition);
        for (const entity of entitiesByPlace(edition)) {
          for (const { blocks } of textsOf(entity))
            for (const node of walk(blocks)) {
              if (node.type !== "reference") continue;
              const [id = "", coordinate] = node.target.split(":");
              const note = apparatus.notes.get(id)?.find((one) => one.id === coordinate);
              const source = files[Number(entity.id.slice(1))] ?? "";
              expect(source).toContain(`(https://example.org/${id}#fn${note?.note.label})`);
            }
        }
      }),
    );
  });

  it("are the same, whatever the order in which the documents were read", () => {
    const edition = editionOf(
      filesOf(
        `${six}${["a", "b", "c"].map((id) => `== texts/${id}.md\nsource: {url: "https://example.org/${id}"}\n---\n[A](https://example.org/a) [B](https://example.org/b#fn1) [P](https://history.example/volumes/v06/pg_187)[^1]\n\n[^1]: Note.\n`).join("")}`,
      ),
    );
    const seen = ({ documents }: Edition): unknown =>
      Object.fromEntries(
        documents.map(({ id, transcription }) => [
          id,
          [...walk(transcription)].map((node) => (node.type === "reference" ? node.target : "")),
        ]),
      );
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...edition.documents], { minLength: edition.documents.length }),
        (documents) => {
          expect(seen(withOwnAddresses({ ...edition, documents }))).toEqual(seen(edition));
        },
      ),
    );
  });
});
