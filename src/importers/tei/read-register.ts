import type { RegisterEntryDraft } from "../importer.ts";
import type { Original } from "../ledger.ts";
import { visitElements, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";
import { GAP, isBlank, isSilentGap, tidied, withChildren, wordsOf } from "./letters.ts";
import { type Ids, slug, xmlId } from "./names.ts";

/** A list of people or of terms, read. */
export interface ReadRegister {
  readonly entries: readonly RegisterEntryDraft[];
  /** Entries by the ids of the input. */
  readonly byId: ReadonlyMap<string, RegisterEntryDraft>;
  readonly originals: readonly Original[];
  /** Commas and the like between a name and what is said of it. */
  readonly separators: string;
  /** What stands in the section and is no entry: an introduction. Headings are not among it. */
  readonly rest: readonly XmlNode[];
  readonly heads: string;
}

/** What a register is read by: the element that names an entry, and the fields that an entry fills. */
export interface RegisterForm {
  readonly register: "people" | "terms";
  /** Elements that define an entry. */
  readonly names: readonly string[];
  /** Fields from the name and from what is said of it, and which of them hold the two. */
  readonly matter: (
    name: string,
    said: string,
  ) => {
    readonly matter: RegisterEntryDraft["matter"];
    readonly nameField: string;
    readonly saidField: string;
  };
}

/** Elements that hold one entry each. */
const ENTRY = /^(?:item|row|person|entry|p|label|bibl)$/u;

/** Reads a list of people or terms. */
export function readRegister(section: XmlElement, form: RegisterForm, ids: Ids): ReadRegister {
  const reading = new RegisterReading(form, ids);
  const rest = reading.section(section);
  return {
    entries: reading.entries,
    byId: reading.byId,
    originals: reading.originals,
    separators: reading.separators,
    heads: reading.heads,
    rest,
  };
}

class RegisterReading {
  readonly entries: RegisterEntryDraft[] = [];
  readonly byId = new Map<string, RegisterEntryDraft>();
  readonly originals: Original[] = [];
  separators = "";
  heads = "";
  readonly #form: RegisterForm;
  readonly #ids: Ids;

  constructor(form: RegisterForm, ids: Ids) {
    this.#form = form;
    this.#ids = ids;
  }

  /** Takes the entries out of an element, and gives back what is left of it. */
  section(element: XmlElement): readonly XmlNode[] {
    const left: XmlNode[] = [];
    for (const child of element.children) {
      if (child.type === "text") left.push(child);
      else if (child.name === "head") this.heads += `${wordsOf(child)}\n`;
      else if (ENTRY.test(child.name) && this.#definers(child).length > 0) this.#entry(child);
      else if (this.#definers(child).length > 0 && !this.#defines(child)) {
        left.push(withChildren(child, this.section(child)));
      } else if (this.#defines(child)) this.#entry(child);
      else left.push(child);
    }
    return left.filter((node) => !isBlank(node));
  }

  #defines(element: XmlElement): boolean {
    return (
      this.#form.names.includes(element.name) && xmlId(element) !== undefined && !isBlank(element)
    );
  }

  #definers(element: XmlElement): readonly XmlElement[] {
    const found: XmlElement[] = [];
    visitElements(element, (each) => {
      if (this.#defines(each)) found.push(each);
    });
    return found;
  }

  #entry(element: XmlElement): void {
    const [first, ...others] = this.#definers(element);
    if (!first) return;
    const { name, said } = this.#split(element, first);
    const { matter, nameField, saidField } = this.#form.matter(name, said);
    const made = this.#add(first, matter);
    this.originals.push({
      text: `${name} ${said}`,
      order: "field",
      fields:
        said === "" ? [`${made}.${nameField}`] : [`${made}.${nameField}`, `${made}.${saidField}`],
    });
    for (const other of others) {
      // Its letters stand in what is said of the first; it has an entry so that mentions of it lead somewhere.
      this.#add(other, this.#form.matter(wordsOf(other), "").matter);
    }
  }

  /** What an entry names, and what it says; what stands before the name goes to what is said. */
  #split(
    element: XmlElement,
    definer: XmlElement,
  ): { readonly name: string; readonly said: string } {
    const [name, stopped] = cutEnd(wordsOf(definer));
    const { before, behind } = aroundElement(element, definer);
    const [, separator = "", said = ""] = /^([\s,;:.—–-]*)(.*)$/su.exec(tidied(behind)) ?? [];
    const lead = tidied(before);
    this.separators += stopped + separator;
    return { name, said: lead === "" ? said : `${lead} ${said}`.trim() };
  }

  #add(definer: XmlElement, matter: RegisterEntryDraft["matter"]): string {
    const written = xmlId(definer) ?? "";
    const wish = slug(written) || this.#form.register;
    const id = this.#ids.take(wish);
    const entry: RegisterEntryDraft = { id, matter, doubts: [] };
    this.entries.push(entry);
    if (!this.byId.has(written)) this.byId.set(written, entry);
    return id;
  }
}

/** A name without the comma or colon that divides it from what follows. */
function cutEnd(name: string): readonly [string, string] {
  const [, kept = name, cut = ""] = /^(.*?)([\s,;:]*)$/su.exec(name) ?? [];
  return [kept, cut];
}

/** Letters before and behind an element in another. */
function aroundElement(
  element: XmlElement,
  inner: XmlElement,
): { readonly before: string; readonly behind: string } {
  let before = "";
  let behind = "";
  let passed = false;
  const visit = (node: XmlNode): void => {
    if (node === inner) passed = true;
    else if (node.type === "element" && isSilentGap(node)) {
      if (passed) behind += GAP;
      else before += GAP;
    } else if (node.type === "text") {
      if (passed) behind += node.value;
      else before += node.value;
    } else {
      if (node.name === "lb") behind += passed ? " " : "";
      for (const child of node.children) visit(child);
    }
  };
  visit(element);
  return { before, behind };
}

/** People: "Adenauer, Konrad" is sorted so, and read the other way round. */
export const peopleForm: RegisterForm = {
  register: "people",
  names: ["persName"],
  matter: (name, said) => {
    const read = readName(name);
    return {
      matter: {
        name: read,
        ...(read !== name && { sort: name }),
        ...(said !== "" && { role: said }),
      },
      nameField: read === name ? "name" : "sort",
      saidField: "role",
    };
  },
};

/** Terms: an abbreviation, and what it stands for; or a word, and what it means. */
export const termsForm: RegisterForm = {
  register: "terms",
  names: ["term"],
  matter: (name, said) =>
    said !== "" && !name.includes(" ")
      ? {
          matter: { name: said, abbreviation: name },
          nameField: "abbreviation",
          saidField: "name",
        }
      : {
          matter: { name, ...(said !== "" && { role: said }) },
          nameField: "name",
          saidField: "role",
        },
};

const SUFFIX = /^(?:Jr|Sr|II|III|IV|Esq)\.?$/u;

/** "Thompson, Llewellyn E., Jr." is read "Llewellyn E. Thompson, Jr." */
function readName(sorted: string): string {
  const [family = "", given = "", ...more] = sorted.split(/,\s+/u);
  if (given === "" || SUFFIX.test(given)) return sorted;
  const aside = /^(.*?)\s*(\(.*\))$/u.exec(given);
  const [, first = given, bracket = ""] = aside ?? [];
  const whole = [first, family, bracket].filter((part) => part !== "").join(" ");
  return [whole, ...more].join(", ");
}
