import { deserialize, serialize } from "node:v8";
import type { PressRoom } from "../browser/press-room.ts";
import { BrowserEnded, Unanswered } from "../browser/patience.ts";
import { type PrintCache, keyOf } from "../cache/print-cache.ts";
import { hyphenateHtml } from "../hyphenation/hyphenate-html.ts";
import type { FilledSlots, LayOut } from "../numbering/converge.ts";
import { expectedPages } from "../numbering/expected-pages.ts";
import { shapeOf } from "../numbering/slot-texts.ts";
import { type LaidOutChunk, type LaidOutPage, layOutChunk } from "../page/lay-out.ts";
import type { TakenChunk } from "../page/take-chunks.ts";
import { PrintFailure } from "../print-failure.ts";

/** What laying out needs to know and to tell. */
export interface LayoutOrder {
  readonly room: PressRoom;
  readonly chunks: readonly TakenChunk[];
  /** The key of all that decides a layout besides the chunk: styles, fonts, programs. */
  readonly basis: string;
  /** The key of the pictures that a chunk shows. */
  readonly keyOfPictures: (html: string) => Promise<string>;
  /** The reader's language, by which words are divided where a text names no other. */
  readonly language: string;
  readonly cache: PrintCache;
  /** What has been laid out before in this build, by its key. */
  readonly memory: LayoutMemory;
  readonly onProgress: (pages: number, expected: number) => void;
}

/** Chunks being laid out. */
export interface Layouts {
  readonly layOut: LayOut;
  /** The key of a chunk's present layout. */
  readonly keyOf: (id: string) => string;
  /** The HTML of the pages of a chunk's present layout. */
  readonly pagesOf: (id: string) => Promise<readonly string[]>;
  /** Chunks that could not be laid out, each with why. */
  readonly failed: ReadonlyMap<string, PrintFailure>;
}

/** A chunk that is laid out, in memory. */
export interface KnownLayout {
  readonly key: string;
  readonly pages: readonly LaidOutPage[];
  /** Of what the cache has kept, the pages are read when they are printed. */
  readonly html: () => Promise<readonly string[]>;
}

/** Layouts by their keys; each that is needed is set, whether it was there or not. */
export type LayoutMemory = Pick<Map<string, KnownLayout>, "get"> & {
  readonly set: (key: string, layout: KnownLayout) => unknown;
};

/** Lays chunks out in the presses of a room, each only once with numbers of the same widths, or takes them from the cache. */
export function layOutChunks(order: LayoutOrder): Layouts {
  const { room, chunks, basis, keyOfPictures, language, cache, memory, onProgress } = order;
  const sources = new Map(chunks.map((chunk) => [chunk.head.id, chunk]));
  const known = new Map<string, KnownLayout>();
  const failed = new Map<string, PrintFailure>();
  const lengths = new Map(
    chunks.map(({ head, letters }) => [head.id, { letters, pages: 0, whole: false }]),
  );
  const tell = (): void => {
    const all = [...lengths.values()];
    onProgress(
      all.reduce((sum, { pages }) => sum + pages, 0),
      expectedPages(all),
    );
  };

  const layOutOne = async (source: TakenChunk, filled: FilledSlots): Promise<void> => {
    const { id } = source.head;
    const shapes = filled.map(shapeOf);
    const key = keyOf(basis, source.html, JSON.stringify(shapes), await keyOfPictures(source.html));
    const length = { letters: source.letters, pages: 0, whole: false };
    lengths.set(id, length);
    const anew = async (): Promise<KnownLayout> => layOutAnew(source, shapes, key, length);
    const layout = memory.get(key) ?? (await readLayout(cache, key, anew)) ?? (await anew());
    memory.set(key, layout);
    known.set(id, layout);
    lengths.set(id, { ...length, pages: layout.pages.length, whole: true });
    tell();
  };

  const layOutAnew = async (
    { head: { id }, html }: TakenChunk,
    shapes: FilledSlots,
    key: string,
    length: { pages: number },
  ): Promise<KnownLayout> => {
    const divided = await hyphenateHtml(html, language);
    const laidOut = await room.run(`laying out “${id}”`, async (press) => {
      length.pages = 0;
      press.onPage = () => {
        length.pages += 1;
        tell();
      };
      return press.page.evaluate(layOutChunk, divided, shapes);
    });
    if (!laidOut.whole) {
      throw new PrintFailure(
        `text of “${id}” is lost in the layout`,
        "report it as a fault of Scholium",
      );
    }
    await cache.write("layout", keyOf(key, "pages"), serialize(laidOut.html));
    await cache.write("layout", keyOf(key, "numbers"), serialize(laidOut.pages));
    return { key, pages: laidOut.pages, html: () => Promise.resolve(laidOut.html) };
  };

  return {
    failed,
    keyOf: (id) => known.get(id)?.key ?? "",
    async pagesOf(id) {
      return (await known.get(id)?.html()) ?? [];
    },
    async layOut(wanted) {
      // The longest first, so that none is left at the end to one press alone.
      const row = [...wanted]
        .flatMap(([id, filled]) => {
          const source = sources.get(id);
          return source ? [{ source, filled }] : [];
        })
        .sort((one, other) => other.source.letters - one.source.letters);
      await eachOf(row, room.presses * 2, async ({ source, filled }) => {
        try {
          await layOutOne(source, filled);
        } catch (error) {
          if (!(error instanceof PrintFailure) || error instanceof BrowserEnded) throw error;
          // The other chunks are tried as well, so that all that fail are known at once.
          failed.set(source.head.id, error);
          if (error instanceof Unanswered) lengths.delete(source.head.id);
        }
      });
      return new Map(
        [...wanted.keys()].map((id): readonly [string, LaidOutChunk] => [
          id,
          { id, pages: known.get(id)?.pages ?? [] },
        ]),
      );
    },
  };
}

async function readLayout(
  cache: PrintCache,
  key: string,
  anew: () => Promise<KnownLayout>,
): Promise<KnownLayout | undefined> {
  const numbers = await cache.read("layout", keyOf(key, "numbers"));
  if (!numbers) return undefined;
  const pages: readonly LaidOutPage[] = deserialize(numbers);
  return {
    key,
    pages,
    async html() {
      const kept = await cache.read("layout", keyOf(key, "pages"));
      // The cache may have been cleared meanwhile.
      return kept ? asPages(kept) : (await anew()).html();
    },
  };
}

function asPages(kept: Uint8Array): readonly string[] {
  return deserialize(kept);
}

/** Does some work for each item, so many at a time; the first that fails ends the row. */
async function eachOf<Item>(
  items: readonly Item[],
  together: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  const go = async (): Promise<void> => {
    for (let item = items[next]; item !== undefined; item = items[next]) {
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: together }, go));
}
