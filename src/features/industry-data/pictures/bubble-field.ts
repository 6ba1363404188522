import type { IndustryRow } from "../analysis/answer.ts";
import type { Plot } from "./bubble-plot.ts";
import { type Colors, SIZES } from "./look.ts";
import type { Look } from "./picture.ts";
import { line, text } from "./svg.ts";

/** Where the nation's share and standing still meet, four corners with a word each; the strong and growing one lightly marked. */
export function quadrants({ x, y, box }: Plot, colors: Colors): string {
  const [middleX, middleY] = [x(0), y(0)];
  return (
    `<rect x="${middleX}" y="${box.top}" width="${Math.max(0, box.right - middleX)}" height="${Math.max(0, middleY - box.top)}" fill="${colors.land}"/>` +
    line(middleX, box.top, middleX, box.bottom, `stroke="${colors.edge}" stroke-width="1.5"`) +
    line(box.left, middleY, box.right, middleY, `stroke="${colors.edge}" stroke-width="1.5"`)
  );
}

/** Room beside the plot for what has a concentration and no growth that can be told. */
export function strip({ beside, box }: Plot, colors: Colors, look: Look): string {
  if (beside === undefined) return "";
  const { width, text: size } = SIZES[look.shape];
  const left = box.right + 22;
  const words = look.shape === "wide" ? ["Growth withheld"] : ["Growth", "withheld"];
  return (
    `<rect x="${left}" y="${box.top}" width="${width - left - 2}" height="${box.bottom - box.top}" fill="none" stroke="${colors.edge}" stroke-dasharray="4 4"/>` +
    words
      .map((each, row) =>
        text(each, (left + width - 2) / 2, box.bottom + 22 + row * size * 1.15, {
          size,
          bold: true,
          fill: colors.ink2,
          anchor: "middle",
        }),
      )
      .join("")
  );
}

/** How all jobs of the region moved, to hold each industry against. */
export function regionLine(total: IndustryRow, { x, box, growth }: Plot, colors: Colors): string {
  const { value } = total.percent;
  if (value === null || value < growth.from || value > growth.to) return "";
  return line(
    x(value),
    box.top,
    x(value),
    box.bottom,
    `stroke="${colors.ink}" stroke-width="1.25" stroke-dasharray="1 4" stroke-linecap="round"`,
  );
}

/** Said at the ends of the axes, where a reader looks for it. */
export function axisTitles({ box }: Plot, colors: Colors, look: Look): string {
  const { text: size } = SIZES[look.shape];
  const title = { size, fill: colors.ink2, bold: true } as const;
  const up =
    look.shape === "wide"
      ? "Times the nation’s share of jobs (location quotient)"
      : "Times the nation’s share of jobs";
  return (
    text(up, 4, box.top - 14, title) +
    text("Growth of jobs", box.right, box.bottom + 48, { ...title, anchor: "end" })
  );
}
