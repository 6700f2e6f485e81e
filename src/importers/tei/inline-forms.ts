import type { Inline, TypeStyle } from "../../edition/text.ts";
import type { ActName } from "../../edition/acts.ts";
import type { XmlElement } from "../xml/xml-tree.ts";
import type { Wrapping } from "./text-flow.ts";

/** Words set in italics. */
export function emphasis(element: XmlElement): Wrapping {
  const { place } = element;
  return {
    key: "emphasis",
    link: false,
    wrap: (children): Inline => ({ type: "emphasis", children, place }),
  };
}

export function strong(element: XmlElement): Wrapping {
  const { place } = element;
  return {
    key: "strong",
    link: false,
    wrap: (children): Inline => ({ type: "strong", children, place }),
  };
}

export function styled(style: TypeStyle): (element: XmlElement) => Wrapping {
  return ({ place }) => ({
    key: style,
    link: false,
    wrap: (children): Inline => ({ type: "styled", style, children, place }),
  });
}

export function act(name: ActName): (element: XmlElement) => Wrapping {
  return ({ place, attributes }) => ({
    // An act within an act is two acts; only the same element's two halves are one.
    key: `act ${name}`,
    link: false,
    wrap: (children): Inline => ({
      type: "act",
      act: name,
      attributes: attributesFor(name, attributes),
      children,
      place,
    }),
  });
}

const CERTAINTY = new Set(["low", "medium", "high"]);

function attributesFor(
  name: ActName,
  attributes: ReadonlyMap<string, string>,
): { readonly cert?: string; readonly reason?: string } {
  const cert = attributes.get("cert") ?? "";
  const reason = attributes.get("reason")?.trim() ?? "";
  return {
    ...(CERTAINTY.has(cert) && ["supplied", "unclear", "expan"].includes(name) && { cert }),
    ...(reason !== "" && ["gap", "supplied", "unclear"].includes(name) && { reason }),
  };
}

/** How words are set, by what `rend` says. */
export const renditions: Readonly<Record<string, (element: XmlElement) => Wrapping>> = {
  italic: emphasis,
  italics: emphasis,
  i: emphasis,
  em: emphasis,
  emphasis,
  strong,
  bold: strong,
  b: strong,
  smallcaps: styled("smallcaps"),
  "small-caps": styled("smallcaps"),
  sc: styled("smallcaps"),
  underline: styled("underline"),
  underlined: styled("underline"),
  u: styled("underline"),
  superscript: styled("superscript"),
  super: styled("superscript"),
  sup: styled("superscript"),
  subscript: styled("subscript"),
  sub: styled("subscript"),
  strikethrough: act("del"),
  strike: act("del"),
  "line-through": act("del"),
};

/** Ways of setting that say nothing in Markdown: how a line lies on the page. */
export const plainRenditions: ReadonlySet<string> = new Set([
  "roman",
  "normal",
  "center",
  "centered",
  "left",
  "right",
  "flushleft",
  "flushright",
  "hanging",
  "indent",
  "inline",
  "nowrap",
  "top",
  "bottom",
  "middle",
  "nopad",
  "blockquote",
]);

/** The words of `rend` and `rendition`. */
export function renditionsOf(element: XmlElement): readonly string[] {
  return `${element.attributes.get("rend") ?? ""} ${element.attributes.get("rendition") ?? ""}`
    .split(/[\s;]+/u)
    .map((word) => word.replace(/^.*#/u, "").toLowerCase())
    .filter((word) => word !== "");
}
