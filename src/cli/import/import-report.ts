import type { BalanceRow } from "../../importers/balance.ts";
import type { Held } from "../../importers/ledger.ts";

/** What an import has to say of one input. */
export interface InputReport {
  /** As the editor named it. */
  readonly input: string;
  /** The form as which it was read; nothing where none knows it. */
  readonly form?: { readonly name: string; readonly label: string };
  /** Why it was not imported at all. */
  readonly refusal?: string;
  /** Numbers of what was made, by their noun. */
  readonly made: readonly Made[];
  /** What went in, came out and was left behind; of what was refused, nothing. */
  readonly balance: readonly BalanceRow[];
  /** What was left behind, each kind once. */
  readonly left: readonly LeftKind[];
  /** Sentences about the input, with their places in it. */
  readonly remarks: readonly string[];
  readonly doubts: readonly PlacedDoubt[];
  readonly files: readonly FileReport[];
  /** What could not be proved, in sentences. */
  readonly errors: readonly string[];
}

/** How many things of a kind an input holds. */
export interface Made {
  readonly number: number;
  readonly one: string;
  readonly several: string;
}

/** A kind of matter that was left behind. */
export interface LeftKind {
  readonly what: string;
  readonly why: string;
  readonly words: number;
  /** What else of the kinds that are counted stands in it. */
  readonly holds: Held;
  /** How many pieces of it there were. */
  readonly times: number;
}

/** A doubt in a file that was written, with its place there. */
export interface PlacedDoubt {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What became of a file: `kept` is one that was there and is as it was. */
export interface FileReport {
  readonly path: string;
  readonly outcome: "written" | "unchanged" | "kept" | "swapped" | "failed";
  /** Why it could not be written. */
  readonly why?: string;
}

/** What an import has to say. */
export interface ImportReport {
  readonly inputs: readonly InputReport[];
  /** Files and folders that were no inputs. */
  readonly passedOver: readonly {
    readonly name: string;
    readonly why: string;
    readonly isWrong: boolean;
  }[];
  /** `edition.yaml` and a reader, where there were none. */
  readonly files: readonly FileReport[];
  readonly dryRun: boolean;
}

/** Whether something was refused, could not be proved or could not be written. */
export function hasFailed({ inputs, passedOver, files }: ImportReport): boolean {
  return (
    passedOver.some(({ isWrong }) => isWrong) ||
    inputs.some(({ refusal, errors }) => refusal !== undefined || errors.length > 0) ||
    [...files, ...inputs.flatMap((input) => input.files)].some(
      ({ outcome }) => outcome === "failed",
    )
  );
}
