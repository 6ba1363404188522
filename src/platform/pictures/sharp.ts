import type Sharp from "sharp";

/** The picture library is large and most processes never draw: it is loaded when the first picture comes. */
export async function loadSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import("sharp");
  // Each picture is seen once; what is kept of it would only fill the memory.
  sharp.cache(false);
  return sharp;
}
