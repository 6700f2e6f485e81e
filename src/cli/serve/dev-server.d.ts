/* What is used of two of Eleventy's packages, which come without types. */

declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";

  /** What open pages are told: which files are new, and the new text of pages, so that they change in place. */
  export interface Reload {
    readonly subtype?: "css";
    readonly files?: readonly string[];
    readonly build?: {
      readonly templates: readonly {
        readonly url: string;
        readonly inputPath: string;
        readonly content: string;
      }[];
    };
  }

  export interface Options {
    readonly messageOnStart?: () => false;
    readonly logger?: Readonly<Record<"info" | "log" | "error", (message: string) => void>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly middleware?: readonly ((
      request: IncomingMessage,
      response: ServerResponse,
      next: () => void,
    ) => void)[];
  }

  export default class EleventyDevServer {
    constructor(name: string, dir: string, options?: Options);
    /** The folder that is served. */
    dir: string;
    readonly server: Server;
    serve(port: number): void;
    /** Resolves once the server listens. */
    ready(): Promise<void>;
    reload(event: Reload): void;
    close(): Promise<void>;
    protected _serverListen(port: number): void;
    onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void>;
    /** The file that a request asks for, or where it should ask instead. */
    mapUrlToFilePath(url: string): {
      readonly statusCode: number;
      readonly filepath?: string;
      readonly url?: string;
    };
  }
}

declare module "@11ty/chokidar-with-glob-support" {
  export interface Watcher {
    on(event: "all", listener: (event: string, path: string) => void): this;
    on(event: "error", listener: (error: unknown) => void): this;
    on(event: "ready", listener: () => void): this;
    close(): Promise<void>;
  }

  export function watch(
    path: string,
    options: {
      readonly ignoreInitial: boolean;
      readonly disableGlobbing: boolean;
      readonly ignored: (path: string) => boolean;
    },
  ): Watcher;
}
