import { posix } from "node:path";

/** The rooms of the house, each above those before it: none imports from one above itself. */
const rooms: readonly string[] = [
  "diagnostics",
  "edition",
  "source",
  "apparatus",
  "citation",
  "reader",
  "html",
  "site",
  "print",
  "importers",
  "exporters",
  "cli",
];

/** Rooms that only reckon: they know neither the disk nor the tools that make pages. */
const pureRooms: ReadonlySet<string> = new Set([
  "diagnostics",
  "edition",
  "apparatus",
  "citation",
  "reader",
  "html",
]);

/** What is outside a pure room's ken. */
const outsideWorld = /^(?:node:|@11ty\/|nunjucks$|puppeteer|@sparticuz\/|pagedjs)/u;

/** A module of the package. */
export interface Module {
  /** From `src/`: `source/markdown/parser.ts`. */
  readonly path: string;
  readonly code: string;
}

/** What one rule finds wrong with a module, in sentences. */
type HouseRule = (module: Module) => readonly string[];

/** What a module takes from elsewhere, as it writes it: static imports, passed-on exports, late imports. */
export function importsOf(code: string): readonly string[] {
  const forms = [
    /^import\s+(?:[^"'`;]*?\sfrom\s*)?["']([^"']+)["']/gmu,
    /^export\s+(?:type\s+)?[*{][^"'`;]*?\sfrom\s*["']([^"']+)["']/gmu,
    /\bimport\(\s*["'`]([^"'`]+)["'`]/gu,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].flatMap(([, from]) => from ?? []));
}

/** The modules within `src/` that a module imports. */
function ownImports({ path, code }: Module): readonly string[] {
  return importsOf(code)
    .filter((from) => from.startsWith("."))
    .map((from) => posix.join(posix.dirname(path), from))
    .filter((target) => !target.startsWith(".."));
}

/** The top of `src/` is above all rooms. */
function heightOf(path: string): number {
  const room = path.includes("/") ? path.slice(0, path.indexOf("/")) : undefined;
  return room === undefined ? rooms.length : rooms.indexOf(room);
}

function roomOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf("/")));
}

const standsInARoom: HouseRule = ({ path }) =>
  heightOf(path) < 0 ? [`${path} stands in no room of the house`] : [];

const looksDown: HouseRule = (module) =>
  ownImports(module)
    .filter((target) => heightOf(target) > heightOf(module.path))
    .map((target) => `${module.path} imports ${target} from a room above`);

const staysPure: HouseRule = ({ path, code }) =>
  pureRooms.has(roomOf(path))
    ? importsOf(code)
        .filter((from) => outsideWorld.test(from))
        .map((from) => `${path} imports ${from} into a room that only reckons`)
    : [];

const isNoBarrel: HouseRule = ({ path, code }) => {
  if (path === "index.ts") return [];
  const passesOn = /^export\s+(?:type\s+)?[*{][^"'`;]*?\sfrom\s/mu.test(code);
  return passesOn || path.endsWith("/index.ts") ? [`${path} is a barrel`] : [];
};

const shipsNoTests: HouseRule = (module) =>
  ownImports(module)
    .filter((target) => /(?:^|\/)testing\/|\.test\.ts$/u.test(target))
    .map((target) => `${module.path} imports ${target}, which is not in the package`);

const houseRules: readonly HouseRule[] = [
  standsInARoom,
  looksDown,
  staysPure,
  isNoBarrel,
  shipsNoTests,
];

/** What is wrong with the modules' ways between the rooms. */
export function wrongWays(modules: readonly Module[]): readonly string[] {
  return modules.flatMap((module) => houseRules.flatMap((rule) => rule(module)));
}
