import { titleAsShown } from "../../apparatus/title-as-shown.ts";
import type { Document, Essay } from "../../edition/edition.ts";
import { extentOf } from "../../reader/extent.ts";
import type { PacketReading, PacketWeek } from "../../reader/packet.ts";
import { weekPlace } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { type RunView, runViews, runsOf } from "./contents.ts";
import type { PrintReaderView } from "./print-reader.ts";

/** What a printed file contains, each with the page on which it begins. */
export interface PrintContents {
  /** Before the first heading: the instructor's introduction, essays before all documents. */
  readonly front: readonly PrintContentsLine[];
  readonly groups: readonly PrintContentsGroup[];
  /** What a reader looks things up in. */
  readonly back: readonly PrintContentsLine[];
}

/** What stands under a heading of the contents. */
export interface PrintContentsGroup {
  readonly heading: string;
  /** Dates of a week; empty where there are none. */
  readonly date: string;
  /** Where it begins; empty where it has no page of its own. */
  readonly target: string;
  /** Readings under the headings of volumes and parts. */
  readonly runs: readonly RunView<PrintContentsLine>[];
}

/** A line of the contents. */
export interface PrintContentsLine {
  readonly id: string;
  /** Of a document as it is shown; empty for all else. */
  readonly number: string;
  readonly title: string;
  /** "¶¶ 3–7 of 13"; empty where the whole is read. */
  readonly extent: string;
  readonly date: string | undefined;
}

/** The contents of a printed file. */
export function printContents(
  desk: Desk,
  view: Omit<PrintReaderView, "contents">,
  weeks: readonly PacketWeek[],
): PrintContents {
  const lineOf = (reading: PacketReading): PrintContentsLine => {
    const { entity } = reading;
    return entity.kind === "essay"
      ? line(entity.id, entity.matter.title)
      : {
          id: entity.id,
          number: desk.apparatus.numberOf(entity),
          title: titleAsShown(entity),
          extent: extentOf(reading) ?? "",
          date: entity.matter.date?.shown,
        };
  };
  const front = view.opening === "" ? [] : [line("front--opening", "About This Reader")];
  const groups = weeks.flatMap((week, at): readonly PrintContentsGroup[] => {
    const printed = view.weeks[at];
    const divided = printed?.opens ?? false;
    // Essays before all documents introduce them.
    const first = week.readings.findIndex(({ entity }) => entity.kind === "document");
    const lead = divided ? 0 : first < 0 ? week.readings.length : first;
    front.push(...week.readings.slice(0, lead).map(lineOf));
    const listed = week.readings.slice(lead);
    const closing =
      printed?.closing === "" || !printed
        ? []
        : [line(`${weekPlace(week)}--closing`, "After the Readings")];
    const mixed = listed.some(({ entity }) => entity.kind === "essay");
    if (!divided && listed.length + closing.length === 0) return [];
    const group = {
      heading: divided ? (printed?.head ?? "") : mixed ? "Readings" : "Documents",
      date: printed?.date ?? "",
      target: divided ? weekPlace(week) : "",
      runs: [
        ...(divided
          ? [{ headings: [], tag: 0, listed: listed.map(lineOf) }]
          : runViews(runsOf(desk, listed, documentOf), 0, lineOf)),
        ...(closing.length > 0 ? [{ headings: [], tag: 0, listed: closing }] : []),
      ],
    };
    return [group];
  });
  const back = [
    ...(view.closing === "" ? [] : [line("back--closing", "After the Readings")]),
    ...(view.chronology.length > 0 ? [line("back--chronology", "Chronology")] : []),
    ...view.registers.map(({ name, title }) => line(`back--${name}`, title)),
    ...(view.abbreviations.length > 0 ? [line("back--abbreviations", "Abbreviations")] : []),
    ...(view.works.length > 0 ? [line("back--works", "Works Cited")] : []),
    ...(view.outside.length > 0 ? [line("back--outside", view.outsideTitle)] : []),
    ...(view.index.length > 0 ? [line("back--index", "Index")] : []),
  ];
  return { front, groups, back };
}

/** A line of what has no number and no date. */
function line(id: string, title: string): PrintContentsLine {
  return { id, number: "", title, extent: "", date: undefined };
}

function documentOf({ entity }: { readonly entity: Document | Essay }): Document | undefined {
  return entity.kind === "document" ? entity : undefined;
}
