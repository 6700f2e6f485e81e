import { isRuleId, rules } from "../diagnostics/rules.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import { startOf } from "../diagnostics/place.ts";
import type { FieldPlaces } from "../edition/edition.ts";
import { type OwnStreams, streamFaults } from "../edition/own-streams.ts";
import { type Settings, settingsSchema } from "../edition/settings.ts";
import { checkMatter } from "./check-matter.ts";
import type { Report } from "./markdown/reading.ts";
import type { TextFile } from "./text-file.ts";
import { type YamlFields, readYaml } from "./yaml-fields.ts";

/** What an edition is called until it has said so. */
const fallbacks = { title: "Untitled edition" };

/** Settings and where each stands. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly places: FieldPlaces;
}

/** The settings of an edition whose `edition.yaml` cannot be read. */
export const fallbackSettings: ReadSettings = {
  settings: settingsSchema.parse(fallbacks),
  places: new Map(),
};

/** Reads `edition.yaml`. */
export function readSettings(text: TextFile, report: Report): ReadSettings {
  const fields = readYaml(text.file, text.lines, 1, report);
  const matter = {
    fields,
    value: fields.value,
    path: "",
    subject: "edition.yaml",
    start: startOf(text.file),
  };
  const settings = checkMatter(settingsSchema, matter, fallbacks, report);
  for (const rule of Object.keys(settings?.rules ?? {})) {
    const place = fields.keyPlaces.get(`rules.${rule}`) ?? fields.start;
    if (!isRuleId(rule))
      report(
        "rule-unknown",
        place,
        `no rule "${rule}"`,
        didYouMean(rule, Object.keys(rules), "correct the rule’s name"),
      );
    else if (rules[rule].fixed)
      report("rule-fixed", place, `the severity of "${rule}" cannot be changed`);
  }
  if (settings) reportStreams(settings.streams, fields, report);
  return settings ? { settings, places: fields.places } : fallbackSettings;
}

/** Says which of the edition's own streams clash with another, each at the field that does. */
function reportStreams(streams: OwnStreams, fields: YamlFields, report: Report): void {
  for (const { stream, field, message, mend } of streamFaults(streams)) {
    const name = `streams.${stream}`;
    const given = field && fields.places.get(`${name}.${field}`);
    report("stream-invalid", given ?? fields.keyPlaces.get(name) ?? fields.start, message, mend);
  }
}
