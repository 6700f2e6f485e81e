/// <reference lib="dom" />

/*
 * The part of Paged.js 0.4.3 that is used, which has no types of its own.
 * Everything is public: hooks, settings, and properties of its instances.
 */

/** Functions that Paged.js calls at a certain moment. */
export interface Hook<Parameters extends readonly unknown[]> {
  hooks: ((...parameters: Parameters) => unknown)[];
  register(task: (...parameters: Parameters) => unknown): void;
  clear(): void;
}

/** Where a page ends: a node of the source and an offset in its text. */
export interface BreakToken {
  node: Node | undefined;
  offset: number;
  equals(other: BreakToken | undefined): boolean;
  toJSON(hash?: boolean): string;
}

/** Finds where a page ends. */
export interface PageLayout {
  findOverflow(rendered: HTMLElement, bounds: DOMRect): Range | undefined;
}

/** A page in the making. */
export interface PagedPage {
  readonly element: HTMLElement;
}

/** The source of a flow; `indexOfRefs` saves Paged.js a search through it for each element. */
export type PagedSource = DocumentFragment & { indexOfRefs?: Record<string, Element> };

/** Cuts a source into pages. */
export interface Chunker {
  readonly hooks: {
    readonly afterParsed: Hook<[PagedSource]>;
    readonly renderNode: Hook<[Node, Node]>;
    readonly beforePageLayout: Hook<[PagedPage]>;
    readonly layout: Hook<[HTMLElement]>;
    /** A task may name another place, or `null` where no page ends. */
    readonly onOverflow: Hook<[Range | undefined, HTMLElement, DOMRect, PageLayout]>;
    readonly onBreakToken: Hook<[BreakToken | undefined, Range | undefined, HTMLElement]>;
    readonly afterOverflowRemoved: Hook<[DocumentFragment, HTMLElement]>;
    readonly afterPageLayout: Hook<[HTMLElement, PagedPage, BreakToken | undefined]>;
    readonly finalizePage: Hook<[HTMLElement, PagedPage]>;
    readonly afterRendered: Hook<[readonly PagedPage[]]>;
  };
  /** What is being cut into pages. */
  readonly source: PagedSource;
  readonly pages: readonly PagedPage[];
  readonly q: { tick: (task: () => void) => void };
  readonly pageTemplate: HTMLTemplateElement;
  readonly pagesArea: HTMLElement;
  /** Adds a page without text behind the last. */
  clonePage(original: PagedPage): Promise<unknown>;
  loadFonts: () => Promise<unknown>;
  /** Makes the area of pages and the template of a page. */
  setup(): void;
  flow(content: DocumentFragment, renderTo?: HTMLElement): Promise<unknown>;
}

/** Reads styles and sets up what paginates by them. */
export interface Previewer {
  readonly chunker: Chunker;
  readonly polisher: {
    /** Paged.js's own styles, once they are set up. */
    readonly base: HTMLStyleElement;
    setup(): void;
    add(...styles: readonly string[]): Promise<unknown>;
  };
  initializeHandlers(): unknown;
  removeStyles(): readonly string[];
}

/** The global that `paged.js` makes. */
export interface PagedModule {
  readonly Previewer: new (settings: {
    readonly maxChars: number;
    readonly hyphenGlyph: string;
  }) => Previewer;
  /** Paged.js's own handlers, in the order in which they are called. */
  readonly registeredHandlers: { readonly name: string }[];
}
