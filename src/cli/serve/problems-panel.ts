import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics } from "../../diagnostics/report.ts";
import { element, escapeHtml } from "../../html/element.ts";

/** Looks the same on every page, whatever its styles: what is wrong must be seen where templates and styles are. */
const STYLE = `
.scholium-problems{all:initial;display:block;box-sizing:border-box;padding:1rem 1.25rem;border-bottom:4px solid #a4262c;background:#fff4f2;color:#201a19;font:15px/1.45 system-ui,sans-serif}
.scholium-problems *{all:unset;display:revert;font:inherit;color:inherit}
.scholium-problems strong{font-weight:700}
.scholium-problems ol{margin:.5rem 0 0;padding:0;list-style:none}
.scholium-problems li{margin:.35rem 0 0;overflow-wrap:anywhere}
.scholium-problems code{font:13px/1.4 ui-monospace,monospace;color:#7a1f1f}
@media (prefers-color-scheme:dark){.scholium-problems{background:#2b1615;color:#f3e9e7}.scholium-problems code{color:#f0a8a2}}
`;

/** So many are shown in the page; the terminal shows them all. */
const SHOWN = 20;

/** What is wrong with the edition, to be set above a page while it is being written. */
export function problemsPanel(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.slice(0, SHOWN).map(({ place, severity, message, mend }) => {
    const where = `${place.file}:${place.line}:${place.column}`;
    return element(
      "li",
      {},
      `${element("code", {}, escapeHtml(where))} ${element("strong", {}, severity)} ${escapeHtml(`${message}; ${mend}`)}`,
    );
  });
  const more = diagnostics.length - rows.length;
  if (more > 0) rows.push(element("li", {}, `and ${more} more, in the terminal`));
  return panel(countDiagnostics(diagnostics), element("ol", {}, rows.join("")));
}

/** What has gone wrong without a place in a source. */
export function troublePanel(trouble: string): string {
  return panel("The pages could not be written", element("p", {}, escapeHtml(trouble)));
}

function panel(heading: string, said: string): string {
  const title = element("strong", {}, `${heading}. What is below is as it last was.`);
  return (
    element("style", {}, STYLE) +
    element(
      "section",
      { class: "scholium-problems", role: "alert", "aria-label": "Problems", lang: "en" },
      element("p", {}, title) + said,
    )
  );
}
