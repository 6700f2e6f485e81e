/* Types for what only tests read with. */

declare module "@citation-js/core" {
  export class Cite {
    constructor(input: unknown);
    /** In CSL-JSON, and how each was read. */
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}

declare module "@citation-js/plugin-ris";
