import { beforeAll, describe, expect, it } from "vitest";
import { type ChartTools, openChartTools } from "./chart-tools.ts";

let tools: ChartTools;
beforeAll(async () => {
  tools = await openChartTools();
});

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${inside}</svg>`;

describe("words of a picture", () => {
  it("become shapes, each letter once, and nothing is left that needs a font", () => {
    const drawn = tools.letter(svg('<text x="10" y="20" font-size="15" fill="#123456">noon</text>'));
    expect(drawn).not.toMatch(/<text|font/);
    expect(drawn.match(/<path id=/g)).toHaveLength(2);
    expect(drawn.match(/<use /g)).toHaveLength(4);
    expect(drawn).toContain('fill="#123456"');
  });

  it("end where they should end, or stand around their middle", () => {
    const placeOf = (anchor: string) =>
      Number(
        /translate\(([\d.]+) /.exec(
          tools.letter(svg(`<text x="100" y="20" font-size="20" text-anchor="${anchor}">Jobs</text>`)),
        )?.[1],
      );
    const width = tools.measure("Jobs", 20);
    expect(placeOf("end")).toBeCloseTo(100 - width, 0);
    expect(placeOf("middle")).toBeCloseTo(100 - width / 2, 0);
  });

  it("have figures of equal width, and are wider in bold", () => {
    expect(tools.measure("111", 20)).toBeCloseTo(tools.measure("888", 20));
    expect(tools.measure("Health care", 20, true)).toBeGreaterThan(tools.measure("Health care", 20));
  });

  it("mean what they meant: an ampersand is one letter, a sign without a shape is left out", () => {
    expect(tools.letter(svg('<text x="0" y="9">A&amp;B</text>')).match(/<use /g)).toHaveLength(3);
    expect(tools.letter(svg('<text x="0" y="9">🎉</text>'))).not.toContain("<use");
  });
});

describe("a chart", () => {
  const option = {
    grid: { left: 40, top: 10, right: 10, bottom: 30 },
    xAxis: { type: "value" },
    yAxis: { type: "value" },
    series: [{ type: "bar", data: [[1, 2]] }],
  };

  it("is the same every time, with nothing of a live page in it", () => {
    const [first, second] = [1, 2].map(() => tools.chart(option, { width: 300, height: 200 }));
    expect(first).toBe(second);
    expect(first).not.toMatch(/<style|class=|ecmeta|pointer-events|<script/);
    expect(first).toContain("<text");
  });

  it("becomes a PNG of the width that was asked for", async () => {
    const png = await tools.png(tools.letter(svg('<rect width="200" height="100" fill="#0b4a57"/>')), 640);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 320]);
  });
});
