import { beforeAll, describe, expect, it } from "vitest";
import { editionOf } from "../../apparatus/testing/edition-of.ts";
import { type BuiltSite, built, page } from "../testing/built-site.ts";
import { factsOf } from "../testing/page-facts.ts";

describe("the index of terms", () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await built(
      editionOf({
        "texts/memo.md":
          "---\nid: memo\nnumber: 1\ntitle: Memo\n---\n\nThe [CPSU](#cpsu) sends [R-12](#r-12).\n",
        "terms.yaml":
          "cpsu:\n  name: Communist Party of the Soviet Union\n  abbreviation: CPSU\nr-12:\n  name: R-12 missile\n  sort: R-12\n  abbreviation: SS-4\n",
      }),
    );
  });

  const main = (): string => factsOf(page(site, "terms/index.html")).main;

  it("tells in full an abbreviation that heads its line, and does not say it twice", () => {
    expect(main()).toContain("CPSU, Communist Party of the Soviet Union");
    expect(main()).not.toContain("CPSU, CPSU");
  });

  it("tells the abbreviation of a term that is sorted otherwise", () => {
    expect(main()).toContain("R-12, SS-4");
  });
});
