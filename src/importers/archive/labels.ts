/** A field of a document that an archive's page labels. */
export type LabeledField =
  | "archive"
  | "authors"
  | "classification"
  | "collection"
  | "contributed-by"
  | "contributors"
  | "credits"
  | "date"
  | "kind"
  | "languages"
  | "location"
  | "people"
  | "places"
  | "recipients"
  | "record-id"
  | "repository"
  | "rights"
  | "subjects"
  | "summary"
  | "translators"
  | "uploaded"
  | "url";

/** Labels by what they are a label of, as archives word them. */
const labels: readonly (readonly [field: LabeledField, names: string])[] = [
  [
    "archive",
    "Original Archive; Archive; Holding Institution; Holding Archive; Original Repository",
  ],
  ["authors", "Author; Authors; Author(s); Creator; Creators; From; Sender; Written by"],
  ["classification", "Original Classification; Classification; Security Classification"],
  ["collection", "Collection; Collections; Part of Collection; Series; Fond; Fonds"],
  ["contributed-by", "Contributed by; Contributor; Contributed By; Obtained by"],
  ["contributors", "Contributors; Contributor(s); Participants"],
  [
    "credits",
    "Donor; Donors; Donor(s); Credits; Credit; Sponsors; Support; Supported by; Made possible by",
  ],
  ["date", "Date; Document Date; Original Date; Date of Document; Created"],
  ["kind", "Type; Document Type; Type of Document; Kind; Genre; Format"],
  ["languages", "Language; Languages; Language(s); Original Language; Language of Original"],
  ["location", "Source; Archival Source; Citation; Reference; Call Number; Shelfmark; Box; Folder"],
  [
    "people",
    "Associated People; Associated People & Organizations; Associated People and Organizations; People; People & Organizations; Names; Persons; People Mentioned; Names Mentioned",
  ],
  [
    "places",
    "Associated Places; Places; Places Mentioned; Geographic Subjects; Locations; Coverage",
  ],
  ["recipients", "Recipient; Recipients; To; Addressee; Recipient(s)"],
  ["record-id", "Record ID; Record Number; Identifier; Document ID; ID; Accession Number"],
  ["repository", "Repository; Digital Archive; Publisher; Provider; Provided by"],
  ["rights", "Rights; Rights Statement; Copyright; License; Terms of Use; Use and Reproduction"],
  ["subjects", "Subjects Discussed; Subject; Subjects; Topics; Keywords; Tags; Themes"],
  ["summary", "Summary; Document Summary; Abstract; Description"],
  ["translators", "Translator; Translators; Translated by; Translator(s)"],
  [
    "uploaded",
    "Original Uploaded Date; Uploaded Date; Date Uploaded; Upload Date; Uploaded; Date Added",
  ],
  ["url", "URL; Permalink; Permanent Link; Link; Persistent URL"],
];

const fields: ReadonlyMap<string, LabeledField> = new Map(
  labels.flatMap(([field, names]) =>
    names.split("; ").map((name) => [name.toLowerCase(), field] as const),
  ),
);

/** The field whose label a line is: `Record ID`, `Record ID:`. */
export function fieldLabeled(line: string): LabeledField | undefined {
  return fields.get(line.trim().replace(/\s*:$/u, "").toLowerCase());
}

/** A label and its value on one line: `Language: Russian`. */
export function labelOnLine(
  line: string,
): { readonly field: LabeledField; readonly label: string; readonly at: number } | undefined {
  const match = /^\s*([\p{L}&() ]{2,40}?)\s*:\s+(?=\S)/u.exec(line);
  const field = match?.[1] === undefined ? undefined : fieldLabeled(match[1]);
  return match?.[1] === undefined || field === undefined
    ? undefined
    : { field, label: match[1], at: match[0].length };
}

/** The line over an archive's labels. */
export function beginsInformation(line: string): boolean {
  return /^(?:document|item|record|archival) (?:information|details|data)\s*:?$/iu.test(
    line.trim(),
  );
}
