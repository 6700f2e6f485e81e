import type { LeftBehind } from "../ledger.ts";
import { isMenuLine } from "../reading/menu.ts";
import { lettersOf } from "../ledger.ts";
import {
  type HtmlElement,
  type HtmlTree,
  elementAt,
  elementsIn,
  namesOf,
  textBetween,
} from "./html-tree.ts";

/** The part of a page that is read, by the indexes of its nodes. */
export interface MainPart {
  readonly from: number;
  readonly to: number;
}

/** Finds the part of a page that is its text: `main`, an only `article`, or else the body. */
export function mainPartOf(tree: HtmlTree): MainPart {
  const all: MainPart = { from: 0, to: tree.nodes.length };
  const elements = elementsIn(tree);
  const body = elements.find(({ name }) => name === "body");
  const whole = body ? { from: body.order + 1, to: body.end } : all;
  const outermost = (wanted: (element: HtmlElement) => boolean): readonly HtmlElement[] => {
    const found: HtmlElement[] = [];
    for (const element of elements)
      if (wanted(element) && element.order >= (found.at(-1)?.end ?? 0)) found.push(element);
    return found;
  };
  const mains = outermost(
    ({ name, attributes }) => name === "main" || attributes["role"] === "main",
  );
  const articles = outermost(({ name }) => name === "article");
  const [main] = mains.length === 1 ? mains : articles.length === 1 ? articles : [];
  if (!main) return whole;
  // A page that misuses the element has most of its text elsewhere.
  const inside = lettersOf(textBetween(tree, main.order, main.end)).length;
  const seen = lettersOf(wordsSeen(tree, whole)).length;
  return inside * 2 >= seen ? { from: main.order + 1, to: main.end } : whole;
}

/** What a part of a page is that is no text of its own. */
interface Aside {
  readonly what: string;
  readonly why: string;
}

const MENU: Aside = { what: "menu", why: "words of the page about itself" };
const FOOTER: Aside = { what: "footer", why: "words of the site about itself" };
const HEADER: Aside = { what: "header", why: "words of the site about itself" };
const BESIDE: Aside = { what: "aside", why: "it stands beside the text" };
const FORM: Aside = { what: "form", why: "paper cannot be filled in" };
const HIDDEN: Aside = { what: "hidden text", why: "the page does not show it" };
const CONTENTS: Aside = { what: "table of contents", why: "it is made anew" };

const WINDOW: Aside = { what: "title of the window", why: "the heading gives it" };

const byName: ReadonlyMap<string, Aside> = new Map(
  Object.entries({
    nav: MENU,
    menu: MENU,
    form: FORM,
    button: FORM,
    select: FORM,
    textarea: FORM,
    dialog: FORM,
    search: FORM,
    aside: BESIDE,
    footer: FOOTER,
    noscript: HIDDEN,
    title: WINDOW,
    head: WINDOW,
  }),
);

const byClass: ReadonlyMap<string, Aside> = new Map([
  ...words(
    "navigation nav navbar menu breadcrumb breadcrumbs banner search pager pagination skip-link skip-nav visually-hidden sr-only share social-share social sharing mw-editsection mw-jump-link mw-jump noprint printfooter catlinks navbox vertical-navbox",
    MENU,
  ),
  ...words("contentinfo site-footer page-footer", FOOTER),
  ...words("toc table-of-contents toc-container doc-toc", CONTENTS),
  ...words("sidebar complementary cookie-banner cookie-notice advertisement", BESIDE),
]);

function words(names: string, aside: Aside): readonly (readonly [string, Aside])[] {
  return names.split(" ").map((name) => [name, aside] as const);
}

/** Why an element is no text of the page; nothing where it is. `isMain` where it stands within the page's text. */
export function asideOf(element: HtmlElement, isMain: boolean): Aside | undefined {
  const { name, attributes } = element;
  if ("hidden" in attributes || /display:\s*none/iu.test(attributes["style"] ?? "")) return HIDDEN;
  if (!isMain && name === "header") return HEADER;
  const known = byName.get(name);
  if (known) return known;
  for (const one of namesOf(element)) {
    const aside = byClass.get(one);
    if (aside) return aside;
  }
  return undefined;
}

/** What stands on a page outside its main part. */
export function outsideOf(tree: HtmlTree, { from, to }: MainPart): readonly LeftBehind[] {
  const left: LeftBehind[] = [];
  let order = 0;
  while (order < tree.nodes.length) {
    const node = tree.nodes[order];
    if (!node || order === from) {
      order = Math.max(to, order + 1);
      continue;
    }
    const element = elementAt(tree, order);
    const holdsMain =
      element !== undefined && element.order < from && element.end >= to && to > from;
    const aside = element && !holdsMain ? asideOf(element, false) : undefined;
    if (element && aside) {
      add(left, aside, textBetween(tree, order, element.end), element.place);
      order = element.end;
    } else {
      if (node.kind === "text")
        add(left, isMenuLine(node.text) ? MENU : ELSEWHERE, node.text, node.place);
      order += 1;
    }
  }
  return left;
}

const ELSEWHERE: Aside = {
  what: "words about the text",
  why: "they stand outside the page's main part",
};

function add(
  left: LeftBehind[],
  { what, why }: Aside,
  text: string,
  place: LeftBehind["place"],
): void {
  if (lettersOf(text) === "") return;
  const last = left.at(-1);
  if (last?.what === what) left[left.length - 1] = { ...last, text: `${last.text} ${text}` };
  else left.push({ what, why, text, ...(place ? { place } : {}) });
}

function wordsSeen(tree: HtmlTree, part: MainPart): string {
  let text = "";
  let order = part.from;
  while (order < part.to) {
    const node = tree.nodes[order];
    if (node?.kind === "element" && asideOf(node, false)) order = node.end;
    else {
      if (node?.kind === "text") text += node.text;
      order += 1;
    }
  }
  return text;
}
