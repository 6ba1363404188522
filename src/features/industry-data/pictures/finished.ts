import { escapeXml } from "#base/xml.ts";
import type { ChartTools } from "#platform/pictures/chart-tools.ts";
import { COLORS } from "./look.ts";
import type { Drawing, Look, Picture } from "./picture.ts";

/** The whole SVG of a picture, its words as shapes. */
export function finishedSvg(picture: Picture, tools: ChartTools, look: Look): string {
  return tools.letter(svgOf(picture.alt, picture.draw(tools, look), look));
}

/** The same with its words as text still; tests read it. */
export function svgOf(alt: string, { body, width, height }: Drawing, { theme }: Look): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.ceil(height)}" viewBox="0 0 ${width} ${Math.ceil(height)}" role="img">` +
    `<title>${escapeXml(alt)}</title><rect width="100%" height="100%" fill="${COLORS[theme].sheet}"/>${body}</svg>`
  );
}
