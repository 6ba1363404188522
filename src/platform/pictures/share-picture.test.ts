import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawSharePicture, type SharePicture } from "./share-picture.ts";

const happening: SharePicture = {
  title: "A welcome letter from the champion, one business at a time",
  community: "Sector Commons",
  date: "December 2018",
  sector: "Manufacturing",
  fill: "#1f5fa8",
  place: "Pennsylvania",
  outline: { viewBox: "0 0 200 100", path: "M0 0l200 0 0 100-200 0z" },
};

async function look(picture: SharePicture) {
  const png = await drawSharePicture(picture);
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colorAt = (x: number, y: number) =>
    data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString("hex");
  /** How many pixels of a box are white: drawn words or shapes. */
  const inked = (left: number, top: number, right: number, bottom: number) => {
    let count = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) if (colorAt(x, y) === "ffffff") count += 1;
    return count;
  };
  return { png, info, colorAt, inked, title: () => inked(104, 190, 730, 490) };
}

describe("the share picture", () => {
  it("has the size that other sites ask for, and is small to fetch", async () => {
    const { png, info } = await look(happening);
    expect([info.width, info.height]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(60_000);
  });

  it("is a perforated stamp in its sector's color, with the state's outline and words drawn on it", async () => {
    const { colorAt, inked, title } = await look(happening);
    expect(colorAt(90, 300)).toBe("1f5fa8");
    expect([colorAt(10, 10), colorAt(34, 35), colorAt(62, 37)]).toEqual(["f4f6f5", "f4f6f5", "f4f6f5"]);
    expect(colorAt(48, 37)).toBe("1f5fa8");
    expect(inked(786, 100, 1096, 400)).toBeGreaterThan(310 * 150);
    expect(title()).toBeGreaterThan(10_000);
  });

  it("draws a title of any length inside its room", async () => {
    for (const title of ["Go", "x".repeat(10_000), "word ".repeat(2_000), "W".repeat(40)]) {
      const { inked, title: inTitle } = await look({
        ...happening,
        title,
        outline: undefined,
        place: undefined,
        community: "",
      });
      expect(inTitle()).toBeGreaterThan(500);
      expect(inked(1097, 60, 1140, 570)).toBe(0);
    }
  });

  it("gives the room to the community when the title's script has no shape", async () => {
    const { title, inked } = await look({ ...happening, title: "شراكات القطاع تنمو" });
    expect(title()).toBeGreaterThan(5_000);
    expect(inked(104, 520, 600, 570)).toBe(0);
  });

  it("lets no text become markup, and refuses a color or outline that is none", async () => {
    const { title } = await look({ ...happening, title: '</g></svg><script>"&amp;' });
    expect(title()).toBeGreaterThan(1_000);
    await expect(drawSharePicture({ ...happening, fill: 'red"/>' })).rejects.toThrow(TypeError);
    await expect(
      drawSharePicture({ ...happening, outline: { viewBox: "0 0 1 1", path: 'M0 0"/><image href="' } }),
    ).rejects.toThrow(TypeError);
  });
});
