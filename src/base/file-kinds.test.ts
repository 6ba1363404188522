import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { acceptedFiles, FILE_KINDS, fileKind, fileKindByExtension, fileSizeText } from "./file-kinds.ts";

describe("the kinds of file", () => {
  it("are found by id and by any of their extensions, in any case", () => {
    expect(fileKind("jpeg")?.label).toBe("JPEG picture");
    expect(fileKindByExtension("JPG")?.id).toBe("jpeg");
    expect(fileKindByExtension("jpeg")?.id).toBe("jpeg");
    expect(fileKindByExtension("exe")).toBeUndefined();
    expect(fileKind("toString")).toBeUndefined();
  });

  it("claim no extension twice and let no active content in", () => {
    const extensions = FILE_KINDS.flatMap((each) => each.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const active of ["svg", "html", "docm", "xlsm", "pptm"]) expect(extensions).not.toContain(active);
  });

  it("have an icon that Lucide has", () => {
    const icons = createRequire(import.meta.url)
      .resolve("lucide-static/package.json")
      .replace("package.json", "icons/");
    for (const { icon } of FILE_KINDS) expect(existsSync(`${icons}${icon}.svg`), icon).toBe(true);
  });

  it("fill the accept attribute of a file field", () => {
    expect(acceptedFiles(FILE_KINDS.filter((each) => each.isImage))).toBe(".jpg,.jpeg,.jfif,.png,.webp,.gif");
  });
});

describe("a size", () => {
  it("is told in the unit people read", () => {
    const told = [0, 1, 999, 1000, 9_960, 640_000, 999_600, 2_440_000, 25_000_000, 1_200_000_000].map(
      fileSizeText,
    );
    expect(told).toEqual([
      "0 bytes",
      "1 byte",
      "999 bytes",
      "1 KB",
      "10 KB",
      "640 KB",
      "1 MB",
      "2.4 MB",
      "25 MB",
      "1.2 GB",
    ]);
  });
});
