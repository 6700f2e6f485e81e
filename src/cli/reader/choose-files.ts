import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Reader } from "../../edition/edition.ts";
import type { Look, Paper } from "../../edition/reader-matter.ts";
import type { Packet, PacketWeek } from "../../reader/packet.ts";
import type { Desk } from "../../site/desk.ts";
import type { PrintedReaderFile } from "../../site/printed-files.ts";

/** Which files of which readers are asked for. What is left out is as the reader has it. */
export interface FileChoice {
  /** All readers where none is named. */
  readonly ids: readonly string[];
  readonly papers: readonly Paper[];
  readonly looks: readonly Look[];
  readonly week: number | undefined;
}

/** The files, or why there are none. */
export type ChosenFiles =
  | { readonly kind: "chosen"; readonly files: readonly PrintedReaderFile[] }
  | { readonly kind: "wrong"; readonly message: string };

/** Chooses files of readers. `all` are those of instructors too, so that one of them is not called unknown. */
export function chooseFiles(
  { ids, ...choice }: FileChoice,
  { edition, packets }: Pick<Desk, "edition" | "packets">,
  all: readonly Reader[],
): ChosenFiles {
  const names = edition.readers.map(({ id }) => id);
  if (names.length === 0)
    return wrong(
      all.length === 0
        ? "the edition has no readers; scholium reader new ID writes one"
        : "all readers of the edition are for instructors: --variant instructor",
    );
  const files: PrintedReaderFile[] = [];
  for (const id of new Set(ids.length === 0 ? names : ids)) {
    const packet = packets.get(id);
    if (!packet) return wrong(whyNone(id, names, all));
    const { week } = choice;
    const found = week === undefined ? undefined : weekOf(packet, week);
    if (week !== undefined && !found) return wrong(noWeek(packet, week));
    files.push(...filesOf(packet, edition.settings.paper, choice, found));
  }
  return { kind: "chosen", files };
}

function wrong(message: string): ChosenFiles {
  return { kind: "wrong", message };
}

function whyNone(id: string, names: readonly string[], all: readonly Reader[]): string {
  if (all.some((reader) => reader.id === id))
    return `the reader "${id}" is for instructors: --variant instructor`;
  return `there is no reader "${id}"; ${didYouMean(id, names, `the readers are ${names.join(", ")}`)}`;
}

function weekOf({ weeks }: Packet, wanted: number): PacketWeek | undefined {
  return weeks.find(({ number }) => number === wanted);
}

function noWeek({ reader, weeks }: Packet, wanted: number): string {
  const count = weeks.filter(({ number }) => number !== undefined).length;
  const there =
    count === 0 ? "it has no weeks" : count === 1 ? "it has week 1" : `it has weeks 1 to ${count}`;
  return `the reader "${reader.id}" has no week ${wanted}; ${there}`;
}

/** The whole and each week, or the week that is asked for, in every look on every paper. */
function filesOf(
  packet: Packet,
  usualPaper: Paper,
  choice: Omit<FileChoice, "ids">,
  week: PacketWeek | undefined,
): readonly PrintedReaderFile[] {
  const { reader, weeks } = packet;
  const { matter } = reader;
  const papers = matter.paper ?? [usualPaper];
  const looks = matter.look ?? ["standard"];
  const numbered = weeks.filter(({ number }) => number !== undefined);
  const whole = matter.weekly && numbered.length > 1 ? [undefined, ...numbered] : [undefined];
  return (week ? [week] : whole).flatMap((part) =>
    (choice.looks.length > 0 ? choice.looks : looks).flatMap((look) =>
      (choice.papers.length > 0 ? choice.papers : papers).map((paper) => {
        // Named as on the website, where what a reader names first goes without saying.
        const different = [
          part?.id,
          look === looks[0] ? undefined : look,
          paper === papers[0] ? undefined : paper,
        ].filter((word) => word !== undefined);
        const folder = `readers/${reader.id}`;
        const name = different.length === 0 ? folder : `${folder}/${different.join("-")}`;
        return { name, of: reader, packet, ...(part && { week: part }), paper, look };
      }),
    ),
  );
}
