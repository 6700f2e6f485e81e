import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import EleventyDevServer, { type Reload } from "@11ty/eleventy-dev-server";
import { findFreePort } from "./free-port.ts";

/** What a preview shows. */
export interface Shown {
  /** A built site, or an empty folder where there has been no good build yet. */
  readonly folder: string;
  /** Files that are new, or other than they were, by their paths in the site. */
  readonly changed: readonly string[];
  /** HTML set into every page above its text: what is wrong. Empty for nothing. */
  readonly panel: string;
}

/** A server that shows a built site to this machine, and changes the pages that are open there. */
export interface PreviewServer {
  readonly address: string;
  readonly show: (next: Shown) => void;
  readonly close: () => Promise<void>;
}

/** Open to this machine only: an unpublished edition is nobody else's business. */
const HOST = "localhost";

/** Starts a server at the port, or at the next free one; nothing where none is free. What `answer` leaves is asked of the site. */
export async function startPreview(
  wanted: number,
  first: Shown,
  answer: Answer,
): Promise<PreviewServer | undefined> {
  const port = await findFreePort(wanted, HOST);
  if (port === undefined) return undefined;
  const server = new LocalServer(first, answer);
  server.serve(port);
  await server.ready();
  return {
    address: `http://${HOST}:${port}/`,
    show: (next) => server.show(next),
    close: async () => server.close(),
  };
}

/** Answers some requests itself; the others, for which it says false, ask for the site. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

class LocalServer extends EleventyDevServer {
  #shown: Shown;
  readonly #answer: Answer;

  constructor(first: Shown, answer: Answer) {
    super("scholium", first.folder, {
      messageOnStart: () => false,
      logger: { info() {}, log() {}, error() {} },
      headers: { "Cache-Control": "no-store" },
      middleware: [(request, response, next) => this.#sendWithPanel(request, response, next)],
    });
    this.#shown = first;
    this.#answer = answer;
  }

  show(next: Shown): void {
    const hadPanel = this.#shown.panel !== "";
    this.#shown = next;
    this.dir = next.folder;
    // A panel comes and goes with the whole page; what else has changed is changed in place.
    this.reload(hadPanel || next.panel !== "" ? {} : describeChange(next));
  }

  protected override _serverListen(port: number): void {
    this.server.listen({ port, host: HOST });
  }

  override async onRequestHandler(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      if (await this.#answer(request, response)) return;
      await super.onRequestHandler(request, response);
    } catch {
      // An address that cannot be read, or that leads out of the site.
      response.statusCode = 400;
      response.end();
    }
  }

  #sendWithPanel(request: IncomingMessage, response: ServerResponse, next: () => void): void {
    const { panel } = this.#shown;
    const asked = this.mapUrlToFilePath(request.url ?? "/");
    const file = asked.filepath;
    const isPage = file === undefined ? asked.url === undefined : file.endsWith(".html");
    if (panel === "" || !isPage) return next();
    response.statusCode = asked.statusCode;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.end(setPanel(file === undefined ? EMPTY_PAGE : readFileSync(file, "utf8"), panel));
  }
}

/** Shown where there is no page yet. */
const EMPTY_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Not built</title></head>
<body></body>
</html>
`;

/** The panel goes to the beginning of the page, where those who listen to it hear it first. */
export function setPanel(html: string, panel: string): string {
  const body = /<body\b[^>]*>/i.exec(html);
  if (!body) return panel + html;
  const end = body.index + body[0].length;
  return html.slice(0, end) + panel + html.slice(end);
}

/** So many pages at most are sent to open windows; beyond that they ask for theirs anew. */
const SENT = 50;

/** What open pages need to change themselves in place, keeping where the reader is. */
function describeChange({ folder, changed }: Shown): Reload {
  const files = changed.map((file) => path.join(folder, file));
  if (changed.length > 0 && changed.every((file) => file.endsWith(".css")))
    return { subtype: "css", files };
  const pages = changed.filter((file) => file.endsWith(".html"));
  if (pages.length > SENT) return {};
  const templates = pages.map((file) => ({
    url: `/${file}`,
    inputPath: path.join(folder, file),
    content: readFileSync(path.join(folder, file), "utf8"),
  }));
  const home = templates.find(({ url }) => url === "/index.html");
  return { files, build: { templates: home ? [...templates, { ...home, url: "/" }] : templates } };
}
