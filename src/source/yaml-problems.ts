import type { ErrorCode } from "yaml";

/** What is wrong with some YAML, and how to mend it. */
export interface YamlProblem {
  readonly message: string;
  readonly mend: string;
}

const QUOTE = "put quotation marks around a value that holds a colon, a # or a bracket";
const ALIGN = "give all fields of one level the same number of leading spaces";

/** The YAML library's errors in words for editors. Those that are not here are rarer than a general sentence is wrong. */
const problems: Readonly<Partial<Record<ErrorCode, YamlProblem>>> = {
  BAD_INDENT: { message: "the line’s leading spaces do not fit those above it", mend: ALIGN },
  TAB_AS_INDENT: { message: "a tab before a field", mend: "write spaces" },
  BLOCK_AS_IMPLICIT_KEY: { message: "a second colon in one line", mend: QUOTE },
  BLOCK_IN_FLOW: { message: "a list or field inside brackets that are not closed", mend: QUOTE },
  MULTILINE_IMPLICIT_KEY: {
    message: "a line that is neither a field nor goes on the one above",
    mend: "write name: value, or indent the line by two spaces",
  },
  MISSING_CHAR: {
    message: "a quotation mark, bracket or colon is missing",
    mend: "close what is opened, or write name: value",
  },
  BAD_SCALAR_START: { message: "a value cannot begin with this sign", mend: QUOTE },
  BAD_DQ_ESCAPE: {
    message: "a backslash that YAML does not know",
    mend: "write the backslash twice, or use single quotation marks",
  },
  BAD_ALIAS: {
    message: "a value that begins with an asterisk or ampersand",
    mend: "put quotation marks around the value",
  },
  MULTIPLE_DOCS: {
    message: "a second document in one file",
    mend: "delete the line of hyphens or full stops",
  },
  UNEXPECTED_TOKEN: { message: "something that does not belong here", mend: QUOTE },
  TAG_RESOLVE_FAILED: {
    message: "a value that begins with an exclamation mark",
    mend: "put quotation marks around the value",
  },
};

/** The problem with an error's code, at some words of the YAML; `said` is the library's own sentence, which tells two kinds of one code apart. */
export function yamlProblem(code: ErrorCode, words: string, said: string): YamlProblem {
  if (code === "BAD_INDENT" && said.startsWith("Flow ")) {
    return { message: "a bracket is opened and not closed", mend: `close it, or ${QUOTE}` };
  }
  if (code === "DUPLICATE_KEY") {
    const key = /^["']?([^"':\n]*)/.exec(words)?.[1] ?? "";
    return { message: `"${key}" stands twice`, mend: "delete one of the two" };
  }
  // Then it is the next line's colon that is one too many.
  if (code === "BLOCK_AS_IMPLICIT_KEY" && !/^[^\n]*:(?:\s|$)/.test(words))
    return { message: "the next line’s leading spaces make it part of this value", mend: ALIGN };
  return (
    problems[code] ?? {
      message: "YAML that cannot be read",
      mend: "correct the YAML at this place",
    }
  );
}
