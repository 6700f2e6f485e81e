/** What is wrong with the name of a file in an archive, or nothing. Names are only ever compared, never opened; a tricky one says what its maker wanted. */
export function nameFault(name: string): string | undefined {
  const shown = shownName(name);
  if (name === "" || name.length > 1024) return `a file in it has a name of ${name.length} letters`;
  if (/\p{Cc}/u.test(name)) return `a name in it has an invisible sign: "${shown}"`;
  if (/^[/\\]|^[A-Za-z]:/u.test(name)) return `a name in it begins outside of it: "${shown}"`;
  if (name.includes("\\")) return `a name in it has a backslash: "${shown}"`;
  if (name.split("/").includes("..")) return `a name in it leads out of it: "${shown}"`;
  return undefined;
}

function shownName(name: string): string {
  const visible = name.replaceAll(/\p{Cc}/gu, "?");
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible;
}
