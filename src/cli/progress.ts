import type { Terminal } from "./terminal.ts";

/** How far a stage of the work has come: `{ done: 34, total: 61, of: "pages" }`. */
export interface Step {
  readonly done: number;
  /** Absent where the end is not known. */
  readonly total?: number | undefined;
  /** What is counted, in the plural. */
  readonly of: string;
  /** What is being worked on just now. */
  readonly now?: string | undefined;
}

/** One stage of a command's work. */
export interface Stage {
  readonly step: (step: Step) => void;
  /** Ends the stage with what came of it: `11 documents, 3 essays`. */
  readonly done: (summary: string) => void;
}

/** Says what is being done and how far it is. */
export interface Progress {
  readonly begin: (label: string) => Stage;
  /** Takes an unfinished stage's line away: before messages, and when the work is given up. */
  readonly clear: () => void;
}

/** Labels are set in a column of this width. */
const LABEL_WIDTH = 16;

/** A line is not rewritten faster than an eye can follow. */
const LIVE_INTERVAL = 40;

/** Where nobody watches, a long stage says where it is at most this often. */
const PLAIN_INTERVAL = 2000;

/**
 * On a terminal one live line for each stage, which stays with its summary when the stage is done;
 * elsewhere (a log) plain lines: each stage's end, and signs of life from long stages.
 */
export function showProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  const { news } = terminal;
  const row = (label: string, words: string): string =>
    `${news.ink("dim", label.padEnd(LABEL_WIDTH))}${words}`;
  return {
    begin(label) {
      let spoken = now();
      let shown = -LIVE_INTERVAL;
      terminal.status(`${label.padEnd(LABEL_WIDTH)}…`);
      return {
        step(step) {
          const words = describeStep(step);
          if (terminal.watched) {
            if (now() - shown < LIVE_INTERVAL) return;
            shown = now();
            terminal.status(label.padEnd(LABEL_WIDTH) + words);
          } else if (now() - spoken >= PLAIN_INTERVAL) {
            spoken = now();
            news.say(row(label, words));
          }
        },
        done(summary) {
          terminal.status("");
          news.say(row(label, summary));
        },
      };
    },
    clear: () => terminal.status(""),
  };
}

/** For `--quiet`: says nothing. */
export const noProgress: Progress = {
  begin: () => ({ step() {}, done() {} }),
  clear() {},
};

/** `34 of 61 pages`, `12 pages, reader.pdf`. */
export function describeStep({ done, total, of, now }: Step): string {
  const far = total === undefined ? `${done} ${of}` : `${done} of ${total} ${of}`;
  return now === undefined || now === "" ? far : `${far}, ${now}`;
}

/** `1 document`, `3 essays`: a number with its noun. */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}
