import { Parser } from "htmlparser2";
import { INLINE } from "./read-page.ts";

/** Every text of a page, a feed or another marked-up file: words by their blocks, attributes, comments, scripts, however they are hidden. */
export function textsOfPage(markup: string): readonly string[] {
  const texts: string[] = [];
  let words = "";
  const endBlock = (): void => {
    if (words !== "") texts.push(words);
    words = "";
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (INLINE.has(name)) words += " ";
        else endBlock();
        for (const value of Object.values(attributes)) texts.push(...textsOfAttribute(value));
      },
      ontext(text) {
        words += text;
      },
      onclosetag(name) {
        if (INLINE.has(name)) words += " ";
        else endBlock();
      },
      oncomment(text) {
        texts.push(text);
      },
      onprocessinginstruction(_name, text) {
        texts.push(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  endBlock();
  return texts;
}

/** An attribute as it is written, and what it says where it is an address. */
function textsOfAttribute(value: string): readonly string[] {
  return value.includes("%") ? [value, decoded(value)] : [value];
}

/** An address with its letters instead of their numbers. */
function decoded(address: string): string {
  return address.replaceAll(/(?:%[0-9a-f]{2})+/giu, (written) =>
    Buffer.from(written.replaceAll("%", ""), "hex").toString("utf8"),
  );
}
