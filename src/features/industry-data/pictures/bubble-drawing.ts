import type { IndustryRow } from "../analysis/answer.ts";
import { chartOf, hatchName, keyOf } from "./bubble-chart.ts";
import { axisTitles, quadrants, regionLine, strip } from "./bubble-field.ts";
import type { PlacedBubble } from "./bubble-places.ts";
import { type Drawn, doublingsOf, plotFor, ROOM } from "./bubble-plot.ts";
import { labels } from "./bubble-words.ts";
import { keyAbove } from "./key.ts";
import { COLORS, hueOf, SIZES } from "./look.ts";
import type { Drawing, Look, Pen } from "./picture.ts";
import { hatch } from "./svg.ts";

/** Industries as bubbles: across how they grew, upwards how much of the nation's share they have, their size their jobs. */
export function drawBubbles(
  bubbles: readonly PlacedBubble[],
  total: IndustryRow,
  pen: Pen,
  look: Look,
): Drawing {
  const colors = COLORS[look.theme];
  const { width } = SIZES[look.shape];
  const room = ROOM[look.shape];
  const key = keyAbove(keyOf(bubbles, colors), pen, look, 0);
  const height = key.height + room.height;
  const plot = plotFor(bubbles, total, look, key.height);
  const most = Math.max(1, ...bubbles.map(({ jobs }) => jobs));
  const drawn = bubbles
    .map((bubble): Drawn => {
      const growth = Math.min(plot.growth.to, Math.max(plot.growth.from, bubble.growth ?? 0));
      return {
        ...bubble,
        at: {
          x: bubble.growth === undefined ? plot.beside! : plot.x(growth),
          y: plot.y(doublingsOf(bubble.quotient, plot)),
        },
        radius: Math.max(room.least, room.most * Math.sqrt(bubble.jobs / most)),
        isFarGrowth: bubble.growth !== undefined && growth !== bubble.growth,
        isFarQuotient: Math.log2(Math.max(bubble.quotient, 1e-9)) < plot.doublings.from,
      };
    })
    .sort((a, b) => b.radius - a.radius);
  const hues = [...new Set(drawn.map(({ row }) => hueOf(row.look, look.theme)))];
  const body = [
    `<defs>${hues.map((hue) => hatch(hatchName(hue), hue, colors.sheet)).join("")}</defs>`,
    key.body,
    quadrants(plot, colors),
    strip(plot, colors, look),
    pen.chart(chartOf(drawn, plot, colors, look), { width, height }),
    regionLine(total, plot, colors),
    labels(drawn, total, plot, pen, colors, look),
    axisTitles(plot, colors, look),
  ];
  return { body: body.join(""), width, height };
}
