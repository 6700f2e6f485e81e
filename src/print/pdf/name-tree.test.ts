import { expect, it } from "vitest";
import { hexadecimal } from "./objects.ts";
import { writeNameTree, writeNumberTree } from "./name-tree.ts";

/** Objects by their numbers, as they were put. */
function gather(): { put: Map<number, string>; file: Parameters<typeof writeNameTree>[0] } {
  const put = new Map<number, string>();
  let last = 0;
  return {
    put,
    file: {
      reserve: () => (last += 1),
      put: (number, text) => put.set(number, text),
      end: () => new Uint8Array(),
    },
  };
}

/** What a program finds that goes down a tree by the limits of its nodes; how many nodes it looks at. */
function find(
  put: ReadonlyMap<number, string>,
  tree: string,
  key: string,
): { readonly value: string | undefined; readonly looked: number } {
  let node = tree;
  for (let looked = 1; ;) {
    const kids = /Kids\[([^\]]*)\]/.exec(node)?.[1];
    if (kids === undefined) {
      const pairs = (/(?:Names|Nums)\[(.*)\]/.exec(node)?.[1] ?? "").split(" ");
      const at = pairs.findIndex((each, index) => index % 2 === 0 && each === key);
      return { value: at < 0 ? undefined : pairs[at + 1], looked };
    }
    const within = kids.split(" 0 R").find((kid) => {
      looked += 1;
      const [, first = "", last = ""] =
        /Limits\[(\S+) (\S+)\]/.exec(put.get(Number(kid)) ?? "") ?? [];
      return isUpTo(first, key) && isUpTo(key, last);
    });
    if (within === undefined) return { value: undefined, looked };
    node = put.get(Number(within)) ?? "";
  }
}

function isUpTo(one: string, other: string): boolean {
  return one.startsWith("<")
    ? one.slice(0, -1) <= other.slice(0, -1)
    : Number(one) <= Number(other);
}

it.each([0, 1, 256, 257, 5000, 20_000])(
  "finds every one of %i names, of many by a few steps",
  (many) => {
    const { put, file } = gather();
    const names = Array.from({ length: many }, (_, at) => `name-${(at * 7919) % 20_000}`);
    const tree = writeNameTree(file, new Map(names.map((name) => [name, `/${name}`])));
    for (const name of names) expect(find(put, tree, hexadecimal(name)).value).toBe(`/${name}`);
    const most = Math.max(0, ...names.map((name) => find(put, tree, hexadecimal(name)).looked));
    expect(most).toBeLessThan(40);
  },
);

it("finds every number, and nothing under one that is not there", () => {
  const { put, file } = gather();
  const values = Array.from({ length: 3000 }, (_, at) => `(${at})`);
  const tree = writeNumberTree(file, values);
  values.forEach((value, at) => expect(find(put, tree, String(at)).value).toBe(value));
  expect(find(put, tree, "3000").value).toBeUndefined();
});
