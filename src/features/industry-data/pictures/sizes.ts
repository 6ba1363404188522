import type { Picture, Shape } from "./picture.ts";

/**
 * About how large a picture will be, so that a page keeps room for it while it comes. Letters are taken for equally
 * wide: to open the typeface for this would cost more than the last pixel is worth.
 */
export function sizeOf(picture: Picture, shape: Shape): { width: number; height: number } {
  const pen = { measure: (words: string, size: number) => words.length * size * 0.55, chart: () => "" };
  const { width, height } = picture.draw(pen, { theme: "light", shape });
  return { width, height: Math.ceil(height) };
}
