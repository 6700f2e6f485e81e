import { type SettingsFields, settingsSchema } from "../../edition/settings.ts";
import { writeFields } from "./fields.ts";

/** `edition.yaml`. */
export function writeSettings(settings: SettingsFields): string {
  const fields = writeFields({ schema: settingsSchema, value: settings, doubts: [] });
  return [...fields, ""].join("\n");
}
