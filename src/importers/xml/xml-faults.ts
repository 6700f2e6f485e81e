/** What is wrong with a file that is not well-formed, and how to mend it. */
export interface XmlFault {
  readonly message: string;
  readonly mend: string;
}

/** One row: what the parser says, and what an editor is told. */
interface FaultRow {
  readonly says: RegExp;
  readonly fault: (found: readonly string[]) => XmlFault;
}

const rows: readonly FaultRow[] = [
  row(
    /unclosed tag: (\S+)/u,
    (name) => `the file ends before <${name}> is closed`,
    (name) => `close it with </${name}>, or take the whole file anew: it may be cut off`,
  ),
  row(
    /unmatched closing tag: (.+)\./u,
    (name) => `</${name}> closes nothing that was opened`,
    () => "close what was opened last first",
  ),
  row(
    /unexpected end/u,
    () => "the file ends in the middle of a tag",
    () => "take the whole file anew: it may be cut off",
  ),
  row(
    /duplicate attribute: (.+)\./u,
    (name) => `the attribute ${name} is given twice in one tag`,
    () => "delete one of them",
  ),
  row(
    /undefined entity/u,
    () => "a name between & and ; is not known",
    () => "write the character itself; an & that is meant as such is written &amp;",
  ),
  row(
    /entity/u,
    () => "an & begins nothing that XML knows",
    () => "write it as &amp;",
  ),
  row(
    /text data outside of root|only one root/u,
    () => "something stands outside the outermost element",
    () => "put all into one element",
  ),
  row(
    /must contain a root/u,
    () => "there is no element in it",
    () => "look whether it is the right file",
  ),
  row(
    /tag name|closing tag|forward-slash|empty close tag|malformed name/u,
    () => "a < begins no tag",
    () => "write it as &lt;",
  ),
  row(
    /attribute|unquoted|value/u,
    () => "a tag's attributes are not written as XML wants them",
    () => 'write them as name="value", with a space between two',
  ),
  row(
    /\]\]>/u,
    () => "]]> stands in the text",
    () => "write it as ]]&gt;",
  ),
  row(
    /comment/u,
    () => "a comment holds two hyphens, or is not closed",
    () => "close it with -->, with no -- before",
  ),
  row(
    /declaration|version|encoding|standalone/u,
    () => "its first line, <?xml …?>, is not written as XML wants it",
    () => 'write <?xml version="1.0" encoding="UTF-8"?>',
  ),
  row(
    /disallowed character/u,
    () => "there is a character that XML does not allow",
    () => "delete it; it may be an invisible control character",
  ),
];

function row(
  says: RegExp,
  message: (name: string) => string,
  mend: (name: string) => string,
): FaultRow {
  return {
    says,
    fault: ([, name = ""]) => {
      const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
      return { message: message(short), mend: mend(short) };
    },
  };
}

/** What the parser's complaint means for an editor; `closed` is the element that the faulty tag closed. */
export function faultOf(complaint: string, closed: string): XmlFault {
  if (complaint.includes("unexpected close tag")) {
    return {
      message: `<${closed}> is not closed before an element around it is`,
      mend: `close it with </${closed}> first`,
    };
  }
  for (const { says, fault } of rows) {
    const found = says.exec(complaint);
    if (found) return fault(found);
  }
  return { message: "it is not well-formed XML", mend: "check it with an XML editor" };
}
