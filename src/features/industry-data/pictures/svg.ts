import { escapeXml } from "#base/xml.ts";

/** Elements of a drawing as text. Numbers keep one decimal: a tenth of a unit is less than anyone sees. */

export interface TextLook {
  size: number;
  fill: string;
  bold?: boolean;
  anchor?: "start" | "middle" | "end";
  /** A rim in the color of the ground, so that lines beneath do not run into the letters. */
  halo?: string;
}

/** One line of words; `y` is its baseline. */
export function text(words: string, x: number, y: number, look: TextLook): string {
  const { size, fill, bold, anchor, halo } = look;
  return `<text x="${at(x)}" y="${at(y)}" font-size="${at(size)}"${bold ? ' font-weight="700"' : ""}${
    anchor && anchor !== "start" ? ` text-anchor="${anchor}"` : ""
  } fill="${fill}"${halo ? ` stroke="${halo}" stroke-width="4"` : ""}>${escapeXml(words)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, look: string): string {
  return `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" fill="none" ${look}/>`;
}

export function rect(x: number, y: number, width: number, height: number, look: string): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, width))}" height="${at(Math.max(0, height))}" ${look}/>`;
}

export function circle(x: number, y: number, radius: number, look: string): string {
  return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" ${look}/>`;
}

/** Diagonal lines, for what is hatched. `id` is unique in its picture. */
export function hatch(id: string, color: string, ground: string, apart = 6): string {
  return `<pattern id="${id}" width="${apart}" height="${apart}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${apart}" height="${apart}" fill="${ground}"/><rect width="${at(apart * 0.4)}" height="${apart}" fill="${color}"/></pattern>`;
}

/** Fine dots, for the class above the lightest. */
export function dots(id: string, color: string, ground: string, apart = 7): string {
  return `<pattern id="${id}" width="${apart}" height="${apart}" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><rect width="${apart}" height="${apart}" fill="${ground}"/><circle cx="${apart / 2}" cy="${apart / 2}" r="1.1" fill="${color}"/></pattern>`;
}

export function at(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("A picture was given a place that is no number.");
  return String(Number(value.toFixed(1)));
}
