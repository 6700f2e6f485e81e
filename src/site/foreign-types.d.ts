/* Types for packages that come without them, or with too few. */

declare module "@11ty/eleventy" {
  import type { EleventyConfig } from "./eleventy-config.ts";

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath?: string | false;
        readonly quietMode?: boolean;
        readonly config?: (config: EleventyConfig) => void;
      },
    );
    write(): Promise<unknown>;
    disableLogger(): void;
  }
}
