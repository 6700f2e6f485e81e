import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { type Place, startOf } from "../../diagnostics/place.ts";
import { didYouMean, suggest } from "../../diagnostics/suggest.ts";
import { packageStyles } from "../package-folders.ts";
import { readFaces } from "../stylesheet.ts";
import { type CssPiece, cssPieces } from "./css-pieces.ts";
import { listFiles } from "./list-files.ts";

/** What is wrong with the styles in an edition's `styles/`: what browsers would pass over in silence. */
export async function checkStyles(folder: string): Promise<readonly Diagnostic[]> {
  const own = path.join(folder, "styles");
  const files = await listFiles(own);
  if (files.length === 0) return [];
  const scholiums = await listFiles(packageStyles);
  const { fonts } = await readFaces();
  const known = new Set([...files, ...fonts.map(({ name }) => name)]);
  const diagnostics: Diagnostic[] = [];
  for (const name of files.filter((file) => file.endsWith(".css"))) {
    const file = `styles/${name}`;
    const misnamed = checkName(name, scholiums);
    if (misnamed) diagnostics.push(misnamed);
    const css = await readFile(path.join(own, name), "utf8");
    const broken = (at: number, message: string, mend?: string): void => {
      diagnostics.push(diagnose("style-broken", placeAt(file, css, at), message, mend));
    };
    const pieces = cssPieces(css);
    // One sign too few makes all brackets around it seem wrong.
    const unmatched = pieces.filter(({ kind }) => kind === "unclosed" || kind === "unopened");
    const worst = unmatched.find((piece) => "sign" in piece && /["'/]/.test(piece.sign));
    const bracket = worst ?? unmatched[0];
    for (const piece of pieces) {
      if (piece === bracket || piece.kind === "import" || piece.kind === "url") {
        const fault = faultOf(piece, name, known);
        if (fault) broken(piece.at, fault.message, fault.mend);
      }
    }
  }
  return diagnostics;
}

function faultOf(
  piece: CssPiece,
  name: string,
  known: ReadonlySet<string>,
): { readonly message: string; readonly mend?: string } | undefined {
  switch (piece.kind) {
    case "unclosed":
      return { message: `${piece.sign} is not closed: all that follows is lost` };
    case "unopened":
      return { message: `${piece.sign} closes nothing`, mend: "delete it, or open what it closes" };
    case "import":
      return {
        message: "@import does nothing in a style that is joined to others",
        mend: "copy what it would bring into this file",
      };
    case "url": {
      const [address = ""] = piece.address.split(/[?#]/);
      if (address === "" || /^data:/i.test(address)) return undefined;
      const mend = "put the file into styles/ and write its path from there: url(fonts/face.woff2)";
      if (/^(?:[a-z]+:|\/)/i.test(address))
        return {
          message: `it asks for ${piece.address}, and pages ask for nothing elsewhere`,
          mend,
        };
      const target = path.posix.join(path.posix.dirname(name), decoded(address));
      if (known.has(target)) return undefined;
      return { message: `no file styles/${target}`, mend: didYouMean(target, known, mend) };
    }
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A style whose name is nearly one of Scholium's was most likely meant to stand in its place. */
function checkName(name: string, scholiums: readonly string[]): Diagnostic | undefined {
  if (scholiums.includes(name) || name === "own.css") return undefined;
  const place = startOf(`styles/${name}`);
  if (name.includes("/"))
    return diagnose(
      "own-file-unused",
      place,
      "a style in a folder of its own is not read",
      "move it into styles/",
    );
  const stem = name.slice(0, -".css".length);
  const near =
    stem.length < 4
      ? undefined
      : suggest(
          stem,
          scholiums.map((known) => known.slice(0, -".css".length)),
        );
  if (near === undefined || near === "print") return undefined;
  return diagnose(
    "own-file-unused",
    place,
    `Scholium has no style of this name, so that it is added to the others`,
    `did you mean "${near}.css"? If not, give it a name that is less like it`,
  );
}

function placeAt(file: string, text: string, at: number): Place {
  const before = text.slice(0, at).split("\n");
  return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
