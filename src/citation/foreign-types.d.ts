/* Types for packages that come without them: as much of them as is used. */

declare module "@citation-js/core" {
  export const plugins: {
    readonly input: {
      /** Reads without asking anybody on the web. */
      data(
        input: unknown,
        type: "@biblatex/entries+list",
      ): readonly Readonly<Record<string, unknown>>[];
    };
    readonly config: {
      get(name: "@csl"): {
        readonly templates: CslRegister;
        readonly locales: CslRegister;
        engine(
          data: readonly CiteprocItem[],
          style: string,
          locale: string,
          format: string,
        ): CiteprocEngine;
      };
    };
  };

  interface CslRegister {
    has(name: string): boolean;
    add(name: string, value: unknown): unknown;
  }

  interface CiteprocItem {
    readonly id: string;
  }

  /** What is cited, and where in it. */
  export interface CiteprocCite {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly "suppress-author"?: boolean;
    readonly "author-only"?: boolean;
    /** 0 the first time, 1 later, 2 directly behind the same, 3 the same with a locator. */
    readonly position?: 0 | 1 | 2 | 3;
    readonly "near-note"?: boolean;
  }

  export interface CiteprocEngine {
    readonly opt: { readonly xclass: "note" | "in-text" };
    readonly bibliography: { readonly tokens: readonly unknown[] };
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(cites: readonly CiteprocCite[]): string;
    makeBibliography():
      | readonly [
          { readonly entry_ids: readonly (readonly (string | number)[])[] },
          readonly string[],
        ]
      | false;
  }
}

declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-bibtex";
