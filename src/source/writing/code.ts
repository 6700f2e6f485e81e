/** Code in a line: between as many backquotes as none of its own runs has. */
export function writeCode(value: string): string {
  const runs = new Set((value.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = "`".repeat(length);
  const isPadded = /^`|`$/.test(value) || /^ .+ $/.test(value);
  return isPadded ? `${fence} ${value} ${fence}` : fence + value + fence;
}

/** Code on lines of its own: between fences longer than any run in it. */
export function writeCodeBlock(language: string, value: string): readonly string[] {
  const runs = (value.match(/`+/g) ?? []).map((run) => run.length);
  const longest = runs.reduce((most, run) => Math.max(most, run), 2);
  const fence = "`".repeat(longest + 1);
  const lines = value === "" ? [] : value.replace(/\n$/, "").split("\n");
  return [fence + language, ...lines, fence];
}
