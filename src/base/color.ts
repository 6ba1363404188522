/** A colour as `#rrggbb`, lower case. */
export type Hex = `#${string}`;

/** The grounds that a community's colour must stand on; a test holds them against the style sheet's tokens. */
export const PAPER = { light: "#f4f6f5", dark: "#0f171b" } as const;

/** Ratio that WCAG asks between text and its ground (AA, text of normal size). */
const READABLE = 4.5;

/** Reads `#abc` or `#aabbcc`, with or without the sign; undefined for anything else. */
export function hexColor(text: string): Hex | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (!digits) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

/** Contrast by the WCAG formula, from 1 (the same) to 21 (black on white). Throws for what is no colour. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The nearest shade of a colour that can be read on this ground: itself, or darker or lighter as the ground asks. */
export function readableOn(color: string, ground: string, ratio = READABLE): Hex {
  const start = toOklch(color);
  const step = luminance(ground) > 0.18 ? -0.01 : 0.01;
  let shade = fromOklch(start);
  for (let l = start.l; contrast(shade, ground) < ratio && (step > 0 ? l < 1 : l > 0); l += step) {
    shade = fromOklch({ ...start, l: l + step });
  }
  return shade;
}

export type BrandCheck = {
  ok: boolean;
  /** Contrast on the light page, or 1 for what is no colour. */
  ratioOnPaper: number;
  /** What to do, in words for the person who chose. */
  problem?: string;
};

/** May a community take this colour for its buttons, links and marks? */
export function checkBrandColor(color: string): BrandCheck {
  const hex = hexColor(color);
  if (!hex) {
    return {
      ok: false,
      ratioOnPaper: 1,
      problem: "Write the color as six digits after a #, such as #0b4a57.",
    };
  }
  const ratioOnPaper = contrast(hex, PAPER.light);
  if (ratioOnPaper >= READABLE) return { ok: true, ratioOnPaper };
  const shown = (Math.floor(ratioOnPaper * 10) / 10).toFixed(1);
  return {
    ok: false,
    ratioOnPaper,
    problem:
      `This color is too light to read on the page: its contrast is ${shown} to 1, and ${READABLE} is needed. ` +
      `The nearest shade that works is ${readableOn(hex, PAPER.light)}.`,
  };
}

/** What a community's colour becomes in each scheme; the names are those of the house's own tokens. */
export type BrandTokens = Record<"--pine" | "--on-pine" | "--pine-deep" | "--pine-wash", Hex>;

/** The colour in shades that stay readable in both schemes whatever was chosen; undefined for what is no colour. */
export function brandTokens(color: string): { light: BrandTokens; dark: BrandTokens } | undefined {
  const hex = hexColor(color);
  if (!hex) return undefined;
  const { l, c, h } = toOklch(hex);
  return {
    light: {
      "--pine": readableOn(hex, PAPER.light),
      "--on-pine": PAPER.light,
      "--pine-deep": fromOklch({ l: 0.295, c: Math.min(c, 0.06), h }),
      "--pine-wash": fromOklch({ l: 0.93, c: Math.min(c, 0.018), h }),
    },
    dark: {
      "--pine": readableOn(fromOklch({ l: Math.max(l, 0.78), c: Math.min(c, 0.11), h }), PAPER.dark, 7),
      "--on-pine": PAPER.dark,
      "--pine-deep": fromOklch({ l: 0.27, c: Math.min(c, 0.05), h }),
      "--pine-wash": fromOklch({ l: 0.295, c: Math.min(c, 0.025), h }),
    },
  };
}

/**
 * The style sheet of a community's colour: it replaces the house's own in both schemes. For what is no colour it
 * is empty, and the house's own stands.
 */
export function brandStylesheet(color: string): string {
  const tokens = brandTokens(color);
  if (!tokens) return "";
  const rule = (scheme: BrandTokens) =>
    `:root{${Object.entries(scheme)
      .map((pair) => pair.join(":"))
      .join(";")}}`;
  return `${rule(tokens.light)}@media (prefers-color-scheme:dark){${rule(tokens.dark)}}`;
}

type Oklch = { l: number; c: number; h: number };

/** Relative luminance, 0 to 1. */
function luminance(color: string): number {
  const [r, g, b] = linear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(color: string): [number, number, number] {
  const hex = hexColor(color);
  if (!hex) throw new TypeError(`"${color}" is not a color of six digits.`);
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

// Oklab by Björn Ottosson: lightness can change there without the hue drifting, as it would in HSL.
function toOklch(color: string): Oklch {
  const [r, g, b] = linear(color);
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const x = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const y = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { l, c: Math.hypot(x, y), h: Math.atan2(y, x) };
}

/** Where a shade lies outside what a screen can show, its colourfulness gives way, not its lightness. */
function fromOklch({ l, c, h }: Oklch): Hex {
  let chroma = c;
  let channels = channelsOf(l, chroma, h);
  while (channels.some((value) => value < -0.0005 || value > 1.0005) && chroma > 0.001) {
    chroma *= 0.95;
    channels = channelsOf(l, chroma, h);
  }
  const digits = channels.map((value) => {
    const clipped = Math.min(1, Math.max(0, value));
    const shown = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(shown * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${digits.join("")}`;
}

function channelsOf(l: number, c: number, h: number): [number, number, number] {
  const [x, y] = [c * Math.cos(h), c * Math.sin(h)];
  const long = (l + 0.3963377774 * x + 0.2158037573 * y) ** 3;
  const medium = (l - 0.1055613458 * x - 0.0638541728 * y) ** 3;
  const short = (l - 0.0894841775 * x - 1.291485548 * y) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}
