import { divisionNamed } from "../edition/divisions.ts";
import type { Document, Edition, Essay } from "../edition/edition.ts";
import { pageAnchor } from "../edition/page-anchor.ts";
import { type Rewriting, mapped, rewriteBlocks, withBlocks } from "../edition/rewrite.ts";
import { streamOfLabel } from "../edition/streams.ts";
import type { Block, Inline, Link, NoteCall, Reference } from "../edition/text.ts";
import { type TextNode, childrenOf, walk } from "../edition/walk.ts";
import { type WebPlace, readAddress } from "./web-place.ts";

/*
 * A volume that stands alone leads to its sister volumes on the web. Where one of these is part of the
 * edition too, such a link leads to it here.
 */

/** The edition with every link to the public address of one of its own documents made a reference to it; the same edition where there is none. */
export function withOwnAddresses(edition: Edition): Edition {
  const targetOf = targetsIn(edition);
  if (!targetOf) return edition;
  const rewritingFor = (owner: string): Rewriting => ({
    inlines: (inlines) => mapped(inlines, (inline) => asReference(inline, owner, targetOf)),
  });
  return {
    ...edition,
    documents: mapped(edition.documents, (document) => {
      const rewriting = rewritingFor(document.id);
      const before = mapped(document.before, (part) => withBlocks(part, rewriting));
      const after = mapped(document.after, (part) => withBlocks(part, rewriting));
      const notes = mapped(document.notes, (note) => withBlocks(note, rewriting));
      const abstract = rewriteBlocks(document.abstract, rewriting);
      const transcription = rewriteBlocks(document.transcription, rewriting);
      return same(document, { before, after, notes, abstract, transcription });
    }),
    essays: mapped(edition.essays, (essay) => withProse(essay, rewritingFor(essay.id))),
    readers: mapped(edition.readers, (reader) => withProse(reader, rewritingFor(reader.id))),
    register: mapped(edition.register, (entry) => {
      const description = rewriteBlocks(entry.description, rewritingFor(entry.id));
      return same(entry, { description });
    }),
  };
}

/** The target of a reference to what has an address; nothing where that is not in the edition. */
type TargetOf = (place: WebPlace, owner: string) => string | undefined;

function asReference(inline: Inline, owner: string, targetOf: TargetOf): Inline {
  if (inline.type !== "link") return inline;
  const place = readAddress(inline.url);
  const target = place && targetOf(place, owner);
  return target === undefined ? inline : reference(inline, target);
}

function reference({ children, place }: Link, target: string): Reference {
  return { type: "reference", target, children, place };
}

function targetsIn(edition: Edition): TargetOf | undefined {
  const documents = documentsByAddress(edition.documents);
  const volumes = volumeAddresses(edition);
  if (documents.size === 0 && volumes.size === 0) return undefined;
  // Every text must be read for its pages: only where a link leads to one.
  let pages: ReadonlyMap<string, string> | undefined;
  const pageTarget = (page: string): string | undefined => {
    const key = pageKey(page);
    if (key === "") return undefined;
    pages ??= pagesByAddress(edition, volumes);
    return pages.get(key);
  };
  const labels = new Map<Document, ReadonlyMap<string, number>>();
  return ({ page, fragment }, owner) => {
    const document = documents.get(page);
    if (document === undefined) return fragment === "" ? pageTarget(page) : undefined;
    // What a document says of its own place on the web is meant of the web.
    if (document === "several" || document.id === owner) return undefined;
    if (fragment === "") return document.id;
    const [, label] = /fn([\w-]+)$/.exec(fragment) ?? [];
    if (label === undefined) return undefined;
    const numbers = labels.get(document) ?? editorsNotes(document);
    labels.set(document, numbers);
    const number = numbers.get(label);
    return number === undefined ? undefined : `${document.id}:n${number}`;
  };
}

/** Documents by their address on the web. An address that several give tells nothing. */
function documentsByAddress(
  documents: readonly Document[],
): ReadonlyMap<string, Document | "several"> {
  const byAddress = new Map<string, Document | "several">();
  for (const document of documents) {
    const place = readAddress(document.matter.source.url ?? "");
    if (place?.fragment !== "") continue;
    byAddress.set(place.page, byAddress.has(place.page) ? "several" : document);
  }
  return byAddress;
}

/** The volumes' addresses on the web, by their ids. */
function volumeAddresses({ volumes }: Edition): ReadonlyMap<string, string> {
  return new Map(
    volumes.flatMap(({ id, matter }) => {
      const place = readAddress(matter.url ?? "");
      return place?.fragment === "" ? [[id, place.page] as const] : [];
    }),
  );
}

/** The pages of the printed volumes, by the address that each has below its volume's: `…/frus1961-63v06/pg_187`. */
function pagesByAddress(
  { documents, essays }: Edition,
  addresses: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const inOrder = [...documents].sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  for (const owner of [...inOrder, ...essays]) {
    const volume = addresses.get(owner.matter.volume ?? "");
    if (volume === undefined) continue;
    for (const node of shownNodes(owner)) {
      if (node.type !== "page-break") continue;
      const anchor = pageAnchor(node.page);
      const key = pageKey(`${volume}/pg_${node.page}`);
      if (anchor !== undefined && !pages.has(key)) pages.set(key, `${owner.id}:${anchor}`);
    }
  }
  return pages;
}

/** The address of a printed page, its number written as places are named: `pg_XII` and `pg_xii` are one. */
function pageKey(address: string): string {
  const [, volume, page] = /^(.*)\/pg_([^/]+)$/.exec(address) ?? [];
  return volume === undefined ? "" : `${volume} ${pageAnchor(page ?? "")}`;
}

/** The text of a document or an essay with the notes that it calls, or has at its head. */
function* shownNodes(owner: Document | Essay): Generator<TextNode> {
  const called = new Set<string>(owner.kind === "document" ? owner.headNotes : []);
  for (const node of walk(textOf(owner))) {
    if (node.type === "note-call") called.add(node.label);
    yield node;
  }
  for (const { label, blocks } of owner.notes) if (called.has(label)) yield* walk(blocks);
}

function textOf(owner: Document | Essay): readonly Block[] {
  return owner.kind === "essay"
    ? owner.blocks
    : [...owner.before, ...owner.transcription, ...owner.after];
}

/** The numbers of the editor's notes by their labels: in the order of their calls, those in parts for instructors last. */
function editorsNotes(document: Document): ReadonlyMap<string, number> {
  const defined = new Set(document.notes.map(({ label }) => label));
  const numbers = new Map<string, number>();
  for (const { label } of callsIn([...document.abstract, ...textOf(document)])) {
    if (!defined.has(label) || numbers.has(label)) continue;
    if (streamOfLabel(label)?.name === "editor") numbers.set(label, numbers.size + 1);
  }
  return numbers;
}

function callsIn(nodes: readonly TextNode[]): readonly NoteCall[] {
  const calls: NoteCall[] = [];
  const forInstructors: NoteCall[] = [];
  const read = (inside: readonly TextNode[], into: NoteCall[]): void => {
    for (const node of inside) {
      if (node.type === "note-call") into.push(node);
      const instructors =
        node.type === "division" && divisionNamed(node.name)?.audience === "instructors";
      read(childrenOf(node), instructors ? forInstructors : into);
    }
  };
  read(nodes, calls);
  return [...calls, ...forInstructors];
}

function withProse<Prose extends Pick<Essay, "blocks" | "notes">>(
  prose: Prose,
  rewriting: Rewriting,
): Prose {
  const blocks = rewriteBlocks(prose.blocks, rewriting);
  const notes = mapped(prose.notes, (note) => withBlocks(note, rewriting));
  return blocks === prose.blocks && notes === prose.notes ? prose : { ...prose, blocks, notes };
}

/** Something with some of its fields changed; the same where none is. */
function same<Whole extends object>(whole: Whole, changed: Partial<Whole>): Whole {
  const isSame = Object.entries(changed).every(
    ([field, value]) => Reflect.get(whole, field) === value,
  );
  return isSame ? whole : { ...whole, ...changed };
}
