import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { OWN_ORIGIN, type OwnFolders, ownFile, typeOf } from "../../../print/browser/own-files.ts";
import type { Answer } from "../preview-server.ts";
import type { PagesNews, ReaderPages } from "./reader-pages.ts";
import { pagesShell } from "./pages-shell.ts";

/** Answers what a preview's pages of readers ask for, and leaves all else. */
export interface PagesRoutes {
  readonly answer: Answer;
  /** Ends all that is still being told. */
  readonly close: () => void;
}

/** So many pages are sent at once at most. */
const MOST_SHEETS = 60;

/** `/readers/missiles.pages.html`, `/readers/missiles/week-two.pages/state`. */
const ADDRESS = /^\/(readers(?:\/[^/]+){1,2})\.pages(?:\.html|\/([a-z]+))$/;

/** Makes the routes. `folders` hold the styles' fonts and pictures. */
export function pagesRoutes(pages: ReaderPages, folders: OwnFolders): PagesRoutes {
  const open = new Set<ServerResponse>();

  const events = (name: string, response: ServerResponse): void => {
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
    });
    response.write("retry: 500\n\n");
    const say = (news: PagesNews): void => {
      response.write(`data: ${JSON.stringify(news)}\n\n`);
    };
    const stop = pages.watch(name, say);
    open.add(response);
    response.on("close", () => {
      open.delete(response);
      stop();
    });
  };

  const sheets = async (name: string, asked: URLSearchParams, response: ServerResponse) => {
    const known = pages.pagesOf(name);
    const version = Number(asked.get("version"));
    if (!known || known.version !== version) return sendJson(response, 409, {});
    const places = (asked.get("at") ?? "")
      .split(",")
      .map(Number)
      .filter((at) => Number.isInteger(at) && at >= 0 && at < known.pages.sheets.length)
      .slice(0, MOST_SHEETS);
    const shown = await known.pages.show(places);
    return sendJson(response, 200, { places, ...shown });
  };

  const answerFor = async (
    name: string,
    asked: { readonly what: string | undefined; readonly query: URLSearchParams },
    response: ServerResponse,
  ): Promise<void> => {
    const file = pages.fileNamed(name);
    if (!file) return sendJson(response, 404, {});
    switch (asked.what) {
      case undefined:
        return send(
          response,
          200,
          "text/html; charset=utf-8",
          pagesShell(file, pages.filesBeside(file)),
        );
      case "state":
        return sendJson(response, 200, await pages.stateOf(name));
      case "sheets":
        return sheets(name, asked.query, response);
      case "where": {
        const at = pages.pagesOf(name)?.pages.placeOf(asked.query.get("id") ?? "");
        return sendJson(response, at === undefined ? 404 : 200, { at });
      }
      case "seen":
        pages.seen(name, Number(asked.query.get("version")));
        return sendJson(response, 200, {});
      case "events":
        return events(name, response);
      default:
        return sendJson(response, 404, {});
    }
  };

  return {
    async answer(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
      const [address, written = "", what] = ADDRESS.exec(pathname) ?? [];
      if (address === undefined) return sendOwnFile(pathname, folders, response);
      try {
        await answerFor(decodeURIComponent(written), { what, query: searchParams }, response);
      } catch {
        // Not to be read, or the browser is just being replaced: the page asks again.
        sendJson(response, 503, {});
      }
      return true;
    },
    close() {
      for (const response of open) response.end();
    },
  };
}

async function sendOwnFile(
  pathname: string,
  folders: OwnFolders,
  response: ServerResponse,
): Promise<boolean> {
  if (!Object.keys(folders).some((prefix) => pathname.startsWith(prefix))) return false;
  const file = await ownFile(`${OWN_ORIGIN}${pathname}`, folders);
  if (file === undefined) return false;
  send(response, 200, typeOf(file), await readFile(file));
  return true;
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, "application/json; charset=utf-8", JSON.stringify(value ?? {}));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" });
  response.end(body);
}
