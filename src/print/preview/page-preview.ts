import path from "node:path";
import type { Streams } from "../../edition/streams.ts";
import { OWN_ORIGIN, type OwnFolders } from "../browser/own-files.ts";
import { type Browsers, type PressRoom, withBrowsers } from "../browser/press-room.ts";
import { usualWorkers } from "../browser/workers.ts";
import { engineFingerprint } from "../cache/engine-fingerprint.ts";
import { picturesFingerprint } from "../cache/pictures-fingerprint.ts";
import { type PrintCache, keyOf } from "../cache/print-cache.ts";
import { type KnownChunks, readChangedChunks } from "../chunks/changed-chunks.ts";
import { layOutChunks } from "../layout/lay-out-chunks.ts";
import { setUpPress } from "../layout/set-up-press.ts";
import { converge } from "../numbering/converge.ts";
import { type SheetDress, assemble } from "../page/assemble.ts";
import type { TakenChunk, TakenReader } from "../page/take-chunks.ts";
import { takeSheets } from "../page/take-sheets.ts";
import { lettersOf } from "../paginate.ts";
import { languageOfPage } from "../hyphenation/hyphenate-html.ts";
import { ChunksFailed, PrintFailure } from "../print-failure.ts";
import { ownFolders } from "../page-folders.ts";
import { dressSheets } from "../segments/dress-sheets.ts";
import { type Held, hold } from "./held.ts";
import { PreviewMemory } from "./layout-memory.ts";

/** What a preview works with. */
export interface PreviewOrder {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  readonly browser?: string | undefined;
  readonly cache: PrintCache;
}

/** A file of a reader as it is now. */
export interface PreviewedReader {
  /** Which file it is: `readers/missiles/week-2`. */
  readonly name: string;
  /** Where its HTML stands, from which it names pictures. */
  readonly path: string;
  /** What it is printed from. */
  readonly html: string;
  readonly streams: Streams;
  /** Told how many pages are laid out, and about how many there will be. */
  readonly onProgress?: (pages: number, expected: number) => void;
}

/** A page as a preview knows it. */
export interface PreviewedSheet {
  /** Of all that is on it: another page has another. */
  readonly key: string;
  readonly side: "recto" | "verso";
  /** Its number: `iv`, `12`. */
  readonly label: string;
  /** Which page of which part of the reader; empty for a blank one. */
  readonly part: string;
}

/** A reader's pages as they would be printed now. */
export interface PreviewedPages {
  readonly sheets: readonly PreviewedSheet[];
  /** The HTML of some pages, by their places in the row, and the styles that they are seen with. */
  readonly show: (
    places: readonly number[],
  ) => Promise<{ readonly html: readonly string[]; readonly styles: string }>;
  /** On which page something begins, by its id. */
  readonly placeOf: (id: string) => number | undefined;
}

/** Readers' pages, laid out as for print and kept ready, so that an edit costs only what it changes. */
export interface PagePreview {
  readonly layOut: (reader: PreviewedReader) => Promise<PreviewedPages>;
  readonly close: () => Promise<void>;
}

/** As often as new chunks may turn out to fail. */
const MOST_TRIES = 3;

/** So many files are kept ready: each has tabs of its own. */
const KEPT_READY = 2;

/** Presses that are ready for a reader. */
interface ReadyRoom {
  readonly key: string;
  readonly letters: ReadonlySet<string>;
  readonly held: Held<PressRoom>;
  /** Addresses that its presses were refused. */
  readonly refused: Set<string>;
}

/** Opens a preview. A browser is started when the first reader is laid out. */
export function openPagePreview(order: PreviewOrder): PagePreview {
  return new Preview(order);
}

class Preview implements PagePreview {
  readonly #order: PreviewOrder;
  readonly #folders: OwnFolders;
  readonly #rooms = new Map<string, ReadyRoom>();
  readonly #known = new Map<string, KnownChunks>();
  readonly #memories = new Map<string, PreviewMemory>();
  #browsers: Promise<Held<Browsers>> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(order: PreviewOrder) {
    this.#order = order;
    const { folder } = order;
    // Pictures stand where the edition has them: a website need not be written.
    this.#folders = ownFolders({ folder, output: path.join(folder, "documents") });
  }

  readonly layOut = async (reader: PreviewedReader): Promise<PreviewedPages> => {
    const plain = new Set<string>();
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#layOutWith(reader, new Set(plain));
      } catch (error) {
        if (!(error instanceof ChunksFailed) || tries === MOST_TRIES) throw error;
        const known = plain.size;
        for (const chunk of error.chunks) plain.add(chunk);
        if (plain.size === known) throw error;
      }
    }
  };

  readonly close = async (): Promise<void> => {
    for (const { held } of this.#rooms.values()) await held.letGo();
    this.#rooms.clear();
    await (await this.#browsers?.catch(() => undefined))?.letGo();
    this.#browsers = undefined;
  };

  async #layOutWith(reader: PreviewedReader, plain: ReadonlySet<string>): Promise<PreviewedPages> {
    const { source, engine } = await this.#read(reader, plain);
    const streams = JSON.stringify(reader.streams.rows.map(({ name }) => name));
    const basis = keyOf(engine, source.shell, streams);
    const room = await this.#roomFor(reader, source, basis);
    const memory = this.#memories.get(reader.name) ?? new PreviewMemory();
    this.#memories.set(reader.name, memory);
    const layouts = layOutChunks({
      room: room.held.thing,
      chunks: source.chunks,
      basis,
      keyOfPictures: async (html) =>
        picturesFingerprint(html, { path: reader.path, folders: this.#folders }),
      language: languageOfPage(source.shell),
      cache: this.#order.cache,
      memory,
      onProgress: (pages, expected) => reader.onProgress?.(pages, expected),
    });
    const numbered = await converge(source.chunks, layouts.layOut);
    if (layouts.failed.size > 0) throw new ChunksFailed(layouts.failed);
    if ("unsettled" in numbered) {
      throw new PrintFailure(
        `page numbers do not settle in ${numbered.unsettled.join(", ")}`,
        "change a few words in a paragraph with a reference there",
      );
    }
    if (room.refused.size > 0) {
      throw new PrintFailure(
        `the print styles or templates ask for what is not part of the edition: ${[...room.refused].sort().join(", ")}`,
        "put the file into the edition, or take the request out",
      );
    }
    memory.forgetOthers();

    const { sheets, filled } = numbered;
    const places = new Map<string, number>();
    sheets.forEach(({ content }, at) => {
      if (!content) return;
      const page = numbered.layouts.get(content.chunk)?.pages[content.page];
      for (const id of page?.ids ?? []) if (!places.has(id)) places.set(id, at);
    });
    const parts = new Map(
      source.chunks.map(({ head: { id } }) => [
        id,
        keyOf(layouts.keyOf(id), JSON.stringify(filled.get(id))),
      ]),
    );
    return {
      sheets: sheets.map(({ content, side, label, folio, head }) => ({
        key: keyOf(
          basis,
          content ? (parts.get(content.chunk) ?? "") : "",
          JSON.stringify([content?.page, side, folio, head]),
        ).slice(0, 16),
        side,
        label,
        part: content ? `${content.chunk} ${content.page}` : "",
      })),
      placeOf: (id) => places.get(id),
      show: async (wanted) => {
        const dresses: SheetDress[] = [];
        for (const at of wanted)
          dresses.push(...(await dressSheets(numbered, layouts, { first: at, end: at + 1 })));
        const ready = this.#rooms.get(reader.name) ?? (await this.#roomFor(reader, source, basis));
        const taken = await ready.held.thing.run("showing pages", async ({ page }) => {
          await page.evaluate(assemble, dresses);
          return page.evaluate(takeSheets);
        });
        return { html: taken.html.map(fromRoot), styles: fromRoot(taken.styles) };
      },
    };
  }

  async #read(
    { name, html }: PreviewedReader,
    plain: ReadonlySet<string>,
  ): Promise<{ readonly source: TakenReader; readonly engine: string }> {
    const known: KnownChunks = this.#known.get(name) ?? new Map<string, TakenChunk>();
    this.#known.set(name, known);
    this.#browsers ??= hold((use) => withBrowsers({ browser: this.#order.browser }, use));
    try {
      const { thing: browsers } = await this.#browsers;
      const engine = await engineFingerprint(await browsers.describe(), this.#order.folder);
      const source = await browsers.withPresses(1, asItIs, async (room) =>
        room.run("reading the reader", async ({ page }) =>
          readChangedChunks(page, { html, plain }, known),
        ),
      );
      return { source, engine };
    } catch (error) {
      // No browser: perhaps there is one when it is asked for again.
      if (error instanceof PrintFailure && this.#rooms.size === 0) await this.close();
      throw error;
    }
  }

  /** The presses that are ready for a reader; one call after the other, so that none is opened twice. */
  async #roomFor(reader: PreviewedReader, source: TakenReader, basis: string): Promise<ReadyRoom> {
    const before = this.#turn;
    const room = before.then(async () => this.#makeReady(reader, source, basis));
    this.#turn = room.then(
      () => undefined,
      () => undefined,
    );
    return room;
  }

  /** New presses where styles or letters are others. */
  async #makeReady(
    reader: PreviewedReader,
    source: TakenReader,
    basis: string,
  ): Promise<ReadyRoom> {
    const letters = Array.from(lettersOf(source));
    const ready = this.#rooms.get(reader.name);
    this.#rooms.delete(reader.name);
    if (ready?.key === basis && letters.every((letter) => ready.letters.has(letter))) {
      this.#rooms.set(reader.name, ready);
      return ready;
    }
    await ready?.held.letGo();
    for (const [name, { held }] of this.#rooms) {
      if (this.#rooms.size < KEPT_READY) break;
      this.#rooms.delete(name);
      await held.letGo();
    }
    const refused = new Set<string>();
    const setUp = setUpPress({
      path: reader.path,
      shell: source.shell,
      letters: letters.join(""),
      folders: this.#folders,
      streams: reader.streams,
      onRefusal: (address) => refused.add(address),
    });
    const browsers = await this.#browsers;
    if (!browsers) throw new PrintFailure("the preview is closed", "start it again");
    const held = await hold<PressRoom>((use) =>
      browsers.thing.withPresses(usualWorkers(), setUp, use),
    );
    const room = { key: basis, letters: new Set(letters), held, refused };
    this.#rooms.set(reader.name, room);
    return room;
  }
}

/** What a press sees as its own lies at the root of the preview's server. */
function fromRoot(text: string): string {
  return text.replaceAll(`${OWN_ORIGIN}/`, "/");
}

/** Reading needs nothing of Paged.js. */
async function asItIs(): Promise<void> {
  return Promise.resolve();
}
