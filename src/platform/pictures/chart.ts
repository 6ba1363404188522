import type { EChartsCoreOption } from "echarts/core";
import type { TextMeasure } from "./lettered.ts";

/** What a chart is made of, in the words of ECharts; only axes, bars, lines and marks of one's own are loaded. */
export type ChartOption = EChartsCoreOption;

/** Draws a chart and gives the elements within its SVG; its words are `text` still. */
export type DrawChart = (option: ChartOption, size: { width: number; height: number }) => string;

let opened: Promise<DrawChart> | undefined;

/** The chart library costs half a second and 50 MB, and most processes never draw: it is loaded for the first chart. */
export function loadCharts(measure: TextMeasure): Promise<DrawChart> {
  opened ??= load(measure);
  return opened;
}

async function load(measure: TextMeasure): Promise<DrawChart> {
  const [{ init, use, setPlatformAPI }, { SVGRenderer }] = await Promise.all([
    import("echarts/core"),
    import("echarts/renderers"),
    // Each registers itself; the whole lists in "echarts/charts" would cost four times as much.
    import("echarts/lib/chart/bar"),
    import("echarts/lib/chart/custom"),
    import("echarts/lib/chart/line"),
    import("echarts/lib/component/gridSimple"),
  ]);
  use([SVGRenderer]);
  setPlatformAPI({
    measureText: (text, font = "") => ({
      width: measure(text, Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "12"), /bold|[67]00/.test(font)),
    }),
  });
  return (option, size) => {
    const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
    try {
      chart.setOption({ animation: false, ...option });
      return bare(chart.renderToSVGString());
    } finally {
      chart.dispose();
    }
  };
}

/** Without what only a live chart needs, and with the same names for the same drawing every time. */
function bare(svg: string): string {
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<rect [^>]*fill="none"><\/rect>\n/, "")
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (ecmeta_\w+|class|pointer-events|xml:space)="[^"]*"/g, "")
    .replace(/zr\d+-/g, "c")
    .replace(/><\/(path|rect|circle|line|polyline|polygon)>/g, "/>")
    .replace(/\n+/g, "");
}
