import type { Rule } from "../../diagnostics/rule.ts";
import { rules } from "../../diagnostics/rules.ts";
import { exitCodes } from "../exit-codes.ts";
import type { AddCommand } from "./command.ts";

interface RulesOptions {
  readonly json?: true;
}

/** `scholium rules`: the table of everything that Scholium may say about an edition. */
export const addRules: AddCommand = (program, { terminal, finish }) => {
  program
    .command("rules")
    .summary("list everything that Scholium may say about an edition")
    .description(
      "Lists the rules that editions are checked by: each one's name, its severity, what it is about, and how it is usually mended. The rules section of edition.yaml may raise or lower a severity, or turn a rule off, unless the rule is marked as fixed.",
    )
    .option("--json", "give the table as JSON")
    .action((options: RulesOptions) => {
      const rows = Object.entries<Rule>(rules);
      if (options.json) {
        const table = rows.map(([rule, row]) => ({ rule, ...row }));
        terminal.result.say(JSON.stringify(table, null, 2));
      } else {
        for (const [name, rule] of rows) {
          const severity = rule.fixed ? `${rule.severity}, fixed` : rule.severity;
          terminal.result.say(`${terminal.result.ink("bold", name)} (${severity})`);
          terminal.result.say(`    ${rule.summary} To mend it: ${rule.mend}.`);
        }
      }
      finish(exitCodes.good);
    });
};
