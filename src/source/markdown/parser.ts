import MarkdownIt, { type Token } from "markdown-it";
import deflist from "markdown-it-deflist";
import { comment } from "./blocks/comment.ts";
import { division } from "./blocks/division.ts";
import { indented, tooDeep } from "./blocks/indented.ts";
import { noteDefinition } from "./blocks/note-definition.ts";
import { headingAttributes } from "./heading-attributes.ts";
import { brackets } from "./inlines/brackets.ts";
import { citationInSentence } from "./inlines/citation.ts";
import { emphasisMarks } from "./inlines/emphasis-marks.ts";
import { image } from "./inlines/image.ts";
import { newline } from "./inlines/newline.ts";
import { strayAttributes, strayComment, strayNote, strayTildes } from "./inlines/strays.ts";
import { notePlaces } from "./placed-states.ts";

/** Reads Markdown into markdown-it's tokens, each with its place (`placed-states.ts`). */
export function parseTokens(markdown: string): readonly Token[] {
  return parser.parse(markdown, {});
}

// One parser for all files: building one costs more than reading a letter.
// Nothing is made typographically right: a transcription is exact to the letter.
const parser = new MarkdownIt({ html: true, typographer: false, linkify: false });
notePlaces(parser);
parser.block.ruler.disable(["reference", "html_block", "lheading"]);
parser.inline.ruler.disable(["strikethrough", "linkify"]);
// These join words and so forget where the second part stood; the tree joins them.
parser.inline.ruler2.disable(["strikethrough", "fragments_join"]);
parser.core.ruler.disable(["text_join"]);

const interrupts = { alt: ["paragraph", "reference", "blockquote", "list"] };
parser.use(deflist);
parser.block.ruler.before("table", "too_deep", tooDeep);
parser.block.ruler.at("code", indented);
parser.block.ruler.before("fence", "division", division, interrupts);
parser.block.ruler.before("fence", "note_definition", noteDefinition, interrupts);
parser.block.ruler.before("fence", "comment", comment);
parser.core.ruler.before("inline", "heading_attributes", headingAttributes);

parser.inline.ruler.at("newline", newline);
parser.inline.ruler.at("emphasis", emphasisMarks);
parser.inline.ruler.at("link", brackets);
parser.inline.ruler.at("image", image);
parser.inline.ruler.push("stray_attributes", strayAttributes);
parser.inline.ruler.push("stray_note", strayNote);
parser.inline.ruler.push("stray_tildes", strayTildes);
parser.inline.ruler.push("stray_comment", strayComment);
parser.inline.ruler.push("citation_in_sentence", citationInSentence);
