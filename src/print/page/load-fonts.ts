/// <reference lib="dom" />

/**
 * Runs in a press: loads the fonts of the styles as far as these letters need them. Text that is measured
 * before its font is there breaks its lines elsewhere. Gives the names of fonts that could not be loaded.
 */
export async function loadFonts(letters: string): Promise<readonly string[]> {
  const faces = new Set(
    [...document.fonts].map(
      ({ style, weight, family }) =>
        `${style} ${weight} 15px "${family.replaceAll(/^["']|["']$/g, "")}"`,
    ),
  );
  const missing = await Promise.all(
    [...faces].map(async (face) =>
      document.fonts.load(face, letters).then(
        () => [],
        () => [face],
      ),
    ),
  );
  await document.fonts.ready;
  // Paged.js would load all others too, and look for them before each chunk.
  globalThis.scholium.previewer.chunker.loadFonts = () => Promise.resolve();
  return missing.flat();
}
