import type { Block } from "../../edition/text.ts";
import { plainText } from "../../edition/walk.ts";

/** A section of a long text, for the list of contents on its page. */
export interface SectionView {
  readonly title: string;
  /** `#section--2`, or the id that the editor gave. */
  readonly href: string;
}

/** Fewer sections need no list. */
const WORTH_A_LIST = 5;

/** A text whose sections can all be linked to, and its contents; none where it has few sections. */
export function withSections(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly sections: readonly SectionView[];
} {
  const sections: SectionView[] = [];
  const linked = blocks.map((block) => {
    if (block.type !== "heading" || block.level !== 2) return block;
    // Two hyphens: no id that an editor may give can be the same.
    const id = block.id ?? `section--${sections.length + 1}`;
    sections.push({ title: plainText(block.children), href: `#${id}` });
    return { ...block, id };
  });
  return sections.length < WORTH_A_LIST ? { blocks, sections: [] } : { blocks: linked, sections };
}
