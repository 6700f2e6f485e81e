import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

function paragraph(name: string, number: number): string {
  const sentence = `Paragraph ${name} ${number} says that nothing was sent, and that all of it arrived.`;
  return `${sentence} ${"It goes on for a while. ".repeat(6).trim()}`;
}

function document(id: string, number: number, name: string, notes = ""): string {
  const paragraphs = [1, 2, 3, 4, 5].map(
    (at) => `${paragraph(name, at)}[^${at}] It names [Smith](#smith).`,
  );
  const defined = [1, 2, 3, 4, 5].map((at) => `[^${at}]: Note ${name} ${at}.${notes}`);
  return `---
id: ${id}
number: ${number}
title: ${name} Letter
date: 1962-0${number}-10
source: { archive: Archive of ${name}, url: "https://archive.example/${id}" }
rights: { statement: Rights of ${name}. }
---

${paragraphs.join("\n\n")}

${defined.join("\n")}
`;
}

/** The packet, in some looks. */
export function packetIn(looks: readonly string[]): string {
  return `---
id: packet
title: A Packet
course: History 1
look: [${looks.join(", ")}]
qr: true
---

The whole opens with these words.

::: {.week title="First" date=2027-02-01/2027-02-05}
Words of the first week, which lead to [](#blue) and to [](#gray).

::: {.reading of=introduction}
:::

::: {.reading of=red paragraphs="p1, p4-p5" purpose="To see what is sent."}
Before the red one.

::: {.questions kind=sourcing lines=7}
1. Who sent it?
:::
:::
:::

::: {.week title="Second"}
Words of the second week.

::: {.reading of=blue}
:::

::: {.comparison of="red blue"}
1. Which is older?
:::

::: {.worksheet name=HIPP lines=2}
:::
:::
`;
}

const files: Readonly<Record<string, string>> = {
  "edition.yaml": `title: Letters
editors: [A. Editor]
date: "2026-01-31"
url: https://edition.example/letters
`,
  "people.yaml": `smith:
  name: Smith, John
  role: A merchant
`,
  "texts/red.md": document("red", 1, "Red"),
  "texts/blue.md": document("blue", 2, "Blue"),
  "texts/green.md": document("green", 3, "Green"),
  "texts/gray.md": document("gray", 4, "Gray"),
  "essays/introduction.md": `---
id: introduction
title: An Introduction
---

It leads to [](#red), to [](#red:p2), and to [](#green:p1).
`,
  "readers/packet.md": packetIn(["standard", "large-print", "wide-margin", "duplex"]),
};

/** Writes an edition of four letters and a packet of two weeks, all of it invented. */
export async function writePacketEdition(
  folder: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [name, content] of Object.entries({ ...files, ...changes })) {
    const file = path.join(folder, "documents", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
