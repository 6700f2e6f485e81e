/** Scholium's public interface: the Eleventy plugin, and reading, thinking through and building an edition from a program. */
export { buildApparatus } from "./apparatus/build-apparatus.ts";
export type { Apparatus } from "./apparatus/apparatus.ts";
export { type Diagnostic, applySeverities, hasErrors } from "./diagnostics/diagnostic.ts";
export { formatDiagnostic } from "./diagnostics/report.ts";
export type { Edition } from "./edition/edition.ts";
export { type SiteOrder, buildSite } from "./site/build-site.ts";
export type { Importer, ImportedWork } from "./importers/importer.ts";
export type { Input } from "./importers/input.ts";
export { Refusal } from "./importers/refusal.ts";
export type { CurrentEdition } from "./site/current-edition.ts";
export { type ScholiumOptions, scholium } from "./site/plugin.ts";
export { type ReadEdition, readEdition } from "./source/read-edition.ts";
