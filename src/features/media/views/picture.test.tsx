import { describe, expect, it } from "vitest";
import type { MediaFile } from "../queries.ts";
import { Picture, type PictureProps } from "./picture.tsx";

const made = (width: number, height: number) => ({
  sha256: "0".repeat(64),
  bytes: 1000,
  kind: "webp" as const,
  width,
  height,
});
const photo: MediaFile = {
  id: "3f0c",
  sha256: "0".repeat(64),
  bytes: 1000,
  kind: "jpeg",
  name: "Harvest.jpg",
  alt: "Three people at a table",
  decorative: false,
  visibility: "public",
  width: 2000,
  height: 1000,
  cleaned: { ...made(2000, 1000), kind: "jpeg" },
  sizes: [made(480, 240), made(960, 480), made(1600, 800)],
  preparedAt: new Date(0),
  problem: null,
  createdAt: new Date(0),
};
const html = (file: Partial<MediaFile>, props: Partial<PictureProps> = {}) =>
  String(<Picture file={{ ...photo, ...file }} {...props} />);

describe("a picture on a page", () => {
  it("offers its sizes, keeps its place free, and waits until it is near", () => {
    expect(html({}, { sizes: "40rem" })).toBe(
      '<img src="/files/3f0c/harvest.jpg?size=960" ' +
        'srcset="/files/3f0c/harvest.jpg?size=480 480w, /files/3f0c/harvest.jpg?size=960 960w, /files/3f0c/harvest.jpg?size=1600 1600w" ' +
        'sizes="40rem" width="2000" height="1000" alt="Three people at a table" loading="lazy" decoding="async"/>',
    );
  });

  it("is whole while its sizes are being made", () => {
    const waiting = html({ sizes: [], cleaned: null, width: null, height: null, preparedAt: null });
    expect(waiting).toContain('<img src="/files/3f0c/harvest.jpg" alt=');
    expect(waiting).not.toContain("srcset");
  });

  it("carries its key to every size", () => {
    expect(html({}, { mediaKey: "k" }).match(/&amp;key=k/g)).toHaveLength(4);
  });

  it("is silent when it is decorative, and says so when nobody has described it", () => {
    expect(html({ decorative: true, alt: null })).toContain('alt=""');
    expect(html({ alt: null })).toContain('alt="Not described yet: Harvest.jpg"');
  });

  it("is left out when it cannot be read", () => {
    expect(html({ problem: "It is damaged." })).toBe("");
  });

  it("cannot break out of its description", () => {
    expect(html({ alt: '"><script>alert(1)</script>' })).not.toContain("<script>");
  });
});
