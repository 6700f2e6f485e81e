import type { Token } from "markdown-it";

/** A token with what stands between it and its companion. */
export interface Branch {
  readonly token: Token;
  readonly branches: readonly Branch[];
}

/** Puts a flat run of tokens together: each opening token with what it holds. Closing tokens are left out. */
export function tokenTree(tokens: readonly Token[]): readonly Branch[] {
  const root: Branch[] = [];
  const open: Branch[][] = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const branches: Branch[] = [];
    open.at(-1)?.push({ token, branches });
    if (token.nesting > 0) open.push(branches);
  }
  return root;
}
