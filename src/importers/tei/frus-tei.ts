import type {
  EssayDraft,
  ImportedWork,
  Importer,
  ReaderDraft,
  RegisterDraft,
} from "../importer.ts";
import type { Input } from "../input.ts";
import type { LeftBehind } from "../ledger.ts";
import { Refusal } from "../refusal.ts";
import { readXml } from "../xml/read-xml.ts";
import { textWithin, visitElements, type XmlElement } from "../xml/xml-tree.ts";
import type { Note } from "../../edition/text.ts";
import { newFlow, pour } from "./convert.ts";
import { countInput, textOfFile } from "./count-input.ts";
import { type PlannedDocument, draftDocument } from "./draft-document.ts";
import { forms } from "./forms.ts";
import { lettersWithin } from "./letters.ts";
import { Ids, xmlId } from "./names.ts";
import { type PlannedEssay, planVolume } from "./plan-volume.ts";
import { peopleForm, type ReadRegister, readRegister, termsForm } from "./read-register.ts";
import { Remarks } from "./remarks.ts";
import { vocabularyOf } from "./slips.ts";
import { Targets } from "./targets.ts";
import { type Unit, unitsOf } from "./units.ts";
import { type VolumeHeader, readHeader } from "./volume-header.ts";
import type { VolumeKnowledge } from "./work.ts";

/** TEI as the series "Foreign Relations of the United States" writes it, and texts close to it. */
export const frusTei: Importer = {
  name: "frus-tei",
  label: "A volume in TEI as Foreign Relations of the United States writes it",
  recognizes: (input) => {
    const start = new TextDecoder("utf-8").decode(input.bytes.subarray(0, 4000));
    if (/<(?:\w+:)?TEI(?:\.2|Corpus)?[\s>]/u.test(start)) return 0.9;
    return /http:\/\/www\.tei-c\.org\/ns\/1\.0/u.test(start) ? 0.8 : 0;
  },
  read: (input) => Promise.resolve(readVolume(input)),
};

/** Reads a volume. */
export function readVolume(input: Input): ImportedWork {
  const root = teiRoot(readXml(input));
  const header = readHeader(root, input);
  const text = textOfFile(root);
  const remarks = new Remarks();
  const units = unitsOf(text, remarks);
  const ids = new Ids();
  ids.take(header.id);
  const targets = new Targets(header.name, header.inSeries);
  const plan = planVolume(units, header, ids, targets, vocabularyOf(textWithin(text)), remarks);
  const people = readRegisters(units, "people", ids);
  const terms = readRegisters(units, "terms", ids);
  for (const { byId } of [...people, ...terms]) {
    for (const [written, { id }] of byId) targets.add(written, id);
  }
  visitElements(text, (element) => {
    const id = xmlId(element);
    if (id !== undefined && element.name !== "pb") targets.addPart(id);
  });
  const volume: VolumeKnowledge = {
    name: header.name,
    siglum: header.number,
    id: header.id,
    targets,
    people: { register: "people", byId: joined(people) },
    terms: { register: "terms", byId: joined(terms) },
    labels: plan.labels,
    remarks,
    stops: [],
  };
  const documents = plan.documents.map((planned) =>
    draftDocument(
      planned,
      volume,
      header.inSeries,
      `${header.id}/${planned.id.slice(header.id.length + 1)}`,
    ),
  );
  const essays = plan.essays.map((planned) => draftEssay(planned, volume, documents.length > 0));
  return {
    documents,
    essays,
    readers: [readerOf(header, documents.length > 0, essays)],
    registers: [
      ...registerDrafts("people", people, header.id),
      ...registerDrafts("terms", terms, header.id),
    ],
    volumes:
      documents.length > 0
        ? [{ stem: header.id, id: header.id, matter: header.volume, originals: [] }]
        : [],
    settings: header.settings,
    images: [],
    counted: countInput(text, units),
    left: [
      ...leftBehind(units, [...people, ...terms], plan.documents, volume.stops),
      ...remarks.left(),
    ],
    remarks: volume.remarks.all(),
  };
}

function teiRoot(root: XmlElement): XmlElement {
  if (
    root.name !== "TEI" &&
    root.name !== "TEI.2" &&
    root.name !== "teiCorpus" &&
    root.name !== "text"
  ) {
    throw new Refusal(
      `it is no TEI: its outermost element is <${root.name}>`,
      "name another form with --form",
      root.place,
    );
  }
  return root;
}

function readRegisters(
  units: readonly Unit[],
  kind: "people" | "terms",
  ids: Ids,
): readonly ReadRegister[] {
  return units.flatMap((unit) =>
    unit.kind === kind
      ? [readRegister(unit.element, kind === "people" ? peopleForm : termsForm, ids)]
      : [],
  );
}

function joined(registers: readonly ReadRegister[]): ReadRegister["byId"] {
  return new Map(registers.flatMap(({ byId }) => [...byId]).reverse());
}

function registerDrafts(
  register: "people" | "terms",
  read: readonly ReadRegister[],
  stem: string,
): readonly RegisterDraft[] {
  const entries = read.flatMap((each) => each.entries);
  if (entries.length === 0) return [];
  return [{ register, stem, entries, originals: read.flatMap(({ originals }) => originals) }];
}

/** A reader of the whole volume; where it has no documents, of its essays. */
function readerOf(
  header: VolumeHeader,
  isVolume: boolean,
  essays: readonly EssayDraft[],
): ReaderDraft {
  const readings = essays.map(({ matter }) => matter.id);
  return {
    stem: header.id,
    matter: {
      id: `${header.id}-reader`,
      title: header.volume.title,
      ...(isVolume ? { volume: header.id } : readings.length > 0 && { readings }),
    },
    doubts: [],
    blocks: [],
    notes: [],
  };
}

function draftEssay(planned: PlannedEssay, volume: VolumeKnowledge, isVolume: boolean): EssayDraft {
  const notes: Note[] = [];
  const flow = newFlow();
  pour(
    planned.nodes,
    flow,
    {
      volume,
      forms,
      notes,
      said: new Set(),
      given: new Set(),
      transcription: false,
      headingLevel: 2,
    },
    false,
  );
  const body = lettersWithin(planned.nodes);
  return {
    stem: `${volume.id}/${planned.name}`,
    matter: {
      id: planned.id,
      ...(isVolume && { volume: volume.id }),
      title: planned.title,
      order: planned.order,
    },
    doubts: [],
    blocks: flow.finish(),
    notes,
    originals: [
      ...(planned.head
        ? [{ text: planned.title, order: "field" as const, fields: ["title"] }]
        : []),
      ...(body.trim() === "" ? [] : [{ text: body, order: "inline" as const }]),
    ],
  };
}

function leftBehind(
  units: readonly Unit[],
  registers: readonly ReadRegister[],
  documents: readonly PlannedDocument[],
  stops: readonly string[],
): readonly LeftBehind[] {
  const left: LeftBehind[] = [];
  const add = (what: string, why: string, text: string, place?: LeftBehind["place"]): void => {
    if (text.trim() !== "") left.push({ what, why, text, ...(place && { place }) });
  };
  for (const unit of units) {
    if (unit.kind === "left")
      add(unit.what, unit.why, lettersWithin([unit.element]), unit.element.place);
  }
  add(
    "numbers of documents before their titles",
    "each document's number stands in a field",
    documents.map(({ parts }) => parts.numberWords).join(" "),
  );
  add(
    "counts of facsimile pages, and remarks on them",
    "the edition has no field for them",
    documents.map(({ parts }) => lettersWithin(parts.facsimiles)).join(" "),
  );
  add("full stops between a title and its abstract", "they stand in two fields", stops.join(""));
  for (const { heads, separators, rest } of registers) {
    add("heading of a register", "the register's page has one", heads);
    add(
      "punctuation between a name and what is said of it",
      "the register has fields for the two",
      separators,
    );
    add(
      "text beside a register's entries",
      "a register holds nothing but entries",
      lettersWithin(rest),
    );
  }
  return left;
}
