/// <reference lib="dom" />

/**
 * Runs in a press when its fonts are loaded: those of some letters that no font on this computer has. They are
 * drawn as what stands for any such letter: a box.
 */
export function lettersWithoutFont(letters: readonly string[]): readonly string[] {
  const canvas = document.createElement("canvas");
  canvas.width = 48;
  canvas.height = 48;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return [];
  context.font = `24px ${getComputedStyle(document.body).fontFamily}`;
  const drawn = (letter: string): string => {
    context.clearRect(0, 0, 48, 48);
    context.fillText(letter, 8, 32);
    return context.getImageData(0, 0, 48, 48).data.join();
  };
  // Two places of Unicode at which there is never a letter.
  const box = drawn("\u{FDD0}");
  if (box !== drawn("\u{FDD1}") || !/[1-9]/.test(box)) return [];
  return letters.filter((letter) => drawn(letter) === box);
}
