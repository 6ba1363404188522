import { describe, expect, test } from "vitest";
import { httpUrl, localPath } from "./brands.ts";

describe("a web address", () => {
  test("is kept in its normal form", () => {
    expect(httpUrl(" HTTPS://Example.org/a b?c=d ")).toBe("https://example.org/a%20b?c=d");
    expect(httpUrl("http://localhost:3000")).toBe("http://localhost:3000/");
  });

  test.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,<b>",
    "vbscript:x",
    "ftp://example.org",
    "//example.org",
    "/here",
    "example.org",
    "https://",
    "https://user:word@example.org",
    "https:example.org",
    "https://intranet",
    "",
  ])("is not %j", (text) => {
    expect(httpUrl(text)).toBeUndefined();
  });
});

describe("a path on this site", () => {
  test("keeps query and fragment, and loses nothing inside", () => {
    expect(localPath("/happenings?state=pa&q=a%2Fb#top")).toBe("/happenings?state=pa&q=a%2Fb#top");
    expect(localPath("/a//b")).toBe("/a//b");
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "/x/%2E%2e//evil.example",
    "/a\\..\\\\evil",
    "/a\u0000b",
    "https://evil.example",
    "javascript:alert(1)",
    "happenings",
    "",
  ])("is not %j", (text) => {
    expect(localPath(text)).toBeUndefined();
  });
});
