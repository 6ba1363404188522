import { mediaHref } from "../address.ts";
import type { MediaFile } from "../queries.ts";

export type PictureProps = {
  file: MediaFile;
  /** For a private picture on a page of somebody who may see it by a signed link. */
  mediaKey?: string;
  /** How wide it is shown, as the `sizes` of HTML: "(min-width: 60rem) 40rem, 100vw". */
  sizes?: string;
  class?: string;
  /** For the one picture at the top of a page. */
  eager?: boolean;
};

/** Wide enough for where a browser knows no `srcset`, or something else takes the picture from the page. */
const USUAL_WIDTH = 960;

/**
 * A picture in the sizes that were made of it, or as a whole while they are being made. Nothing for a picture that
 * cannot be read.
 */
export function Picture({ file, mediaKey: key, sizes = "100vw", class: className, eager }: PictureProps) {
  if (file.problem !== null) return null;
  const usual = file.sizes.find(({ width }) => width >= USUAL_WIDTH) ?? file.sizes.at(-1);
  const srcset = file.sizes
    .map(({ width }) => `${mediaHref(file, { size: width, key })} ${width}w`)
    .join(", ");
  return (
    <img
      class={className}
      src={mediaHref(file, { size: usual?.width, key })}
      {...(srcset ? { srcset, sizes } : {})}
      {...(file.width && file.height ? { width: file.width, height: file.height } : {})}
      alt={describe(file)}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}

function describe({ alt, decorative, name }: MediaFile): string {
  return decorative ? "" : (alt ?? `Not described yet: ${name}`);
}
