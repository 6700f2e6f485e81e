import { PDFArray, PDFDict, PDFString } from "@cantoo/pdf-lib";
import type { PDFDocument, PDFObject } from "@cantoo/pdf-lib";

/** How Chromium names elements of the structure tree: by a count that goes on from whatever the browser did before. */
const NODE = /^node\d{8}$/;

/** Counts the names of the structure tree's elements anew, in the same order, so that two runs agree. */
export function steadyIds({ context }: PDFDocument): void {
  const names = new Set<string>();
  eachString(context.enumerateIndirectObjects(), (name) => {
    names.add(name);
    return name;
  });
  const steady = new Map(
    [...names].sort().map((name, rank) => [name, `node${String(rank + 1).padStart(8, "0")}`]),
  );
  eachString(context.enumerateIndirectObjects(), (name) => steady.get(name) ?? name);
}

function eachString(
  objects: readonly (readonly [unknown, PDFObject])[],
  rename: (name: string) => string,
): void {
  const renamed = (object: PDFObject): PDFObject | undefined => {
    if (object instanceof PDFString && NODE.test(object.asString())) {
      return PDFString.of(rename(object.asString()));
    }
    visit(object);
    return undefined;
  };
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        const other = renamed(value);
        if (other) object.set(key, other);
      }
    } else if (object instanceof PDFArray) {
      object.asArray().forEach((value, at) => {
        const other = renamed(value);
        if (other) object.set(at, other);
      });
    }
  };
  for (const [, object] of objects) visit(object);
}
