/** How a link within the reader is told from one to the web while the browser writes the PDF. */
export const INNER_LINK = "http://inner.invalid/";
