import { describe, expect, it } from "vitest";
import { paragraph, somewhere } from "../../testing/text-trees.ts";
import { writeDocument } from "./write-document.ts";
import { writeMarkdown } from "./write-markdown.ts";

describe("a text", () => {
  it("is written as an editor would have typed it", () => {
    const place = somewhere;
    expect(
      writeMarkdown(
        [
          paragraph(
            "The ",
            { type: "emphasis", children: paragraph("Izvestia").children, place },
            " of 25. 5. 62 [so] ",
            { type: "act", act: "gap", attributes: {}, children: paragraph("cut").children, place },
            { type: "note-call", label: "1", place },
          ),
          paragraph("25. 5. 62"),
        ],
        [{ label: "1", stream: "editor", blocks: [paragraph("A note.")], place }],
      ),
    ).toBe("The *Izvestia* of 25. 5. 62 \\[so\\] [cut]{.gap}[^1]\n\n25\\. 5. 62\n\n[^1]: A note.");
  });

  it("keeps an address between angle brackets as words", () => {
    expect(writeMarkdown([paragraph("<&a@b.org>")])).toBe("\\<&a@b.org>");
    expect(writeMarkdown([paragraph("3 <5 and 5> 3")])).toBe("3 <5 and 5> 3");
  });

  it("stands below its front matter in a file", () => {
    expect(
      writeDocument({
        matter: { id: "memo", number: 3, title: "A memorandum", date: "1962", status: "full" },
        doubts: [{ field: "date", message: "the day is illegible" }],
        blocks: [paragraph("One.")],
        notes: [],
      }),
    ).toBe(
      "---\nid: memo\nnumber: 3\ntitle: A memorandum\n# doubt: the day is illegible\ndate: 1962\n---\n\nOne.\n",
    );
  });
});
