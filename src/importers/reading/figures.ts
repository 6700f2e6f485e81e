import type { Block } from "../../edition/text.ts";

/** A picture alone in its paragraph is a figure; what is doubtful about it stands behind it. */
export function withFigures(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type !== "paragraph") return [block];
    const [image, ...others] = block.children;
    if (image?.type !== "image" || others.some(({ type }) => type !== "doubt")) return [block];
    const doubts = others.filter((other) => other.type === "doubt");
    return [{ type: "figure", image, caption: "", place: block.place }, ...doubts];
  });
}
