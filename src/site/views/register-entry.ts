import type { Document, RegisterEntry } from "../../edition/edition.ts";
import { plainText } from "../../edition/walk.ts";
import { addressOf } from "../addresses.ts";
import { type Desk, type DocumentRole, registerNames, renderText } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type MentionView, mentionsOf } from "./backlinks.ts";
import { clip } from "./clip.ts";
import { type SummaryView, lineOf } from "./summary.ts";

/** The page of a person, place, organization or term. */
export interface RegisterEntryView extends PageView {
  readonly abbreviation: string;
  readonly dates: string;
  readonly role: string;
  readonly also: readonly string[];
  /** HTML. */
  readonly text: string;
  readonly url: string;
  /** Documents by, to, from and about it: only groups that hold any. */
  readonly documents: readonly {
    readonly label: string;
    readonly documents: readonly SummaryView[];
  }[];
  readonly mentions: readonly MentionView[];
}

/** How the groups of documents are called, in their order. */
const ROLE_LABELS: Readonly<Record<DocumentRole["role"], string>> = {
  author: "Author of",
  recipient: "Recipient of",
  contributor: "Had a part in",
  translator: "Translator of",
  place: "Documents written here",
  concerns: "Documents about",
};

/** A page for each entry of the registers. */
export function registerEntryPages(desk: Desk): readonly PagePlan[] {
  return registerNames.flatMap((register) =>
    desk.apparatus.indexes[register].map(({ entry }) => ({
      address: addressOf(entry),
      template: "pages/register-entry.njk",
      view: () => registerEntryView(desk, entry),
    })),
  );
}

function registerEntryView(desk: Desk, entry: RegisterEntry): RegisterEntryView {
  const { matter } = entry;
  const address = addressOf(entry);
  const roles = desk.roles.get(entry.id) ?? [];
  return {
    address,
    section: entry.register,
    title: matter.name,
    description: clip([matter.role ?? "", plainText(entry.description)].join(" ")),
    abbreviation: matter.abbreviation ?? "",
    dates: matter.dates ?? "",
    role: matter.role ?? "",
    also: matter.also,
    text: renderText(desk, entry.description, { owner: entry, address, headingShift: 1 }),
    url: matter.url ?? "",
    documents: Object.entries(ROLE_LABELS)
      .map(([role, label]) => ({
        label,
        documents: documentsIn(roles, role).map((document) => lineOf(desk, document, address)),
      }))
      .filter(({ documents }) => documents.length > 0),
    mentions: mentionsOf(desk, desk.indexLines.get(entry.id)?.mentions ?? [], address),
  };
}

/** Documents in which someone has a role. That a document concerns its author goes without saying. */
function documentsIn(roles: readonly DocumentRole[], role: string): readonly Document[] {
  return roles
    .filter((one) => one.role === role)
    .map(({ document }) => document)
    .filter(
      (document) =>
        role !== "concerns" ||
        roles.every((one) => one.document !== document || one.role === "concerns"),
    );
}
