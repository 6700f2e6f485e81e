import type { CiteprocCite } from "@citation-js/core";
import type { Cite } from "../edition/text.ts";
import type { CitationPiece } from "./cite-works.ts";
import { richWords } from "./rich-words.ts";
import type { WorksEngine } from "./works-engine.ts";

/** A work of a citation: as the editor cites it, as the style was asked for it, and what the style made of it. */
export interface WrittenCite {
  readonly cite: Cite;
  readonly asked: CiteprocCite;
  readonly piece: CitationPiece;
}

/** What joins the works of a citation: the style's signs, and where the language has a full stop or comma: “so.” */
export interface Joining {
  readonly engine: Pick<WorksEngine, "between" | "collapsed" | "collapsing">;
  readonly stopInQuotes: boolean;
}

/**
 * The works of one citation in a row, with the editor's words before and behind each. What neighbors share is said once
 * where the style wants it so: "Doe 1999a, 1999b".
 */
export function joinCites(
  written: readonly WrittenCite[],
  { engine, stopInQuotes }: Joining,
): readonly CitationPiece[] {
  let group = 0;
  return written.flatMap(({ cite, asked, piece }, index): readonly CitationPiece[] => {
    const before = written[index - 1];
    const mayShare = before?.cite.suffix === "" && cite.prefix === "";
    const rest = mayShare ? engine.collapsed(before.asked, asked) : undefined;
    const shown = rest === undefined ? piece : { ...piece, html: rest };
    const behind = withWordsBehind(shown, cite.suffix, stopInQuotes);
    const { within, behindGroup } = engine.collapsing;
    if (before && rest !== undefined) {
      group += 1;
      return [{ html: before.cite.locator ? behindGroup : within }, ...behind];
    }
    const between = group > 0 ? behindGroup : engine.between;
    group = 0;
    return [
      ...(before ? [{ html: between }] : []),
      ...(cite.prefix === "" ? [] : [{ html: `${richWords(cite.prefix)} ` }]),
      ...behind,
    ];
  });
}

/** A work and the editor's words behind it, whose comma stands where the language has it. */
function withWordsBehind(
  piece: CitationPiece,
  words: string,
  stopInQuotes: boolean,
): readonly CitationPiece[] {
  const [mark = ""] = /^,/u.exec(words) ?? [];
  const marked = mark === "" ? [piece] : withMark(piece, mark, stopInQuotes);
  const behind = words.slice(mark.length);
  const pieces = behind === "" ? marked : [...marked, { html: richWords(behind) }];
  return pieces.filter(({ html }) => html !== "");
}

/** A piece with a full stop or comma behind it; within quotation marks where the language wants it so: “so.” */
export function withMark(
  piece: CitationPiece,
  mark: string,
  stopInQuotes: boolean,
): readonly CitationPiece[] {
  const [quoted] = (stopInQuotes ? /["”’](?:<\/\w+>)*$/u.exec(piece.html) : undefined) ?? [];
  if (quoted === undefined) return [piece, { html: mark }];
  return [{ ...piece, html: `${piece.html.slice(0, -quoted.length)}${mark}${quoted}` }];
}
