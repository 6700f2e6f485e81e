/** What stands in the round brackets of a link or an image: `(target)`, `(<a target> "title")`. */
export function writeDestination(target: string, title = ""): string {
  const words = title === "" ? "" : ` "${escapeIn(title, /["\\]/g)}"`;
  return `(${writeTarget(target)}${words})`;
}

/** Targets that Markdown would end too early stand in angle brackets. */
function writeTarget(target: string): string {
  const isBare = target !== "" && !/[\s\\<>\p{Cc}]/u.test(target) && bracketsMatch(target);
  if (isBare) return escapeIn(target, /\\/g);
  const shown = escapeIn(target, /[\\<>]/g).replaceAll(
    /[\n\r]/g,
    (end) => `&#${end.charCodeAt(0)};`,
  );
  return target === "" ? "" : `<${shown}>`;
}

function bracketsMatch(target: string): boolean {
  let open = 0;
  let deepest = 0;
  for (const sign of target) {
    if (sign === "(") open += 1;
    if (sign === ")") open -= 1;
    deepest = Math.max(deepest, open);
    if (open < 0) return false;
  }
  return open === 0 && deepest < 20;
}

/** Backslashes before signs, and before what would be read as an entity. */
function escapeIn(text: string, signs: RegExp): string {
  return text
    .replaceAll(signs, "\\$&")
    .replaceAll(/&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[a-zA-Z][a-zA-Z\d]{1,31};)/g, "\\&");
}
