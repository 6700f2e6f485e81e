import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { leastEdition, messagesOf, withEditionOnDisk } from "./testing/edition-on-disk.ts";

it("says thirty things about a document with thirty mistakes, in one run", async () => {
  const text = await readFile(new URL("examples/thirty-mistakes.txt", import.meta.url), "utf8");
  const files = { ...leastEdition, "texts/minutes.md": text };
  const messages = await withEditionOnDisk(files, messagesOf);
  expect(messages.map((message) => message.replace("documents/texts/minutes.md:", ""))).toEqual([
    '2:5 error id-invalid: "Minutes 7" cannot be an id: it must be small letters, digits and hyphens, beginning with a letter; write "minutes-7"',
    '3:9 error value-type: "number" must be a whole number; give a value of the right kind',
    '4:1 error key-unknown: no field "titel"; did you mean "title"?',
    "5:8 error yaml-syntax: a second colon in one line; put quotation marks around a value that holds a colon, a # or a bracket",
    '6:7 error date-invalid: "7 June 1962" is not a date in EDTF; write 1962-05-24, 1964-10, 1962-05~ or 1962-10-22/1962-10-28',
    '8:3 error key-unknown: no field "archiv"; did you mean "archive"?',
    '9:8 error value-type: "url" of "source" must be an address that begins with https:// or http://; did you mean "https://www.example.org"?',
    '10:9 error value-type: "status" must be full, excerpt, calendared or withheld; did you mean "excerpt"?',
    '13:6 error division-unknown: no division "hednote"; did you mean "headnote"?',
    "17:1 error heading-level: a heading of the first level, which is the title’s; write ##; or a backslash before the # if it belongs to the text",
    "19:1 error trap-link-definition: [signed]: is a link definition in Markdown and vanishes from the page; write \\[signed\\]: or [signed]{.remark}:",
    '21:1 error trap-list: "25. 5. 62" becomes a list in a list; put a backslash before the sign that makes it one: 25\\.',
    "23:11 error trap-emphasis: a lone asterisk; put a backslash before it: \\*",
    "25:10 error trap-emphasis: asterisks that become emphasis inside a word or number; put a backslash before each that the text itself has: \\*",
    "27:5 error trap-code: four leading spaces or a tab make code; delete the spaces",
    "29:8 error trap-tab: a tab, which is shown as one space; write spaces, or a table",
    "31:1 error trap-html: raw HTML: <b>; write \\< for a less-than sign, or Markdown for what the HTML does",
    "34:1 error trap-heading: a line of hyphens makes a heading of the line above it; leave an empty line above it, or write ## before the heading",
    "36:1 error trap-rule: a line of asterisks becomes a rule; put a backslash before each, or write --- for a rule",
    '38:10 error act-unknown: no editorial act "suplied"; did you mean "supplied"?',
    '38:44 error attribute-unknown: no attribute "certainty" here; did you mean "cert"?',
    "40:11 error attribute-invalid: attributes that cannot be read: {supplied}; write {.supplied} with a full stop before the name",
    "42:10 warning bracket-unclassified: a bracket that does not say whose it is: [illegible]; write [text]{.supplied} or another act, or \\[text\\] if the bracket is the document's own",
    "42:36 error note-called-twice: the note [^1] is already called in line 42; write a second note, or refer to the first: [](#n1)",
    "42:49 error note-undefined: no note [^missing]; write the note: [^missing]: Its text.",
    '44:12 error link-invalid: a link to "protocol-61.md"; did you mean "#protocol-61"?',
    "44:39 error image-missing: no image images/mop.png; put it into documents/images/ and write the path from documents/",
    "48:11 error table-cells: a row with 3 cells in a table of 2; give the head as many cells as the longest row",
    "52:1 error note-unused: the note [^unused] is never called; call it in the text: [^unused]",
    '54:1 error division-unclosed: the division "closer" is not closed; close it with a line of three colons',
  ]);
  expect(messages).toHaveLength(30);
});
