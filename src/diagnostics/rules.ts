import { type Rule, error, fixed, warning } from "./rule.ts";

/** The catalogue: every message that Scholium can give, with its default severity. The manual's table is made from it. */
export const rules = {
  // Files
  "file-missing": fixed(
    "A file that the edition needs is not there.",
    "add the file, or correct the path",
  ),
  "file-unreadable": fixed(
    "A file cannot be read.",
    "check that it is a file and that you may read it",
  ),
  "file-encoding": fixed("A file is not UTF-8 text.", "save the file as UTF-8"),
  "file-empty": fixed(
    "A file holds nothing where an edition needs something.",
    "write the file, or delete it",
  ),
  "file-outside": fixed(
    "A link in the edition's folder leads out of it.",
    "put the file itself into the folder",
  ),
  "file-unexpected": warning(
    "A file lies where Scholium does not look for one.",
    "move it, or delete it",
  ),
  "edition-empty": fixed(
    "The edition has no document.",
    "put a Markdown file into documents/texts/",
  ),
  "image-missing": error(
    "An image is not in the edition's folder.",
    "put it into documents/images/ and write the path from documents/",
  ),
  "image-outside": fixed(
    "An image's path leads out of the edition's folder.",
    "put it into documents/images/",
  ),
  "image-without-text": warning(
    "An image has no text for those who cannot see it.",
    "write what it shows: ![Map of Cuba](images/map.png)",
  ),

  // Front matter and YAML
  "yaml-syntax": fixed("YAML that cannot be read.", "correct the YAML at this place"),
  "trap-comment": error(
    "A hash behind a value makes the rest of the line a comment.",
    "put the value in quotation marks, or the comment in a line of its own",
  ),
  "front-matter-missing": fixed(
    "A Markdown file does not begin with front matter.",
    "begin the file with a line of three hyphens, the fields, and again three hyphens",
  ),
  "key-unknown": fixed(
    "A field that Scholium does not know.",
    "delete the field, or correct its name",
  ),
  "key-missing": fixed("A field that must be given is not there.", "add the field"),
  "value-type": fixed("A field's value is of the wrong kind.", "give a value of the right kind"),
  "date-invalid": fixed(
    "A date that is not EDTF.",
    "write 1962-05-24, 1964-10, 1962-05~ or 1962-10-22/1962-10-28",
  ),
  "id-invalid": fixed(
    "An id with other signs than small letters, digits and hyphens, or one that is reserved.",
    "begin with a letter; use a–z, 0–9 and hyphens",
  ),
  "id-duplicate": fixed("Two things have the same id.", "give one of them another id"),
  "number-duplicate": fixed(
    "Two documents of one volume have the same number.",
    "give one of them another number",
  ),
  "volume-unknown": fixed(
    "Something belongs to a volume that there is not.",
    "correct the id, or add the volume to volumes.yaml",
  ),
  "siglum-duplicate": fixed("Two volumes have the same siglum.", "give one of them another siglum"),
  "rule-unknown": fixed(
    "edition.yaml sets the severity of a rule that there is not.",
    "correct the rule's name",
  ),
  "rule-fixed": warning(
    "edition.yaml sets the severity of a rule that cannot be changed.",
    "delete the line",
  ),
  "stream-invalid": fixed(
    "A stream of notes in edition.yaml that cannot be told from another.",
    "choose other letters",
  ),

  // Notes
  "note-undefined": fixed(
    "A note is called that is not defined.",
    "write the note: [^1]: Its text.",
  ),
  "note-unused": fixed("A note is defined that is never called.", "call it in the text: [^1]"),
  "note-defined-twice": fixed("A note is defined twice.", "give one of them another label"),
  "note-called-twice": error(
    "A note is called twice.",
    "write a second note, or refer to the first: [](#n1)",
  ),
  "note-stream-unknown": fixed(
    "A note's prefix names no stream.",
    "use src, orig:, tx:, tr:, in: or none",
  ),
  "note-marks-alike": warning(
    "Notes of two streams are called by the same mark in one text.",
    "give the stream in edition.yaml other marks",
  ),
  "note-in-note": fixed("A note is called inside a note.", "put its text into the outer note"),
  "note-misplaced": fixed(
    "A note is called or defined in a field of front matter or of a register.",
    "put its text into the field, or the note into the body",
  ),
  "note-empty": error("A note without text.", "write its text"),

  // Editorial acts, divisions, attributes
  "act-unknown": fixed(
    "A bracket's class that is no editorial act.",
    "use one of the editorial acts",
  ),
  "attribute-unknown": fixed(
    "An attribute that Scholium does not know.",
    "delete the attribute, or correct its name",
  ),
  "attribute-invalid": fixed("Attributes that cannot be read.", "write {.class #id key=value}"),
  "act-empty": error("An editorial act without words.", "say what it is about: [illegible]{.gap}"),
  "bracket-unclassified": warning(
    "A bracket in a transcription that does not say whose it is.",
    "write [text]{.supplied} or another act, or \\[text\\] if the bracket is the document's own",
  ),
  "attribute-missing": fixed(
    "A division that does not say what it must: a reading of what, a worksheet of which name.",
    "add the attribute",
  ),
  "division-unknown": fixed("A division that Scholium does not know.", "use one of the divisions"),
  "division-unclosed": fixed(
    "A division is opened and not closed.",
    "close it with a line of three colons",
  ),
  "division-unopened": fixed(
    "A line of colons closes nothing.",
    "delete the line, or open a division above it",
  ),
  "division-misplaced": error("A division stands where it cannot stand.", "move it"),

  // References
  "reference-unknown": fixed("A reference leads to nothing.", "correct the id"),
  "reference-text-mismatch": error(
    "A reference's text names another target than the one it leads to.",
    "correct the text or the target",
  ),
  "reference-instructor": fixed(
    "A reference in what students read leads to what only instructors get.",
    "lead it elsewhere, or move it to where only instructors read",
  ),
  "instructor-misplaced": fixed(
    "Matter for instructors where students would get it, or what it leaves: in a field, misspelled, or as all that something is.",
    "move it to where only instructors read",
  ),
  "excerpt-invalid": fixed(
    "An excerpt of paragraphs that the document does not have, or of a text without numbered paragraphs.",
    "correct the numbers, or delete paragraphs=…",
  ),
  "week-empty": error(
    "A week of a reader without a reading, or without one that students get.",
    "add a reading, or delete the week",
  ),
  "week-order": warning(
    "A week of a reader that begins before the week above it.",
    "correct the date, or put the weeks into their order",
  ),
  "reader-empty": error(
    "A reader for everyone of which students read nothing, since all that it reads is for instructors.",
    "add a reading, or write audience: instructors",
  ),
  "readings-both": error(
    "A reader that names readings in its front matter and in its text.",
    "delete one of the two",
  ),
  "worksheet-unknown": fixed(
    "A worksheet that neither comes with Scholium nor is the edition's own.",
    "name a worksheet that there is, or write its file into documents/worksheets/",
  ),
  "worksheet-words": fixed(
    "A worksheet calls a note, refers, cites or has an id: it stands in many places, where these would be said again.",
    "write it out in words",
  ),
  "notes-unknown": fixed(
    "A reader chooses a stream of notes that there is not.",
    "name a stream of notes",
  ),
  "reading-twice": error("A reader reads something twice.", "delete one of the two"),
  "register-unused": warning(
    "An entry of the register that nothing refers to.",
    "refer to it, or delete it",
  ),
  "link-invalid": error(
    "A link that leads neither to a web address nor to something in the edition.",
    "write [text](https://…) or [text](#id)",
  ),
  "style-invalid": fixed(
    "A citation style's file is no style that can be used.",
    "take the file from the Citation Style Language's collection of independent styles",
  ),
  "style-unknown": fixed(
    "A citation style that neither comes with Scholium nor lies in documents/.",
    "name a style that is offered, or put its file into documents/",
  ),
  "style-without-bibliography": error(
    "A citation style that has no entries of a bibliography.",
    "take a style that has them, or do without entries: set this rule to warning or off in edition.yaml",
  ),
  "citation-invalid": error(
    "A bracket with a key in it that cannot be read as a citation.",
    "write [@key, p. 12], or [@one; @other] for two works",
  ),
  "citation-misplaced": error(
    "A citation where none can be: among a document's own words, in a heading, inside a link.",
    "cite in a note, or put a backslash before the bracket if the words are the document's",
  ),
  "work-unknown": error(
    "A citation of a work that works.bib or works.json does not have.",
    "add the work, or put a backslash before the @ if no citation is meant",
  ),
  "work-unused": warning("A work that nothing cites.", "cite it where it is meant, or delete it"),
  "work-twice": error("Two works with one key.", "give each a key of its own, or delete one"),
  "work-invalid": error(
    "A work that cannot be cited as it stands: without a title, of an unknown type, a date that is none.",
    "complete or correct its entry",
  ),
  "works-syntax": fixed(
    "A works.bib that is no BibTeX, or a works.json that is no CSL-JSON.",
    "correct the file there",
  ),

  // Traps of Markdown
  "trap-link-definition": fixed(
    "A line such as “[signed]: Ivanov” is a link definition in Markdown and would vanish.",
    "write \\[signed\\]: or [signed]{.remark}:",
  ),
  "trap-list": error(
    "A date or number that Markdown makes a list.",
    "put a backslash before the full stop: 25\\. 5. 62",
  ),
  "trap-emphasis": error(
    "An asterisk or underscore that is not emphasis, or is so by accident.",
    "put a backslash before it: \\*",
  ),
  "trap-code": error("Four leading spaces make code in Markdown.", "delete the spaces"),
  "trap-heading": error(
    "A line of hyphens or equals signs makes the line above it a heading.",
    "leave an empty line above it, or write ## before the heading",
  ),
  "trap-rule": error(
    "A line of asterisks or underscores becomes a rule.",
    "put a backslash before each, or write --- for a rule",
  ),
  "trap-html": fixed(
    "Raw HTML.",
    "write \\< for a less-than sign, or Markdown for what the HTML does",
  ),
  "trap-note": error(
    "A paragraph behind a note that is indented by fewer than four spaces: it belongs to the text.",
    "indent it by four spaces if it is the note’s, or not at all",
  ),
  "line-continued": warning(
    "A line without indentation that goes on in the list, quotation or note above it.",
    "indent it like the line above if it belongs there, or leave an empty line above it",
  ),
  "trap-tab": error(
    "A tab in a transcription, which would be shown as one space.",
    "write spaces, or a table",
  ),
  "list-number": warning(
    "A list whose numbers do not follow one another.",
    "numbers are printed as they are written: correct them if the document’s are others",
  ),
  "table-cells": fixed(
    "A row of a table with more cells than its head: Markdown drops the rest.",
    "give the head as many cells as the longest row",
  ),
  "title-unshown": error(
    "Words in quotation marks behind a link’s or an image’s path that are not shown.",
    "delete them, or put them into the text",
  ),
  "nesting-too-deep": fixed(
    "Quotations, lists, brackets or emphasis within one another, deeper than any text needs.",
    "take some of them away",
  ),
  "character-invalid": error(
    "A control character, or the sign that stands for a letter lost in conversion.",
    "delete it, or write the letter that belongs here",
  ),
  "heading-level": error(
    "A heading's level skips one, or is the title's.",
    "begin with ##, and go down one level at a time",
  ),

  // What was brought in
  "import-doubt": warning(
    "An importer could not decide something.",
    "decide what is right, mend the text where it needs it, and delete the comment",
  ),

  // The document as a whole
  "transcription-missing": error(
    "A document without a transcription that is not calendared or withheld.",
    "give the transcription, or write status: calendared",
  ),
  "transcription-unexpected": error(
    "A calendared or withheld document with a transcription.",
    "delete the text, or write status: full",
  ),
  "abstract-missing": error("A calendared document without an abstract.", "write the abstract"),

  // What is built, and read back
  "style-broken": fixed("A style of the edition's own does not work.", "close what is opened here"),
  "own-file-unused": warning(
    "A template of the edition's own that nothing uses, or a style whose name is nearly one of Scholium's.",
    "give it the name of the file that it stands for, or delete it",
  ),
  "template-broken": fixed(
    "A template of the edition's own does not work.",
    "correct the template, or delete it to have Scholium's own",
  ),
  "importer-broken": fixed(
    "An importer of the edition's own does not work.",
    "correct it, or move it out of importers/",
  ),
  "output-text": fixed(
    "A built page lacks, changes, doubles or moves words of the edition.",
    "look at templates of your own first; otherwise report it as a fault of Scholium",
  ),
  leak: fixed(
    "What is for instructors stands in what students would get.",
    "look at templates and styles of your own first; otherwise report it as a fault of Scholium",
  ),
  "output-link": fixed(
    "A link in a built page leads to nothing.",
    "look at templates of your own first; otherwise report it as a fault of Scholium",
  ),
  "output-id": fixed(
    "An id occurs twice in a built page.",
    "look at templates of your own first; otherwise report it as a fault of Scholium",
  ),
  "output-export": fixed(
    "A file for reference managers lacks a document, or has one too many.",
    "build again; if it stays so, report it as a fault of Scholium",
  ),
  "print-failed": fixed("A reader could not be printed.", "look at what the message says"),
  "print-text": fixed(
    "A printed reader lacks, changes, doubles or cuts off words of the edition.",
    "shorten or divide what stands there; if it stays so, report it as a fault of Scholium",
  ),
  "print-note-page": warning(
    "A printed note does not begin on the page of its mark.",
    "shorten the note, or call it a few words earlier or later",
  ),
  "print-font": fixed(
    "A printed reader has letters that no font on this computer has.",
    "install a font that has them, such as one of the Noto fonts, or name one with `@font-face` in `styles/own.css`",
  ),
  "print-number": fixed(
    "A link, a bookmark or a page number in a printed reader leads to the wrong place.",
    "look at templates of your own first; otherwise report it as a fault of Scholium",
  ),
} as const satisfies Record<string, Rule>;

/** The name of a rule, as messages show it and `edition.yaml` uses it. */
export type RuleId = keyof typeof rules;

/** Whether a word is the name of a rule. */
export function isRuleId(word: string): word is RuleId {
  return Object.hasOwn(rules, word);
}
