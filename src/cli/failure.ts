/** What the machine says, in words that help; the rest is a fault of ours. */
const machineFailures: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EACCES: "you may not read or write it",
  EPERM: "you may not do this to it",
  EROFS: "the disk can only be read",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EIO: "the disk does not answer as it should",
  EBUSY: "another program is using it",
  EXDEV: "it lies on another disk",
  EFBIG: "it would be larger than this disk or your rights allow",
  ENOTDIR: "a file stands where a folder should",
  EEXIST: "a file stands where a folder should",
  ENAMETOOLONG: "its name is too long for this disk",
};

/** True of every command: builds are swapped in whole, and files put in their places whole. */
const UNTOUCHED = "Nothing half-written is left; what the last build made is untouched.";

/** What to tell an editor when something unforeseen ends a command: calm lines, never a stack trace. */
export function describeFailure(error: unknown, debug: boolean): string {
  if (debug) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const inner = innermost(error);
  const machine = describeMachineFailure(inner);
  if (machine !== undefined) return `scholium: ${machine}. ${UNTOUCHED}`;
  const message = inner instanceof Error ? inner.message : String(inner);
  const [reason = ""] = message.trim().split("\n");
  return [
    `This is a fault of Scholium, not of your edition: ${reason}`,
    `${UNTOUCHED} Please report it; with SCHOLIUM_DEBUG=1 set, the command shows details.`,
  ].join("\n");
}

/** What libraries wrap in errors of their own. */
function innermost(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const wrapped = "originalError" in error ? error.originalError : error.cause;
  return wrapped instanceof Error && wrapped !== error ? innermost(wrapped) : error;
}

/** What the machine says of a file, in words; nothing where it is a fault of ours. */
export function describeMachineFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string")
    return undefined;
  const reason = machineFailures[error.code];
  if (reason === undefined) return undefined;
  // Of a file that is copied, the place that it is copied to: there the disk is full.
  const places = [
    "dest" in error ? error.dest : undefined,
    "path" in error ? error.path : undefined,
  ];
  const place = places.find((one) => typeof one === "string");
  return place === undefined ? reason : `${place}: ${reason}`;
}
