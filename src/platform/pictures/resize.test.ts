import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pictureFile } from "#kit/sample-files.ts";
import { type FileStore, openFileStore } from "../files/store.ts";
import { makeSizes } from "./resize.ts";

let folder: string;
let store: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "resize-"));
  store = await openFileStore({ folder });
});
afterAll(() => rm(folder, { recursive: true }));

async function made(picture: Buffer) {
  const { sha256 } = await store.put([picture], { limitBytes: 1e8 });
  const outcome = await makeSizes(store, sha256);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

async function refusal(picture: Buffer) {
  const { sha256 } = await store.put([picture], { limitBytes: 1e8 });
  const outcome = await makeSizes(store, sha256);
  return outcome.ok ? "made" : outcome.problems.picture?.join();
}

describe("a picture", () => {
  it("is made in three widths and once clean at its full size", async () => {
    const { width, height, sizes, clean } = await made(await pictureFile("png", 2000, 1000));
    expect([width, height]).toEqual([2000, 1000]);
    expect(sizes.map((each) => [each.width, each.height])).toEqual([
      [480, 240],
      [960, 480],
      [1600, 800],
    ]);
    for (const each of sizes) {
      const bytes = await store.read(each.sha256);
      expect(bytes.length).toBe(each.bytes);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: each.width });
    }
    expect(clean.kind).toBe("png");
    expect(await sharp(await store.read(clean.sha256)).metadata()).toMatchObject({
      format: "png",
      width: 2000,
    });
  });

  it("is never made wider than it is", async () => {
    const widths = async (width: number) =>
      (await made(await pictureFile("jpeg", width, 100))).sizes.map((each) => each.width);
    expect(await widths(1000)).toEqual([480, 960]);
    expect(await widths(300)).toEqual([300]);
  });

  it("stands upright and says nothing of who took it, where and when", async () => {
    const photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#33752b" } })
      .withExif({
        IFD0: { Make: "Camera of Ada", DateTime: "2018:03:01 10:00:00" },
        IFD3: {
          GPSLatitudeRef: "N",
          GPSLatitude: "41/1 8/1 0/1",
          GPSLongitudeRef: "W",
          GPSLongitude: "104/1 49/1 0/1",
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Ada Lovelace</x:xmpmeta>')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const before = await sharp(photo).metadata();
    expect([before.orientation, before.exif?.includes("Camera of Ada"), before.xmp !== undefined]).toEqual([
      6,
      true,
      true,
    ]);

    const { width, height, sizes, clean } = await made(photo);
    expect([width, height]).toEqual([800, 1200]);
    expect(sizes.map((each) => [each.width, each.height])).toEqual([[480, 720]]);
    for (const { sha256 } of [...sizes, clean]) {
      const bytes = await store.read(sha256);
      const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(bytes.includes("Ada")).toBe(false);
    }
    expect(clean.kind).toBe("jpeg");
  });

  it("that moves is shown by its first frame", async () => {
    const frames = Buffer.concat([Buffer.alloc(40 * 30 * 3, 0xff), Buffer.alloc(40 * 30 * 3, 0x00)]);
    const moving = await sharp(frames, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { height, sizes, clean } = await made(moving);
    expect([height, sizes[0]?.height, clean.kind]).toEqual([30, 30, "png"]);
    const [pixel] = await sharp(await store.read(clean.sha256))
      .raw()
      .toBuffer();
    expect(pixel).toBe(0xff);
  });

  it("is refused with a sentence when it is cut off, shaken or no picture at all", async () => {
    const sentence = "This picture is damaged and cannot be shown. Please save it again and send that.";
    const noise = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 120, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await refusal(noise.subarray(0, noise.length / 2))).toBe(sentence);
    expect(await refusal((await pictureFile("png")).subarray(0, 60))).toBe(sentence);
    expect(await refusal(Buffer.from("no picture"))).toBe(sentence);
  });

  it("is refused when it unpacks to more pixels than a small server can hold", async () => {
    const bomb = await pictureFile("png");
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    expect(await refusal(bomb)).toBe(
      "This picture has more than 80 million pixels. Please send a smaller version.",
    );
  });

  it("that the store has lost is not called damaged", async () => {
    await expect(makeSizes(store, "0".repeat(64))).rejects.toMatchObject({ name: "NotFound" });
  });
});
