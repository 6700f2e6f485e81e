import { element, escapeHtml } from "../../../html/element.ts";
import { papers } from "../../../edition/reader-matter.ts";
import { addressOf, relativeAddress } from "../../../site/addresses.ts";
import { type PrintedReaderFile, pagesAddress } from "../../../site/printed-files.ts";
import { lookTitle } from "../../../site/views/downloads.ts";
import { viewPages } from "./view-pages.ts";

/** How the pages lie on the screen. Theirs come from the print styles, which must not reach what is around them. */
const STYLE = `
html.pages-view{background:#d8d6d2!important}
.pages-view body{margin:0!important;background:none!important}
.pages-bar{all:initial;position:sticky;z-index:2;top:0;display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;align-items:baseline;box-sizing:border-box;width:100%;padding:.6rem 1rem;background:#2b2a28;color:#f4f2ee;font:14px/1.4 system-ui,sans-serif}
.pages-bar *{all:unset;font:inherit;color:inherit}
.pages-bar a{cursor:pointer;text-decoration:underline}
.pages-bar nav{display:flex;flex-wrap:wrap;gap:0 .75rem}
.pages-bar a[aria-current]{text-decoration:none;font-weight:600}
.pages-bar a:focus-visible{outline:2px solid #fff;outline-offset:2px}
.pages-bar [role=status]{margin-left:auto;font-variant-numeric:tabular-nums}
.pages-note{margin:.75rem 1rem 0!important;text-align:center;font:13px/1.4 system-ui,sans-serif;color:#5a5753}
.pages-row{display:grid;grid-template-columns:auto;justify-content:center;gap:1.25rem 2px;padding:1.25rem 0 4rem}
.pages-row.spreads{grid-template-columns:auto auto}
.pages-row.spreads>.recto{grid-column:2}
.pages-row.spreads>.verso{grid-column:1}
.pages-sheet{box-sizing:content-box;overflow:hidden;width:calc(var(--sheet-width,816px)*var(--sheet-scale,1));height:calc(var(--sheet-height,1056px)*var(--sheet-scale,1));background:#fff;box-shadow:0 1px 4px #0005}
.pages-sheet>*{transform:scale(var(--sheet-scale,1));transform-origin:0 0;margin:0!important;box-shadow:none!important;border:0!important}
.pages-sheet a[href^="#"]{cursor:pointer}
.pages-sheet :target,.pages-sheet .pages-found{background:#fff3b0}
@media (prefers-color-scheme:dark){html.pages-view{background:#1c1b1a!important}.pages-note{color:#a9a59f}}
@media print{.pages-bar,.pages-note{display:none}}
`;

/** The page that shows the pages of a reader's file: empty, with the program that asks for them. `files` are all of that reader's. */
export function pagesShell(file: PrintedReaderFile, files: readonly PrintedReaderFile[]): string {
  const { title } = file.of.matter;
  const address = pagesAddress(file);
  const to = relativeAddress(address, addressOf(file.of));
  const back = element("a", { href: encodeURI(to) }, escapeHtml(title));
  const base = encodeURIComponent(`${file.name.split("/").at(-1) ?? ""}.pages`);
  // Programs that compile TypeScript as they run it wrap named functions in this one.
  const program = `globalThis.__name=(named)=>named;(${viewPages.toString()})(${JSON.stringify(`${base}/`)})`;
  return `<!doctype html>
<html class="pages-view" lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pages of ${escapeHtml(title)}</title>
<style id="pages-print"></style>
<style>${STYLE}</style>
</head>
<body>
<header class="pages-bar"><span>${back}</span>${choices(file, files)}<span id="pages-place"></span><span role="status" id="pages-status">Laying out the pages …</span></header>
<div id="pages-panel"></div>
<p class="pages-note">Pages begin and end as in the PDF; in browsers other than Chromium, Chrome and Edge, lines may break elsewhere.</p>
<noscript>Pages are shown with the help of a script, which this browser does not run.</noscript>
<main class="pages-row" id="pages-row" aria-label="Pages as they will be printed"></main>
<script>${program}</script>
</body>
</html>
`;
}

/** In what files of a reader differ, and what each is called in that. */
const DIFFERENCES: readonly (readonly [label: string, of: (file: PrintedReaderFile) => string])[] =
  [
    ["Part", ({ week }) => (week?.number === undefined ? "Whole" : `Week ${week.number}`)],
    ["Look", ({ look }) => lookTitle(look)],
    ["Paper", ({ paper }) => papers[paper]],
  ];

/** Links to the files that differ from this one in one thing: another week, another look, another paper. */
function choices(file: PrintedReaderFile, files: readonly PrintedReaderFile[]): string {
  return DIFFERENCES.map(([label, of]) => {
    const others = DIFFERENCES.filter(([other]) => other !== label);
    const same = files.filter((one) => others.every(([, is]) => is(one) === is(file)));
    if (same.length < 2) return "";
    const links = same.map((one) => {
      const href = encodeURI(relativeAddress(pagesAddress(file), pagesAddress(one)));
      const current = one.name === file.name ? "page" : undefined;
      return element("a", { href, "aria-current": current }, escapeHtml(of(one)));
    });
    return element("nav", { "aria-label": label }, links.join(" "));
  }).join("");
}
