import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Eleventy } from "@11ty/eleventy";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CitationKeeper } from "./citation-keeper.ts";
import type { SiteSource } from "./desk.ts";
import { scholium } from "./plugin.ts";
import { templateProblem } from "./template-problem.ts";

/** What to build, and where to. */
export interface SiteOrder extends SiteSource {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  /** Where the website is written. */
  readonly output: string;
  /** Keeps citations from build to build. */
  readonly keeper?: CitationKeeper | undefined;
  readonly onPage?: (done: number, total: number) => void;
}

/** Writes an edition's website through Eleventy. A template of the editor's own that does not work is told as a diagnostic. */
export async function buildSite(
  order: SiteOrder,
): Promise<{ readonly pages: number; readonly diagnostics: readonly Diagnostic[] }> {
  const { edition, apparatus, pdf, pages = false, audience, folder, keeper } = order;
  const written = new Set<string>();
  let expected = 0;
  // All templates come from the plugin: Eleventy gets an empty folder to look for more in.
  const input = await mkdtemp(path.join(tmpdir(), "scholium-site-"));
  const removeAtOnce = (): void => rmSync(input, { recursive: true, force: true });
  process.once("exit", removeAtOnce);
  try {
    const eleventy = new Eleventy(input, path.resolve(order.output), {
      configPath: false,
      quietMode: true,
      config(eleventyConfig) {
        eleventyConfig.setUseGitIgnore(false);
        scholium(eleventyConfig, {
          folder,
          current: () => ({
            edition,
            apparatus,
            pdf,
            pages,
            ...(audience && { audience }),
            problems: [],
            keeper,
          }),
          onPage(address, total) {
            written.add(address);
            expected = total;
            order.onPage?.(written.size, total);
          },
        });
      },
    });
    eleventy.disableLogger();
    await eleventy.write();
  } catch (error) {
    const problem = templateProblem(error, folder);
    if (problem) return { pages: 0, diagnostics: [problem] };
    throw error;
  } finally {
    process.off("exit", removeAtOnce);
    await rm(input, { recursive: true, force: true });
  }
  // Eleventy passes over a template that its settings hide, and says nothing.
  if (written.size === 0 || written.size !== expected) {
    throw new Error(`${written.size} pages written of ${expected}`);
  }
  return { pages: written.size, diagnostics: [] };
}
