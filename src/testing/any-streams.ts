import * as fc from "fast-check";
import { type OwnStreams, ownStreamsSchema, streamFaults } from "../edition/own-streams.ts";

const word = (most: number) =>
  fc.string({
    unit: fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: most,
  });

/** Any streams that an edition may add. */
export const anyStreams: fc.Arbitrary<OwnStreams> = fc
  .dictionary(
    word(8),
    fc.record(
      {
        prefix: word(5),
        code: word(4),
        label: fc.constantFrom("Marginal note", "Reader’s note", "Помета"),
        meaning: fc.constantFrom("Said in the margin.", "<b> & “so on”"),
        marks: fc.oneof(fc.constantFrom("numbers", "letters", "symbols"), word(3)),
        before: fc.constantFrom("source", "textual", "editor", "instructor"),
        voice: fc.constantFrom("document", "editors"),
        for: fc.constantFrom("everyone", "instructors"),
      },
      { requiredKeys: [] },
    ),
    { maxKeys: 5 },
  )
  .map((written) => ownStreamsSchema.parse(written))
  .filter((streams) => streamFaults(streams).length === 0);
