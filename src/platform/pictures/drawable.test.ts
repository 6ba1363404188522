import { beforeAll, describe, expect, it } from "vitest";
import { drawableText } from "./drawable.ts";
import { type Lettering, openLettering } from "./lettering.ts";

let face: Lettering;
beforeAll(async () => {
  face = await openLettering("bricolage-grotesque", 700);
});
const draw = (text: string) => drawableText(text, face.canDraw);

describe("what can be drawn of a title", () => {
  it("is all of it in every Latin spelling, composed or not", () => {
    const title = "Łódź, Đà Nẵng & Zürich: “what’s next?” – ½ price…";
    expect(draw(title)).toBe(title);
    expect(draw(title.normalize("NFD"))).toBe(title);
  });

  it("lacks its emoji, and no space is left in their place", () => {
    expect(draw("🎉 We launched 🚀👩🏽‍⚕️: come and see 🎉!")).toBe("We launched: come and see!");
  });

  it("shows an ellipsis where words of another script stood", () => {
    expect(draw("The word שלום עולם means peace")).toBe("The word … means peace");
    expect(draw("Partnership Ω1 meets")).toBe("Partnership … meets");
  });

  it("is nothing when most of it would be lost", () => {
    expect(draw("شراكات القطاع تنمو في Colorado")).toBeUndefined();
    expect(draw("🎉🎉🎉")).toBeUndefined();
    expect(draw("")).toBeUndefined();
  });
});

describe("the lettering", () => {
  it("draws words as outlines that take the room it measured", () => {
    const outline = face.outline("Hi", 100, 20, 80);
    const xs = [...outline.matchAll(/[MLQ](-?[\d.]+)/g)].map((match) => Number(match[1]));
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...xs)).toBeLessThanOrEqual(20 + face.measure("Hi", 100));
    expect(face.measure("Hi", 200)).toBeCloseTo(2 * face.measure("Hi", 100));
  });

  it("is heavier at 700 than at 500", async () => {
    const [bold, medium] = await Promise.all([
      openLettering("public-sans", 700),
      openLettering("public-sans", 500),
    ]);
    expect(bold.measure("partnership", 100)).toBeGreaterThan(medium.measure("partnership", 100));
  });
});
