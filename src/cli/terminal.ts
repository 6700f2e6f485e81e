import { styleText } from "node:util";

/** Colours and weights that messages use. */
export type Ink = "red" | "yellow" | "green" | "dim" | "bold";

/** One of the two streams of a command, written line by line. */
export interface Voice {
  readonly say: (line: string) => void;
  /** The words in a colour where the stream shows colours; otherwise as they are. */
  readonly ink: (colour: Ink, words: string) => string;
}

/** Where a command speaks: `result` is what was asked for (stdout), `news` what is going on (stderr). */
export interface Terminal {
  readonly result: Voice;
  readonly news: Voice;
  /** Whether a person watches `news` on a terminal that can rewrite its last line. */
  readonly watched: boolean;
  /** Shows a line that the next line or status replaces; an empty one takes it away. Nothing where nobody watches. */
  readonly status: (line: string) => void;
}

/** What of a process a terminal needs, so that tests can give their own. */
export interface Streams {
  readonly stdout: Pick<NodeJS.WriteStream, "write" | "isTTY">;
  readonly stderr: Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const ERASE_LINE = "\r\u001B[K";

/** The terminal of a process. Colours follow NO_COLOR and TERM=dumb, stream by stream. */
export function openTerminal({ stdout, stderr, env }: Streams): Terminal {
  const plain = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  const watched = stderr.isTTY && env.TERM !== "dumb" && (env.CI ?? "") === "";
  let shown = "";

  const status = (line: string): void => {
    if (!watched || line === shown) return;
    // A line that wraps could not be taken back, so it is cut to the terminal's width.
    shown = line.slice(0, Math.max(20, (stderr.columns || 80) - 1));
    stderr.write(ERASE_LINE + shown);
  };
  const voice = (stream: Streams["stdout"]): Voice => ({
    say(line) {
      const above = shown;
      if (above !== "") status("");
      stream.write(`${line}\n`);
      if (above !== "") status(above);
    },
    ink: (colour, words) =>
      stream.isTTY && !plain ? styleText(colour, words, { validateStream: false }) : words,
  });
  return { result: voice(stdout), news: voice(stderr), watched, status };
}
