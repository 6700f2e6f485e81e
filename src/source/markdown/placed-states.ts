import type { MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";

/*
 * markdown-it keeps the lines of blocks and nothing of what stands inside them. These two states
 * note where each token begins: of a block, and of each line of its words, the offset in the
 * Markdown; of what stands in a line, the offset in the block's words (see `content-offsets.ts`).
 */

/** What a block's token says about its place. */
export interface BlockMeta {
  /** Offset of its first character in the Markdown. */
  at: number;
  /** Of a token of words: where the first sign of each of its lines stands. */
  starts?: readonly number[];
  /** Of a token of words: where a line begins that is not indented as its list, quotation or note asks. */
  lazyAt?: number;
}

/** What an inline token says about its place. */
export interface InlineMeta {
  /** Offset of its first character in the block's words. */
  at: number;
}

/** The places of a block's token. */
export function blockMeta(token: Token): BlockMeta {
  const meta: BlockMeta | null = token.meta;
  if (!meta) throw new Error(`the token ${token.type} has no place`);
  return meta;
}

/** The place of an inline token within its block's words. */
export function inlineMeta(token: Token): InlineMeta {
  const meta: InlineMeta | null = token.meta;
  if (!meta) throw new Error(`the token ${token.type} has no place`);
  return meta;
}

/** Makes a parser note places. */
export function notePlaces(parser: MarkdownIt): void {
  parser.block.State = placedBlockState(parser.block.State);
  parser.inline.State = placedInlineState(parser.inline.State);
  parser.block.ruler.before("table", "place", (state, startLine) => {
    blockStarts.set(state, lineStart(state, startLine));
    return false;
  });
}

/** Where the block begins that is being read. Its own rule may have moved the line's marks since. */
const blockStarts = new WeakMap<StateBlock, number>();

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function placedBlockState(State: typeof StateBlock): typeof StateBlock {
  return class PlacedStateBlock extends State {
    override push(type: string, tag: string, nesting: Token["nesting"]): Token {
      const token = super.push(type, tag, nesting);
      token.meta = { at: blockStarts.get(this) ?? 0 };
      if (type === "list_item_open") token.meta = { at: lineStart(this, this.line) };
      if (type === "inline") token.meta = this.#wordsMeta();
      return token;
    }

    /** Called while the lines' marks are those of the innermost block, before its rule restores them. */
    #wordsMeta(): BlockMeta {
      const lines = this.tokens.findLast((token) => token.map !== null)?.map ?? [0, 1];
      const starts: number[] = [];
      let lazyAt: number | undefined;
      for (let line = lines[0]; line < Math.max(lines[1], lines[0] + 1); line += 1) {
        starts.push(lineStart(this, line));
        if ((this.sCount[line] ?? 0) < this.blkIndent) lazyAt ??= lineStart(this, line);
      }
      return { at: 0, starts, ...(lazyAt === undefined ? {} : { lazyAt }) };
    }
  };
}

function placedInlineState(State: typeof StateInline): typeof StateInline {
  return class PlacedStateInline extends State {
    override push(type: string, tag: string, nesting: Token["nesting"]): Token {
      const token = super.push(type, tag, nesting);
      token.meta = { at: this.pos };
      return token;
    }

    /** Pending words are always those directly before the position. */
    override pushPending(): Token {
      const at = this.pos - this.pending.length;
      const token = super.pushPending();
      token.meta = { at };
      return token;
    }
  };
}
