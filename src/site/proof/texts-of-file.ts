import path from "node:path";
import { textsOfPage } from "./texts-of-page.ts";

/** How the texts of a file are read, by what its name ends in; other files are read as they are, if they are text. */
const READERS: ReadonlyMap<string, (content: string) => readonly string[]> = new Map([
  [".html", textsOfPage],
  [".xml", textsOfPage],
  [".svg", textsOfPage],
  [".json", textsOfJson],
]);

/** Every text of a file of a website that is not a PDF; nothing of a picture or a font. */
export function textsOfFile(name: string, content: Uint8Array): readonly string[] {
  if (content.includes(0)) return [];
  const text = new TextDecoder().decode(content);
  return READERS.get(path.extname(name).toLowerCase())?.(text) ?? [text];
}

/** Names and values, however they are escaped; JSON that cannot be read as it is written. */
function textsOfJson(content: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(content);
    return [...textsIn(value)];
  } catch {
    return [content];
  }
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield name;
      yield* textsIn(inner);
    }
  }
}
