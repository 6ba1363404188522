import type { Sharp } from "sharp";
import { done, type Outcome, problem } from "#base/outcome.ts";
import type { FileStore, StoredFile } from "#platform/files/store.ts";
import { loadSharp } from "./sharp.ts";

export const PICTURE_WIDTHS = [480, 960, 1600] as const;
/** 80 megapixels: above every phone's usual setting, and what a small server can still unpack. */
const LIMIT_PIXELS = 80_000_000;
const LIMIT_BYTES = 100 * 2 ** 20;

export type MadeSize = StoredFile & { width: number; height: number; format: "webp" };

export type MadePicture = {
  /** In pixels, upright: as the camera was held. */
  width: number;
  height: number;
  /** Narrowest first; never wider than the picture itself, so a small one has a single size, its own. */
  sizes: MadeSize[];
  /** The whole picture at full size, made anew; its `kind` is an id of the table of file kinds. */
  clean: StoredFile & { kind: "jpeg" | "png" | "webp" };
};

/**
 * Makes what may be published of an uploaded picture. Every version is drawn anew from the bare pixels, which leaves
 * behind all that cameras write beside them: place, time, serial number, names, a thumbnail of the uncropped picture.
 * The upload itself still holds these, so it must never be served to the public: publish `sizes` and `clean` only.
 * Of a moving picture the first frame is taken.
 *
 * Refuses, under the key "picture", what is damaged, cut off or has too many pixels. Throws `NotFound` when the
 * store has no such file, `DiskFull` when there is no room.
 */
export async function makeSizes(store: FileStore, sha256: string): Promise<Outcome<MadePicture>> {
  const sharp = await loadSharp();
  const source = await store.read(sha256);
  const open = () => sharp(source, { limitInputPixels: LIMIT_PIXELS, failOn: "error" }).autoOrient();
  try {
    const { autoOrient, format } = await open().metadata();
    const { width, height } = autoOrient;
    const narrower: number[] = PICTURE_WIDTHS.filter((each) => each <= width);
    const sizes: MadeSize[] = [];
    for (const each of narrower.length > 0 ? narrower : [width]) {
      const { data, info } = await open()
        .resize({ width: each })
        .webp({ quality: 80, effort: 4 })
        .toBuffer({ resolveWithObject: true });
      const stored = await store.put([data], { limitBytes: LIMIT_BYTES });
      sizes.push({ ...stored, width: info.width, height: info.height, format: "webp" });
    }
    const kind = format === "jpeg" || format === "webp" ? format : "png";
    const clean = await store.put([await drawn(open(), kind)], { limitBytes: LIMIT_BYTES });
    return done({ width, height, sizes, clean: { ...clean, kind } });
  } catch (failure) {
    return refusal(failure);
  }
}

function drawn(picture: Sharp, kind: "jpeg" | "png" | "webp"): Promise<Buffer> {
  if (kind === "jpeg") return picture.jpeg({ quality: 90 }).toBuffer();
  if (kind === "webp") return picture.webp({ quality: 90 }).toBuffer();
  return picture.png({ compressionLevel: 9 }).toBuffer();
}

function refusal(failure: unknown) {
  // The store's own failures, and the system's, are not the picture's fault.
  if (!(failure instanceof Error) || failure.name !== "Error" || "code" in failure) throw failure;
  if (/pixel limit/i.test(failure.message)) {
    const limit = LIMIT_PIXELS / 1_000_000;
    return problem(
      "picture",
      `This picture has more than ${limit} million pixels. Please send a smaller version.`,
    );
  }
  return problem(
    "picture",
    "This picture is damaged and cannot be shown. Please save it again and send that.",
  );
}
