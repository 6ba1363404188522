import { brandTokens, type Hex, PAPER } from "#base/color.ts";

/** How a color's button and link look on the light and on the dark page, as a drawing. */
export function brandSwatch(color: string): string | undefined {
  const tokens = brandTokens(color);
  if (!tokens) return undefined;
  const half = (x: number, ground: Hex, fill: Hex, words: Hex, name: string) =>
    `<g transform="translate(${x})"><rect width="220" height="132" fill="${ground}"/>` +
    `<rect x="24" y="22" width="172" height="44" rx="3" fill="${fill}"/>` +
    `<text x="110" y="50" fill="${words}" font-weight="650" text-anchor="middle">Share an update</text>` +
    `<text x="110" y="102" fill="${fill}" text-anchor="middle" text-decoration="underline">A link ${name}</text></g>`;
  const { light, dark } = tokens;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 132" width="440" height="132" ` +
    `font-family="system-ui,sans-serif" font-size="16">` +
    half(0, PAPER.light, light["--pine"], light["--on-pine"], "by day") +
    half(220, PAPER.dark, dark["--pine"], dark["--on-pine"], "by night") +
    `</svg>`
  );
}
