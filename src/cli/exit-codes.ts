/** What a command tells the shell. */
export const exitCodes = {
  good: 0,
  /** The edition has errors, or the work could not be done. */
  failed: 1,
  /** The command was not understood, or may not do what it was told. */
  usage: 2,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
