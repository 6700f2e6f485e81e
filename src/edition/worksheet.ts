import { z } from "zod";
import type { Edition } from "./edition.ts";
import { words } from "./fields.ts";
import { type Rewriting, mapped, rewriteBlocks, withBlocks } from "./rewrite.ts";
import type { Block, Division } from "./text.ts";

/** The front matter of a worksheet. */
export const worksheetMatterSchema = z.strictObject({
  /** What stands over it. */
  title: words(),
  /** What it is for, in a sentence. */
  description: words().optional(),
});

/** A sheet of questions that fits many documents: `::: {.worksheet name=HIPP}`. */
export interface Worksheet {
  /** By which it is called, in small letters: the name of its file. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Questions, each a paragraph or an entry of a list; without notes. */
  readonly blocks: readonly Block[];
  /** Whether it is the edition's, and not Scholium's. */
  readonly own: boolean;
}

/** The worksheet of a name, whatever letters are capital. */
export function worksheetNamed(
  worksheets: readonly Worksheet[],
  name: string,
): Worksheet | undefined {
  const wanted = name.toLowerCase();
  return worksheets.find((one) => one.name === wanted);
}

/** The edition with the words of each worksheet where it is called, before what is written there; the same edition where none is. */
export function withWorksheets(edition: Edition): Edition {
  const filled = (block: Block): Block => {
    if (block.type !== "division" || block.name !== "worksheet") return block;
    const sheet = worksheetNamed(edition.worksheets, block.options?.get("name")?.value ?? "");
    if (!sheet) return block;
    return {
      ...block,
      title: block.title ?? sheet.title,
      blocks: [...sheet.blocks, ...block.blocks],
    };
  };
  const rewriting: Rewriting = { blocks: (blocks) => mapped(blocks, filled) };
  const after = (divisions: readonly Division[]): readonly Division[] =>
    mapped(divisions, (division) => {
      const made = filled(division);
      return made.type === "division" ? withBlocks(made, rewriting) : division;
    });
  const documents = mapped(edition.documents, (document) => {
    const changed = after(document.after);
    return changed === document.after ? document : { ...document, after: changed };
  });
  const prose = <Prose extends { readonly blocks: readonly Block[] }>(one: Prose): Prose => {
    const blocks = rewriteBlocks(one.blocks, rewriting);
    return blocks === one.blocks ? one : { ...one, blocks };
  };
  const essays = mapped(edition.essays, prose);
  const readers = mapped(edition.readers, prose);
  const same =
    documents === edition.documents && essays === edition.essays && readers === edition.readers;
  return same ? edition : { ...edition, documents, essays, readers };
}
