/** The oldest Node that Scholium runs on: major and minor version. */
const OLDEST = [20, 19] as const;

/** What to tell somebody whose Node is too old; nothing where it is not. */
export function nodeIsTooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
    ? undefined
    : `scholium: needs Node.js ${OLDEST.join(".")} or later; this is ${version}`;
}
