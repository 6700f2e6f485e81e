import { expect, it } from "vitest";
import { editionOf, filesOf } from "../../apparatus/testing/edition-of.ts";
import { pagesInMemory } from "../testing/pages-in-memory.ts";

const pages = pagesInMemory(
  editionOf(
    filesOf(`== texts/a.md
title: Notes without a heading
title-supplied: true
---
One.

== texts/b.md
title: Letter
---
Two.

== readers/r.md
::: {.reading of=a}
:::

::: {.reading of=b}
:::

::: {.comparison of="a b"}
:::
`),
  ),
  { pdf: true },
);

it.each([
  ["on its own page", "documents/a.html", /<h1[^>]*>\s*\[Notes without a heading\]/u],
  ["in a comparison", "readers/r.html", /<td[^>]*>\[Notes without a heading\]<\/td>/u],
  ["at its head in print", "readers/r.print.html", /"document-name">\[Notes without a heading\]</u],
  ["in the contents", "readers/r.print.html", /"contents-title">\[Notes without a heading\]/u],
])("a title that an editor supplied stands in brackets %s", (_, address, written) => {
  expect(pages.get(address)).toMatch(written);
  expect(pages.get(address)).not.toContain("[Letter]");
});
