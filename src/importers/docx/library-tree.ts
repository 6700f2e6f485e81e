import mammoth from "mammoth";
import { Refusal } from "../refusal.ts";

/** A node of the tree that the library makes of a Word file: what it is, and the rest to be looked at. */
export interface LibraryNode {
  readonly type: string;
  readonly children: readonly LibraryNode[];
  readonly fields: ReadonlyMap<string, unknown>;
}

/** What the library read: the document, and its notes and comments by their ids. */
export interface LibraryTree {
  readonly document: LibraryNode;
  readonly note: (kind: "footnote" | "endnote", id: string) => readonly LibraryNode[];
  readonly comments: ReadonlyMap<string, LibraryComment>;
}

/** A comment. */
export interface LibraryComment {
  readonly author: string;
  readonly body: readonly LibraryNode[];
}

/** Reads a Word file with the library. Of its HTML nothing is made: the tree is taken before. */
export async function readWithLibrary(bytes: Uint8Array): Promise<LibraryTree> {
  const seen: { tree?: LibraryTree } = {};
  const take = (document: unknown): unknown => {
    seen.tree = treeOf(document);
    return { ...record(document), children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        transformDocument: take,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
      },
    );
  } catch (fault) {
    if (!seen.tree) throw unreadable(fault);
  }
  if (!seen.tree) throw unreadable(undefined);
  return seen.tree;
}

function unreadable(fault: unknown): Refusal {
  const said = fault instanceof Error ? `: ${fault.message.split("\n")[0] ?? ""}` : "";
  return new Refusal(
    `it is no Word document that can be read${said}`,
    "open it in Word and save it anew as a Word document (.docx)",
  );
}

function treeOf(value: unknown): LibraryTree {
  const document = record(value);
  const notes = document["notes"];
  const find: unknown =
    typeof notes === "object" && notes !== null && "resolve" in notes ? notes.resolve : undefined;
  return {
    document: nodeOf(value),
    note: (noteType, noteId) => {
      if (typeof find !== "function") return [];
      const found: unknown = find.call(notes, { noteType, noteId });
      return nodesOf(record(found)["body"]);
    },
    comments: new Map(
      list(document["comments"]).map((comment) => {
        const { commentId, authorName, body } = record(comment);
        return [words(commentId), { author: words(authorName), body: nodesOf(body) }] as const;
      }),
    ),
  };
}

function nodeOf(value: unknown): LibraryNode {
  const { type, children, ...fields } = record(value);
  return {
    type: words(type),
    children: nodesOf(children),
    fields: new Map(Object.entries(fields)),
  };
}

function nodesOf(value: unknown): readonly LibraryNode[] {
  return list(value).map(nodeOf);
}

/** A field's words; empty where it has none. */
export function wordsOf(node: LibraryNode, field: string): string {
  return words(node.fields.get(field));
}

/** Whether a field is true. */
export function isTrue(node: LibraryNode, field: string): boolean {
  return node.fields.get(field) === true;
}

/** A field's whole number, 1 where it has none. */
export function countOf(node: LibraryNode, field: string): number {
  const value = node.fields.get(field);
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 1;
}

/** The bytes of a picture, or nothing where they cannot be read. */
export async function bytesOf(node: LibraryNode): Promise<Uint8Array | undefined> {
  const read = node.fields.get("readAsBuffer");
  if (typeof read !== "function") return undefined;
  try {
    const bytes: unknown = await Promise.resolve(Reflect.apply(read, undefined, []));
    return bytes instanceof Uint8Array ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function words(value: unknown): string {
  return typeof value === "string" ? value : "";
}
