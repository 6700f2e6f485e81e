import type { CitedDocument } from "../cited-document.ts";
import { plainLine } from "./plain-line.ts";

/** Under which terms a document may be used: the statement, or what comes nearest to it. */
export function rightsLine({ rights }: CitedDocument): string | undefined {
  return rights.statement ?? rights.licence ?? rights.holder ?? rights.url;
}

/** What Zotero has no field for, in lines that its citations are made from. */
export function extraLines({ source, recipients }: CitedDocument): readonly string[] {
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ["archive-place", source.place],
    ["archive_collection", source.collection],
    ...recipients.map(
      (name) =>
        [
          "recipient",
          "literal" in name ? name.literal : `${name.family} || ${name.given}`,
        ] as const,
    ),
    ["type", "document"],
  ];
  return lines.flatMap(([name, value]) => {
    const line = plainLine(value ?? "");
    return line === "" ? [] : [`${name}: ${line}`];
  });
}
