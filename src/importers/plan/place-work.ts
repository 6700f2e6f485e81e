import type { FieldDoubt } from "../../source/writing/markdown-file.ts";
import type { RegisterName } from "../../edition/edition.ts";
import type {
  DocumentDraft,
  EssayDraft,
  ImageDraft,
  ImportedWork,
  ReaderDraft,
  RegisterEntryDraft,
  VolumeDraft,
} from "../importer.ts";
import { type HeldEntry, type Holdings, namesAndWords, numbersOf, takeNumber } from "./holdings.ts";
import { renameReferences } from "./rename.ts";
import { isSameEntry } from "./same-entry.ts";
import { firstFree, safeId, safeImagePath, safeStem } from "./safe-names.ts";

/** A draft with the path of its file from the edition's folder, with ids and numbers that nothing else has. */
export type PlacedFile = PlacedDraft & {
  readonly path: string;
  /** The draft as the importer made it. */
  readonly source: object;
};

type PlacedDraft =
  | { readonly kind: "document"; readonly draft: DocumentDraft }
  | { readonly kind: "essay"; readonly draft: EssayDraft }
  | { readonly kind: "reader"; readonly draft: ReaderDraft }
  | {
      readonly kind: "register";
      readonly register: RegisterName;
      readonly entries: readonly RegisterEntryDraft[];
      /** What other files say of the same entries, and this input says otherwise: doubts at the file's head. */
      readonly doubts: readonly string[];
    }
  | { readonly kind: "volume"; readonly draft: VolumeDraft }
  | { readonly kind: "image"; readonly draft: ImageDraft };

/** A work with its place in the edition. */
export interface PlacedWork {
  readonly files: readonly PlacedFile[];
  /** What had to be settled, in sentences. */
  readonly remarks: readonly string[];
}

/** Where the files of an import go. */
export interface Placing {
  readonly holdings: Holdings;
  /** Folders below `documents/texts/` in which documents are to lie; empty for none. */
  readonly folder: string;
}

/**
 * Gives each draft of a work its file, its id and its number. A file that the edition has keeps its own; ids and
 * numbers that something else has give way. Adds what was placed to the holdings.
 */
export function placeWork(work: ImportedWork, placing: Placing): PlacedWork {
  const place = new PlacingOfWork(placing);
  // First every draft gets its place and its id, then references follow.
  const volumes = work.volumes.map((draft) => ({ draft, path: place.volume(draft) }));
  const registers = work.registers.map((draft) => ({ source: draft, ...place.register(draft) }));
  const documents = work.documents.map((draft) => ({ draft, path: place.text("texts", draft) }));
  const essays = work.essays.map((draft) => ({ draft, path: place.text("essays", draft) }));
  const readers = work.readers.map((draft) => ({ draft, path: place.text("readers", draft) }));
  const images = work.images.map((draft) => ({ draft, path: place.image(draft) }));

  const files: PlacedFile[] = [];
  for (const { draft, path } of volumes)
    if (path !== undefined) files.push({ kind: "volume", path, source: draft, draft });
  for (const { source, path, register, entries, doubts } of registers)
    if (entries.length > 0 || doubts.length > 0) {
      const followed = renameReferences(entries, place.newIds);
      files.push({ kind: "register", path, source, register, entries: followed, doubts });
    }
  const numbers = place.numbers(documents);
  for (const { draft, path } of documents) {
    const followed = place.followed(draft);
    const settled = numbers.get(path);
    files.push({
      kind: "document",
      path,
      source: draft,
      draft: {
        ...followed,
        doubts: [...followed.doubts, ...(settled?.doubts ?? [])],
        matter: { ...followed.matter, ...(settled && { number: settled.number }) },
      },
    });
  }
  for (const { draft, path } of essays)
    files.push({ kind: "essay", path, source: draft, draft: place.followed(draft) });
  for (const { draft, path } of readers)
    files.push({ kind: "reader", path, source: draft, draft: place.followed(draft) });
  for (const { draft, path } of images) files.push({ kind: "image", path, source: draft, draft });
  return { files, remarks: place.remarks };
}

/** A register's file after its entries have been compared with the edition's. */
interface PlacedRegister {
  readonly path: string;
  readonly register: RegisterName;
  readonly entries: readonly RegisterEntryDraft[];
  readonly doubts: readonly string[];
}

/** A document and the path of its file. */
interface PlacedDocument {
  readonly draft: DocumentDraft;
  readonly path: string;
}

/** A document's number, and what an editor should know of it. */
interface SettledNumber {
  readonly number: number;
  readonly doubts: readonly FieldDoubt[];
}

/** What is settled while the drafts of one work are placed. */
class PlacingOfWork {
  readonly newIds = new Map<string, string>();
  readonly remarks: string[] = [];
  readonly #holdings: Holdings;
  readonly #folder: string;

  constructor({ holdings, folder }: Placing) {
    this.#holdings = holdings;
    this.#folder = folder === "" ? "" : `${safeStem(folder)}/`;
  }

  /** Nothing where the edition tells of the volume elsewhere. */
  volume(draft: VolumeDraft): string | undefined {
    const path = this.#freePath("documents/volumes", draft.stem, ".yaml");
    const held = this.#holdings.volumes.get(draft.id) ?? path;
    this.#holdings.volumes.set(draft.id, held);
    if (held === path) return path;
    this.remarks.push(
      `the volume "${draft.id}" stands in ${held} already and is not written again`,
    );
    return undefined;
  }

  text(
    room: "texts" | "essays" | "readers",
    draft: { readonly stem: string; readonly matter: { readonly id: string } },
  ): string {
    const folder = room === "texts" ? this.#folder : "";
    const path = this.#freePath(`documents/${room}`, folder + draft.stem, ".md");
    const held = this.#holdings.files.get(path.toLowerCase());
    if (held?.id === undefined) this.#settleId(draft.matter.id, path);
    else if (held.id !== draft.matter.id) this.newIds.set(draft.matter.id, held.id);
    if (room === "readers") this.#holdings.hasReaders = true;
    return path;
  }

  image({ path }: ImageDraft): string {
    // A picture's name stands in the texts already: two of one name are the same, or are left and reported.
    const safe = `documents/images/${safeImagePath(path)}`;
    this.#holdings.planned.add(safe.toLowerCase());
    return safe;
  }

  register({ register, stem, entries }: ImportedWork["registers"][number]): PlacedRegister {
    const path = this.#freePath(`documents/${register}`, stem, ".yaml");
    const prefix = safeId(stem.split("/").at(-1) ?? stem);
    const doubts: string[] = [];
    const own: RegisterEntryDraft[] = [];
    const seen = new Set<string>();
    let known = 0;
    for (const entry of entries) {
      const id = firstFree(safeId(entry.id), (name) => seen.has(name));
      seen.add(id);
      const held = this.#holdings.entries.get(id);
      const { names, words } = namesAndWords(entry.matter);
      const isKnown =
        held !== undefined &&
        held.file !== path &&
        held.register === register &&
        isSameEntry(register, held.names, names);
      if (isKnown) {
        known += 1;
        if (id !== entry.id) this.newIds.set(entry.id, id);
        const otherwise = [
          ...(names.name === held.names.name ? [] : [`it is named ${names.name}`]),
          ...(words === "" || words === held.words ? [] : [`it is described so: ${words}`]),
        ].join("; ");
        if (otherwise !== "") doubts.push(`"${id}" stands in ${held.file}; here ${otherwise}`);
        continue;
      }
      const settled = this.#settleEntry(entry.id, id, prefix, path);
      own.push(settled === entry.id ? entry : { ...entry, id: settled });
      const fresh: HeldEntry = { register, names, words, file: path };
      this.#holdings.entries.set(settled, fresh);
    }
    if (known > 0)
      this.remarks.push(
        `${known} of ${entries.length} entries for ${path} stand in the edition already and are not written again`,
      );
    return { path, register, entries: own, doubts };
  }

  /** The draft with its new id, if it got one, and with the new ids of what it refers to. */
  followed<Draft extends { readonly matter: { readonly id: string } }>(draft: Draft): Draft {
    const followed = renameReferences(draft, this.newIds);
    const id = this.newIds.get(draft.matter.id);
    return id === undefined ? followed : { ...followed, matter: { ...followed.matter, id } };
  }

  /**
   * Numbers by the documents' paths: the one that the file has in the edition, the input's where it is free. Those
   * that are then left without one get the next free ones, so that none takes another's number.
   */
  numbers(documents: readonly PlacedDocument[]): ReadonlyMap<string, SettledNumber> {
    const settled = new Map<string, SettledNumber>();
    const open: PlacedDocument[] = [];
    for (const document of documents) {
      const { draft, path } = document;
      const known = numbersOf(this.#holdings, draft.matter.volume);
      const held = this.#holdings.files.get(path.toLowerCase())?.number;
      const number = held ?? draft.matter.number;
      const holder = number === undefined ? undefined : known.files.get(number);
      if (number === undefined || (held === undefined && holder !== undefined && holder !== path)) {
        open.push(document);
        continue;
      }
      takeNumber(known, number, path);
      settled.set(path, { number, doubts: [] });
    }
    for (const { draft, path } of open) {
      const known = numbersOf(this.#holdings, draft.matter.volume);
      const wanted = draft.matter.number;
      const number = known.highest + 1;
      takeNumber(known, number, path);
      const doubts =
        wanted === undefined
          ? []
          : [
              {
                field: "number",
                message: `numbered ${wanted} where it came from; ${known.files.get(wanted) ?? ""} has that number`,
              },
            ];
      settled.set(path, { number, doubts });
    }
    return settled;
  }

  /** A path that no other draft of this import has. */
  #freePath(folder: string, stem: string, ending: string): string {
    const { planned } = this.#holdings;
    const pathOf = (name: string): string => `${folder}/${name}${ending}`;
    const free = firstFree(safeStem(stem), (name) => planned.has(pathOf(name).toLowerCase()));
    const path = pathOf(free);
    planned.add(path.toLowerCase());
    return path;
  }

  /** Gives an id to what stands in a file: its own, or the first free one. */
  #settleId(written: string, path: string): void {
    const { ids } = this.#holdings;
    const id = firstFree(safeId(written), (name) => ![undefined, path].includes(ids.get(name)));
    ids.set(id, path);
    if (id === written) return;
    this.newIds.set(written, id);
    const why = safeId(written) === written ? "is taken" : "cannot be one";
    this.remarks.push(`the id "${written}" ${why}: now "${id}" (${path})`);
  }

  #settleEntry(written: string, wanted: string, prefix: string, path: string): string {
    const { ids } = this.#holdings;
    const isTaken = (id: string): boolean => ![undefined, path].includes(ids.get(id));
    const id = isTaken(wanted) ? firstFree(`${prefix}-${wanted}`, isTaken) : wanted;
    ids.set(id, path);
    if (id === written) return id;
    this.newIds.set(written, id);
    this.remarks.push(
      `the id "${written}" is something else's in the edition: now "${id}" (${path})`,
    );
    return id;
  }
}
