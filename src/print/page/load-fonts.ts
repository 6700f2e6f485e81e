/// <reference lib="dom" />

/** Runs in a press: loads the fonts of the styles as far as these letters need them. Text that is measured before its font is there breaks its lines elsewhere. */
export async function loadFonts(letters: string): Promise<void> {
  const faces = new Set(
    [...document.fonts].map(({ style, weight, family }) => `${style} ${weight} 15px ${family}`),
  );
  // A font that is not there is no reason to stop: what asks for it is named where the request is refused.
  await Promise.all(
    [...faces].map(async (face) => document.fonts.load(face, letters).catch(() => [])),
  );
  await document.fonts.ready;
}
