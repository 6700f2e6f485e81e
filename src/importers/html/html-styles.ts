import type { Inline, TypeStyle } from "../../edition/text.ts";
import type { Around } from "../reading/passage.ts";
import type { HtmlElement } from "./html-tree.ts";
import { namesOf } from "./html-tree.ts";

/** How an element's letters stand in a text, and under which name: within an element of the same name it says nothing new. */
export interface HtmlStyle {
  readonly name: string;
  readonly wrap: Around["wrap"];
  readonly url?: string;
}

const emphasis = style("emphasis", (children, place) => ({ type: "emphasis", children, place }));
const strong = style("strong", (children, place) => ({ type: "strong", children, place }));

function style(name: string, wrap: (...of: Parameters<Around["wrap"]>) => Inline): HtmlStyle {
  return { name, wrap };
}

function typeStyle(name: TypeStyle): HtmlStyle {
  return style(name, (children, place) => ({ type: "styled", style: name, children, place }));
}

const byName: ReadonlyMap<string, HtmlStyle> = new Map(
  Object.entries({
    em: emphasis,
    i: emphasis,
    cite: emphasis,
    dfn: emphasis,
    b: strong,
    strong,
    u: typeStyle("underline"),
    ins: typeStyle("underline"),
    sup: typeStyle("superscript"),
    sub: typeStyle("subscript"),
    del: style("del", (children, place) => ({
      type: "act",
      act: "del",
      attributes: {},
      children,
      place,
    })),
    s: style("del", (children, place) => ({
      type: "act",
      act: "del",
      attributes: {},
      children,
      place,
    })),
    strike: style("del", (children, place) => ({
      type: "act",
      act: "del",
      attributes: {},
      children,
      place,
    })),
  }),
);

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/u;

/** What an element says of the letters in it. */
export function stylesOf(
  element: HtmlElement,
  language: string,
  addressOf: (href: string) => string | undefined,
): readonly HtmlStyle[] {
  const { name, attributes } = element;
  const styles: HtmlStyle[] = [];
  const known = byName.get(name);
  if (known) styles.push(known);
  if (name === "a") {
    const url = addressOf(attributes["href"] ?? "");
    if (url !== undefined)
      styles.push({
        name: "link",
        url,
        wrap: (children, place) => ({ type: "link", url, children, place }),
      });
  }
  if (name === "span" || name === "font") styles.push(...stylesOfSpan(element));
  const lang = attributes["lang"] ?? attributes["xml:lang"] ?? "";
  const isForeign = LANGUAGE.test(lang) && baseOf(lang) !== baseOf(language) && language !== "";
  if (isForeign && INLINE_LANGUAGE.has(name))
    styles.push(
      style("foreign", (children, place) => ({ type: "foreign", language: lang, children, place })),
    );
  return styles;
}

const INLINE_LANGUAGE: ReadonlySet<string> = new Set([
  "span",
  "i",
  "em",
  "cite",
  "q",
  "bdi",
  "bdo",
  "a",
  "abbr",
]);

function stylesOfSpan(element: HtmlElement): readonly HtmlStyle[] {
  const css = element.attributes["style"] ?? "";
  const names = namesOf(element);
  const found: HtmlStyle[] = [];
  if (
    /font-style:\s*(?:italic|oblique)/iu.test(css) ||
    names.includes("italic") ||
    names.includes("italics")
  )
    found.push(emphasis);
  if (/font-weight:\s*(?:bold|[6-9]00)/iu.test(css)) found.push(strong);
  if (/text-decoration[^;]*underline/iu.test(css)) found.push(typeStyle("underline"));
  if (
    /small-caps/iu.test(css) ||
    names.includes("smallcaps") ||
    names.includes("small-caps") ||
    names.includes("sc")
  )
    found.push(typeStyle("smallcaps"));
  if (/vertical-align:\s*super/iu.test(css)) found.push(typeStyle("superscript"));
  if (/vertical-align:\s*sub\b/iu.test(css)) found.push(typeStyle("subscript"));
  return found;
}

function baseOf(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}
