import { createHash } from "node:crypto";
import { drawSharePicture, type SharePicture } from "./share-picture.ts";

/** Some 2 MB; what is asked for again after that is drawn again. */
const MOST_KEPT = 60;

export type Draw = (picture: SharePicture) => Promise<Buffer>;

/**
 * Draws each picture once and keeps the latest. One is drawn at a time, so that somebody who asks for a thousand does
 * not take the machine from those who read.
 */
export function pictureShelf(draw: Draw = drawSharePicture): Draw {
  const kept = new Map<string, Promise<Buffer>>();
  let last: Promise<unknown> = Promise.resolve();
  return (picture) => {
    const key = createHash("sha256").update(JSON.stringify(picture)).digest("base64url");
    const had = kept.get(key);
    kept.delete(key);
    const drawn = had ?? last.then(() => draw(picture));
    if (!had) {
      last = drawn.catch(() => kept.delete(key));
    }
    kept.set(key, drawn);
    for (const [oldest] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return drawn;
  };
}
