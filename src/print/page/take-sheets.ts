/// <reference lib="dom" />

/** The sheets that were put in a row, as HTML, and the styles that they are seen with. */
export interface TakenSheets {
  readonly html: readonly string[];
  readonly styles: string;
}

/** Runs in a press when sheets are assembled: takes them away. */
export function takeSheets(): TakenSheets {
  const { pagesArea } = globalThis.scholium.previewer.chunker;
  const html = [...pagesArea.children].map((sheet) => sheet.outerHTML);
  pagesArea.replaceChildren();
  const styles = [...document.querySelectorAll("style")].map((style) => style.textContent ?? "");
  return { html, styles: styles.join("\n") };
}
