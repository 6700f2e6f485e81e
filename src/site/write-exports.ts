import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ExportPlan } from "./exports.ts";

/** Writes files beside the pages. */
export function writeExports(plans: readonly ExportPlan[], output: string): void {
  const folders = new Set(plans.map(({ address }) => path.dirname(path.join(output, address))));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  // At once, since there are many small ones, and each wait costs more than the file.
  for (const { address, content } of plans) writeFileSync(path.join(output, address), content());
}
