/** Values of attributes: `undefined` and `false` leave the attribute out, `true` writes its name alone. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that have no content and no end tag. */
const VOID = new Set(["br", "hr", "img", "link", "meta"]);

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as HTML: its special letters escaped, also for use in attributes. */
export function escapeHtml(text: string): string {
  // Most text has none of them, and a website is made of very many pieces of text.
  return /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

/** An element; `content` is HTML already. */
export function element(name: string, attributes: Attributes, content = ""): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    start += value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`;
  }
  return VOID.has(name) ? `${start}>` : `${start}>${content}</${name}>`;
}

/** Words for those who listen to the page, not shown to those who look at it. */
export function spoken(words: string): string {
  return element("span", { class: "visually-hidden" }, escapeHtml(words));
}
