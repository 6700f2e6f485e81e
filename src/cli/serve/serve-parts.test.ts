import { createServer } from "node:net";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { startOf } from "../../diagnostics/place.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { changedFiles } from "./changed-files.ts";
import { findFreePort } from "./free-port.ts";
import { latestOnly } from "./latest-only.ts";
import { News } from "./news.ts";
import { setPanel } from "./preview-server.ts";
import { problemsPanel, troublePanel } from "./problems-panel.ts";
import { isSource } from "./watch-sources.ts";

describe("work that must see the latest state", () => {
  test("runs once more, and only once, however often it is asked for while it runs", async () => {
    let runs = 0;
    const work = latestOnly(async () => {
      runs += 1;
      if (runs === 1) for (let i = 0; i < 5; i += 1) work.request();
    });
    work.request();
    await work.settled();
    expect(runs).toBe(2);
  });

  test("runs again when it is asked for after it has settled", async () => {
    let runs = 0;
    const work = latestOnly(async () => {
      runs += 1;
    });
    for (let i = 0; i < 3; i += 1) {
      work.request();
      await work.settled();
    }
    expect(runs).toBe(3);
  });
});

test.each([
  ["", true],
  ["documents", true],
  ["documents/texts/protocol-61.md", true],
  ["templates/pages/document.njk", true],
  ["styles/tokens.css", true],
  ["_site/index.html", false],
  [".scholium-staging-_site-1-00000000/index.html", false],
  ["node_modules/x/documents/a.md", false],
  ["documents/texts/.protocol-61.md.swp", false],
  ["documents/texts/protocol-61.md~", false],
  ["README.md", false],
])("the watch minds %j: %j", (way, minded) => {
  expect(isSource(way.split("/").join(path.sep))).toBe(minded);
});

test("files that are new or other have changed", () => {
  const before = new Map([
    ["same", "1"],
    ["other", "1"],
    ["gone", "1"],
  ]);
  const after = new Map([
    ["same", "1"],
    ["other", "2"],
    ["new", "1"],
  ]);
  expect(changedFiles(before, after)).toEqual(["new", "other"]);
});

test("a port that is taken is passed over", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "localhost", () => {
      const address = taken.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  try {
    const found = await findFreePort(port, "localhost");
    expect(found).toBeGreaterThan(port);
  } finally {
    await new Promise((resolve) => taken.close(resolve));
  }
});

describe("what is said again while an edition is being written", () => {
  const place = startOf("documents/texts/a.md");
  const error = diagnose("note-undefined", place, "no note [^1]");
  const warning = diagnose("bracket-unclassified", place, "a bracket");

  test("is every error, as long as it is there", () => {
    const news = new News();
    expect(news.of([error, warning])).toEqual([error, warning]);
    expect(news.of([error, warning])).toEqual([error]);
    expect(news.of([warning])).toEqual([]);
  });

  test("is a warning only when it comes, or comes back", () => {
    const news = new News();
    expect(news.of([warning])).toEqual([warning]);
    expect(news.of([])).toEqual([]);
    expect(news.of([warning])).toEqual([warning]);
  });
});

describe("the panel", () => {
  test("stands first in the page's body", () => {
    expect(setPanel('<html><body class="a"><main>', "<p>!</p>")).toBe(
      '<html><body class="a"><p>!</p><main>',
    );
    expect(setPanel("no page at all", "<p>!</p>")).toBe("<p>!</p>no page at all");
  });

  test("says what is wrong and how to mend it, and lets nothing of it become HTML", () => {
    const html = problemsPanel([
      diagnose("trap-html", startOf("documents/texts/a.md"), "raw HTML <script>alert(1)</script>"),
    ]);
    expect(html).toContain("1 error, 0 warnings");
    expect(html).toContain("documents/texts/a.md:1:1");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<script>");
    expect(troublePanel("unexpected <token>")).toContain("unexpected &lt;token&gt;");
  });

  test("shows the first twenty and says how many more there are", () => {
    const many = Array.from({ length: 23 }, (_, index) =>
      diagnose("note-unused", startOf("documents/texts/a.md"), `note ${index} is never called`),
    );
    const html = problemsPanel(many);
    expect(html.match(/<li>/g)).toHaveLength(21);
    expect(html).toContain("and 3 more, in the terminal");
  });
});
