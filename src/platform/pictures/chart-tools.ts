import { type DrawChart, loadCharts } from "./chart.ts";
import { openLetterer, type TextMeasure } from "./lettered.ts";
import { loadSharp } from "./sharp.ts";

/** All that a picture of figures is drawn with. */
export interface ChartTools {
  measure: TextMeasure;
  chart: DrawChart;
  /** Text becomes shapes: what leaves the house looks the same everywhere. */
  letter(svg: string): string;
  /** An SVG without text as PNG, `width` pixels wide. */
  png(svg: string, width: number): Promise<Buffer>;
}

/** Opened when the first picture is drawn; library and fonts stay. */
export async function openChartTools(): Promise<ChartTools> {
  const { measure, letter } = await openLetterer();
  return { measure, chart: await loadCharts(measure), letter, png: pngOf };
}

async function pngOf(svg: string, width: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const own = Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1] ?? width);
  return sharp(Buffer.from(svg), { density: (72 * width) / own, limitInputPixels: 40_000_000 })
    .resize({ width })
    .png({ palette: true, colors: 128, compressionLevel: 9 })
    .toBuffer();
}
