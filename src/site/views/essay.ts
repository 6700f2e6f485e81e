import type { Essay } from "../../edition/edition.ts";
import { addressOf, relativeAddress } from "../addresses.ts";
import { type Desk, renderText } from "../desk.ts";
import type { LinkStart } from "../packet-places.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type MentionView, mentionsOf } from "./backlinks.ts";
import { clip } from "./clip.ts";
import { type KeyView, keyForEdition } from "./key-of-marks.ts";
import { namesInWords } from "./names.ts";
import { type SectionView, withSections } from "./sections.ts";
import { type StepView, trailTo } from "./trail.ts";

/** An essay's page. */
export interface EssayView extends PageView, EssayParts {
  /** The volume in which it stands. */
  readonly trail: readonly StepView[];
  readonly referredBy: readonly MentionView[];
  readonly previous?: EssayLinkView;
  readonly next?: EssayLinkView;
}

/** What is shown of an essay, on its own page and on a packet's. */
export interface EssayParts {
  /** Who wrote it, in words; empty where nobody is named. */
  readonly authors: string;
  /** Contents of a long essay; empty for others. */
  readonly sections: readonly SectionView[];
  /** HTML. */
  readonly text: string;
  /** The key to the edition's marks and notes: on the editorial method's page only. */
  readonly key?: KeyView;
}

/** The essay before or after. */
export interface EssayLinkView {
  readonly title: string;
  readonly href: string;
}

/** A page for each essay, in their order. */
export function essayPages(desk: Desk): readonly PagePlan[] {
  return desk.essays.map((essay, position) => ({
    address: addressOf(essay),
    template: "pages/essay.njk",
    view: () => essayView(desk, essay, position),
  }));
}

function essayView(desk: Desk, essay: Essay, position: number): EssayView {
  const address = addressOf(essay);
  const previous = neighbour(desk.essays[position - 1], address);
  const next = neighbour(desk.essays[position + 1], address);
  return {
    ...essayParts(desk, essay, { address }),
    address,
    section: "essays",
    title: essay.matter.title,
    description: clip(essay.matter.description ?? ""),
    trail: trailTo(desk, essay, address),
    referredBy: mentionsOf(desk, desk.apparatus.backlinks.get(essay.id) ?? [], address),
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
  };
}

/** What is shown of an essay, as it is given: a packet may leave parts of it out. */
export function essayParts(desk: Desk, essay: Essay, page: LinkStart): EssayParts {
  const { matter } = essay;
  const { blocks, sections } = withSections(essay.blocks);
  return {
    authors: namesInWords(desk, matter.authors),
    sections,
    text: renderText(desk, blocks, { ...page, owner: essay }),
    ...(matter.role === "method" ? { key: keyForEdition(desk, essay) } : {}),
  };
}

function neighbour(essay: Essay | undefined, address: string): EssayLinkView | undefined {
  return essay && { title: essay.matter.title, href: relativeAddress(address, addressOf(essay)) };
}
