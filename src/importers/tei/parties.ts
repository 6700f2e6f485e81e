import { childElements, textWithin, type XmlElement } from "../xml/xml-tree.ts";
import { isBlank, wordsOf } from "./letters.ts";
import type { VolumeKnowledge } from "./work.ts";

/** Who wrote a document, and to whom: ids of the register where the tags point to it, else names. */
export interface Parties {
  readonly authors: readonly string[];
  readonly recipients: readonly string[];
}

/** Elements that name a party. */
const NAMES = new Set(["persName", "gloss", "orgName", "name", "rs"]);

/** A heading that says from whom and to whom a document went. */
const FROM_TO = /^[\p{L}\p{N}, .–()-]{3,60}? From .+ to .+/iu;

/** What a heading's tags say; where they only name people, the words "from" and "to" between them. */
export function partiesOf(
  head: XmlElement | undefined,
  title: string,
  volume: VolumeKnowledge,
): Parties {
  if (!head) return { authors: [], recipients: [] };
  const pieces = piecesOf(head);
  const tagged = (type: string): readonly string[] =>
    distinct(
      pieces
        .filter(({ element }) => element?.attributes.get("type") === type)
        .map(({ element }) => partyOf(element, volume)),
    );
  const [authors, recipients] = [tagged("from"), tagged("to")];
  if (authors.length > 0 || recipients.length > 0 || !FROM_TO.test(title)) {
    return { authors, recipients };
  }
  return byWords(pieces, volume);
}

/** A run of a heading's words: a name, or what stands between names. */
interface Piece {
  readonly words: string;
  readonly element?: XmlElement;
}

function piecesOf(element: XmlElement): readonly Piece[] {
  return element.children.flatMap((child): readonly Piece[] => {
    if (child.type === "text") return [{ words: child.value }];
    if (child.name === "note") return [];
    if (NAMES.has(child.name) && !isBlank(child)) {
      return [{ words: textWithin(child), element: child }];
    }
    return childElements(child).length > 0 ? piecesOf(child) : [{ words: textWithin(child) }];
  });
}

/** Behind the first name, a " to " leads over to the recipients: "From the Assistant to the President (Bundy) to Secretary Rusk". */
function byWords(pieces: readonly Piece[], volume: VolumeKnowledge): Parties {
  const authors: string[] = [];
  const recipients: string[] = [];
  let between = "";
  for (const { words, element } of pieces) {
    if (element?.name !== "persName") {
      between += ` ${words} `;
      continue;
    }
    const led = recipients.length > 0 || (authors.length > 0 && /\sto\s/iu.test(between));
    (led ? recipients : authors).push(partyOf(element, volume));
    between = "";
  }
  // Of one name alone nobody can say on which side of "to" it stands.
  if (recipients.length === 0) return { authors: [], recipients: [] };
  return { authors: distinct(authors), recipients: distinct(recipients) };
}

function partyOf(element: XmlElement | undefined, volume: VolumeKnowledge): string {
  if (!element) return "";
  const pointer = element.attributes.get("corresp") ?? element.attributes.get("ref") ?? "";
  const id = pointer.trim().split(/\s+/u)[0]?.replace(/^.*#/u, "") ?? "";
  return volume.people.byId.get(id)?.id ?? wordsOf(element);
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
