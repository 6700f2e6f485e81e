/// <reference lib="dom" />

/**
 * Runs in the page before a segment is printed: puts a page in front that shows the letters that readers are
 * made of in each style of the text. A browser puts into a PDF only those forms of a font that the PDF
 * shows; shown all, the fonts of all segments are the same.
 */
export function addAlphabet(alphabet: string): void {
  const { pagesArea, pageTemplate } = globalThis.scholium.previewer.chunker;
  const page = document.importNode(pageTemplate.content, true).firstElementChild;
  if (!page) return;
  const letters = document.createElement("div");
  letters.setAttribute("aria-hidden", "true");
  // All of it must stand on the page: what is cut off is not shown.
  letters.style.cssText =
    "position: absolute; inset: 0; font-size: 5px; line-height: 6px; overflow-wrap: anywhere;";
  // Letters that are drawn as one, and those that a small capital or another numeral stands for.
  const words = `${alphabet} ff fi fl ffi ffl fb ffb fh ffh fj ffj fk ffk ft fft tt ti tti ct st Th fä fö fü ¼ ½ ¾`;
  const variants = [
    "",
    "font-variant-numeric: lining-nums",
    "font-variant-numeric: lining-nums tabular-nums",
    "font-variant-caps: small-caps",
  ];
  for (const face of ["400", "italic 400", "600", "italic 600"]) {
    for (const variant of variants) {
      const line = document.createElement("div");
      const [weight = "", style = "normal"] = face.split(" ").reverse();
      line.style.cssText = `font-weight: ${weight}; font-style: ${style}; ${variant}`;
      line.textContent = words;
      letters.append(line);
    }
  }
  page.querySelector(".pagedjs_pagebox")?.append(letters);
  pagesArea.prepend(page);
}
