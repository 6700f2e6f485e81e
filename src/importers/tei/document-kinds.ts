/** Kinds of document that the first words of a heading name beyond doubt. */
const kinds: readonly (readonly [begins: RegExp, kind: string])[] = [
  [/^editorial note\b/iu, "editorial note"],
  [
    /^memorand(?:um|a) (?:of|for the record of) (?:a )?(?:telephone )?conversations?\b/iu,
    "memorandum of conversation",
  ],
  [/^memorand(?:um|a) for the (?:record|files?)\b/iu, "memorandum for the record"],
  [/^(?:intelligence |information |action |briefing )?memorand(?:um|a)\b/iu, "memorandum"],
  [/^(?:circular )?telegram\b/iu, "telegram"],
  [/^airgram\b/iu, "airgram"],
  [/^(?:informal |oral |verbal |personal )?message\b/iu, "message"],
  [/^informal communication\b/iu, "informal communication"],
  [/^letter\b/iu, "letter"],
  [/^despatch\b/iu, "despatch"],
  [/^(?:special )?national intelligence estimate\b/iu, "national intelligence estimate"],
  [/^national security (?:action|decision|study) memorandum\b/iu, "national security memorandum"],
  [/^national security decision directive\b/iu, "national security directive"],
  [/^(?:draft )?minutes\b/iu, "minutes"],
  [/^(?:summary )?record of (?:action|actions|meeting|the)\b/iu, "record"],
  [/^(?:editors?['’]? )?notes? (?:of|on)\b/iu, "notes"],
  [/^(?:diplomatic )?note from\b/iu, "note"],
  [/^(?:special |interim |progress )?report\b/iu, "report"],
  [/^aide[- ]m[ée]moire\b/iu, "aide-mémoire"],
  [
    /^(?:tele)?phone conversation\b|^transcript of (?:a )?telephone conversation/iu,
    "telephone conversation",
  ],
  [/^transcript\b/iu, "transcript"],
  [/^(?:joint )?statement\b/iu, "statement"],
  [/^(?:position |background |briefing |discussion |scope )?paper\b/iu, "paper"],
  [/^(?:joint |final )?communiqu[ée]\b/iu, "communiqué"],
];

/** The kind that a title names. */
export function kindOfTitle(title: string): string | undefined {
  return kinds.find(([begins]) => begins.test(title))?.[1];
}
