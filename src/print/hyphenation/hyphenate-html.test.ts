import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hyphenateHtml } from "./hyphenate-html.ts";

/** With signs that can be seen: a soft hyphen as `-`, a place where an address may be divided as `~`. */
async function shown(html: string, language = "en"): Promise<string> {
  const hyphenated = await hyphenateHtml(html, language);
  return hyphenated.replaceAll("\u00AD", "-").replaceAll("\u200B", "~");
}

describe("hyphenation", () => {
  it.each([
    ["en", "was discussed by representatives of", "was dis-cussed by rep-re-sen-ta-tives of"],
    ["en-GB", "an ordinary development of", "an ordinary devel-op-ment of"],
    ["de", "der Landwirtschaft wegen", "der Land-wirt-schaft wegen"],
    ["ru", "на заседание президиума в", "на засе-дание пре-зи-диума в"],
    ["fr", "une conférence internationale de", "une confé-rence inter-na-tio-nale de"],
    ["uk", "про засідання уряду", "про засі-дання уряду"],
  ])("divides %s words: %s", async (language, text, divided) => {
    expect(await shown(`<p>${text}</p>`, language)).toBe(`<p>${divided}</p>`);
  });

  it.each([
    ["a language that it does not know", '<p lang="xx">a consideration of</p>'],
    ["another script than the language’s own", '<p lang="ru-Latn">na zasedanie prezidiuma v</p>'],
    ["headings", "<h2>the consideration of it</h2>"],
    ["code", "<p>as <code>a consideration of</code> it</p>"],
    [
      "names and other words with a capital",
      "<p>by Representatives, the PRESIDIUM, a McDonaldson.</p>",
    ],
    ["words with an apostrophe", "<p>the government’s or government's own</p>"],
    [
      "compounds and addresses",
      "<p>by vice-president of history.state.gov/historicaldocuments or</p>",
    ],
    ["figures and words with them", "<p>in 1961abcdefgh or 1234567890 of</p>"],
    ["short words", "<p>under either of</p>"],
    ["a word that goes on in the next element", "<p>of consider<b>ation</b> it</p>"],
    ["names of characters", "<p>as &CounterClockwiseContourIntegral; is</p>"],
    ["notes, marks and numbers", '<p>of<span class="note">a consideration of</span></p>'],
    ["attributes", '<p title="a consideration > of">it</p>'],
    ["comments", "<p>it<!-- a consideration of --></p>"],
  ])("leaves alone %s", async (_, html) => {
    expect(await shown(html)).toBe(html);
  });

  it("goes by the nearest language, and back", async () => {
    expect(
      await shown('<p>a development <em lang="ru">и заседание его</em> a development of</p>'),
    ).toBe('<p>a devel-op-ment <em lang="ru">и засе-дание его</em> a devel-op-ment of</p>');
  });

  it("leaves three letters before a hyphen and four behind it", async () => {
    const divided = await shown("<p>an elementary opportunity already evidently</p>");
    for (const part of divided.match(/[a-z-]+-[a-z-]+/g) ?? []) {
      expect(part).toMatch(/^[a-z]{3}[a-z-]*[a-z]{4}$/);
    }
    expect(divided).toContain("-");
  });

  it("lets the lines of an address end behind a slash", async () => {
    const html = '<p>(<span class="link-address">history.state.gov/documents/d1</span>)</p>';
    expect(await shown(html)).toBe(
      '<p>(<span class="link-address">history.state.gov/~documents/~d1</span>)</p>',
    );
  });

  it("changes nothing else in any text", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/[<>&\u00AD\u200B]/g, "")),
      fc.constantFrom("<p>", "</p>", '<i lang="de">', "</i>", "<br>", " consideration ", "&amp;"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const html = pieces.join("");
        const hyphenated = await hyphenateHtml(html, "en");
        expect(hyphenated.replaceAll("\u00AD", "")).toBe(html);
      }),
    );
  });
});
