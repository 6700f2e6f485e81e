import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { relativeAddress, rootFrom } from "./addresses.ts";
import { type Desk, type SiteSource, layDesk } from "./desk.ts";
import { type ExportPlan, exportPlans } from "./exports.ts";
import { type Frame, frameOf } from "./frame.ts";
import type { PagePlan, PageView } from "./page-plan.ts";
import { browsePages } from "./views/browse.ts";
import { chronologyPages } from "./views/chronology.ts";
import { documentPages } from "./views/document.ts";
import { essayPages } from "./views/essay.ts";
import { homePages } from "./views/home.ts";
import { printFilePages } from "./views/print-files.ts";
import { readerPages } from "./views/readers.ts";
import { registerEntryPages } from "./views/register-entry.ts";
import { registerIndexPages } from "./views/register-index.ts";
import { volumePages } from "./views/volume.ts";
import { worksPages } from "./views/works.ts";

/** The kinds of page, in the order in which they are written. */
const pageKinds = [
  homePages,
  documentPages,
  volumePages,
  browsePages,
  essayPages,
  registerIndexPages,
  registerEntryPages,
  chronologyPages,
  worksPages,
  readerPages,
  printFilePages,
] as const;

/**
 * A website about to be written: its pages' addresses, and what is on each when it is asked for.
 * A class, since Eleventy copies plain objects for every page, and takes others as they are.
 */
export class Site {
  /** What its pages are made from. */
  readonly desk: Desk;
  readonly frame: Frame;
  /** The address of every page. */
  readonly addresses: readonly string[];
  /** Files beside the pages, for reference managers. */
  readonly exports: readonly ExportPlan[];
  /** Pictures that are put beside the pages, as paths from `documents/`. */
  readonly images: readonly string[];
  readonly #plans: ReadonlyMap<string, PagePlan>;

  constructor(source: SiteSource, problems: readonly Diagnostic[] = []) {
    const desk = layDesk(source);
    const plans = pageKinds.flatMap((pages) => pages(desk));
    this.desk = desk;
    this.frame = frameOf(desk, problems);
    this.images = desk.edition.images;
    this.addresses = plans.map(({ address }) => address);
    this.exports = exportPlans(desk);
    this.#plans = new Map(plans.map((plan) => [plan.address, plan]));
  }

  /** The template of a page. */
  template(address: string): string {
    return this.#plan(address).template;
  }

  /** What is on a page. */
  view(address: string): PageView {
    return this.#plan(address).view();
  }

  /** From a page to an address of the website; for templates. */
  link(from: string, to: string): string {
    return relativeAddress(from, to);
  }

  /** From a page to the website's root; for templates. */
  root(address: string): string {
    return rootFrom(address);
  }

  #plan(address: string): PagePlan {
    const plan = this.#plans.get(address);
    if (!plan) throw new Error(`no page ${address}`);
    return plan;
  }
}
