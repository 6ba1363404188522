import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentDisposition } from "./disposition.ts";
import { parseRange } from "./range.ts";
import { type ServedFile, serveFile } from "./serve.ts";
import { type FileStore, openFileStore } from "./store.ts";

let folder: string;
let store: FileStore;
let sha256: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  store = await openFileStore({ folder });
  sha256 = (await store.put([Buffer.from("0123456789")], { limitBytes: 100 })).sha256;
});
afterAll(() => rm(folder, { recursive: true }));

function ask(headers: Record<string, string> = {}, file: Partial<ServedFile> = {}, method = "GET") {
  const served = {
    sha256,
    mime: "application/pdf",
    name: "minutes.pdf",
    disposition: "inline",
    ...file,
  } as const;
  return serveFile(store, served, new Request("http://site.test/files/x", { method, headers }));
}

describe("a served file", () => {
  it("goes out whole, with its size and what it can do", async () => {
    const response = await ask();
    expect([response.status, await response.text()]).toEqual([200, "0123456789"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "content-length": "10",
      "content-type": "application/pdf",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      etag: `"${sha256}"`,
    });
  });

  it("is asked for again each time, and kept by others than the browser only when it is public", async () => {
    expect((await ask({}, { isPublic: true })).headers.get("cache-control")).toBe("public, no-cache");
    expect((await ask()).headers.get("cache-control")).toBe("private, no-cache");
  });

  it("can run nothing: sealed off, except that a PDF may open its viewer", async () => {
    const policy = async (file: Partial<ServedFile>) =>
      (await ask({}, file)).headers.get("content-security-policy");
    for (const mime of ["image/png", "text/plain; charset=utf-8", "application/msword", "text/html"]) {
      expect(await policy({ mime })).toBe("default-src 'none'; sandbox; frame-ancestors 'self'");
    }
    expect(await policy({ disposition: "attachment" })).toContain("sandbox");
    expect(await policy({})).toMatch(/^default-src 'none'; script-src 'none';(?!.*sandbox)/);
  });

  it("is saved, not shown, unless it is a picture, sound or PDF; and only with a type from our table", async () => {
    const told = async (mime: string) => {
      const { headers } = await ask({}, { mime, name: "a" });
      return [headers.get("content-type"), headers.get("content-disposition")?.split(";")[0]];
    };
    expect(await told("image/png")).toEqual(["image/png", "inline"]);
    expect(await told("audio/mpeg")).toEqual(["audio/mpeg", "inline"]);
    expect(await told("text/plain; charset=utf-8")).toEqual(["text/plain; charset=utf-8", "attachment"]);
    expect(await told("text/html")).toEqual(["application/octet-stream", "attachment"]);
    expect(await told("image/svg+xml")).toEqual(["application/octet-stream", "attachment"]);
  });

  it("goes out in part, so that a recording can be wound forward", async () => {
    const part = await ask({ range: "bytes=2-4" });
    expect([
      part.status,
      part.headers.get("content-range"),
      part.headers.get("content-length"),
      await part.text(),
    ]).toEqual([206, "bytes 2-4/10", "3", "234"]);
    expect(await (await ask({ range: "bytes=-3" })).text()).toBe("789");
    expect(await (await ask({ range: "bytes=7-" })).text()).toBe("789");
    const beyond = await ask({ range: "bytes=10-" });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */10"]);
  });

  it("goes out whole when the part belongs to another version", async () => {
    expect((await ask({ range: "bytes=2-4", "if-range": '"other"' })).status).toBe(200);
    expect((await ask({ range: "bytes=2-4", "if-range": `"${sha256}"` })).status).toBe(206);
  });

  it("is not sent again to who has it", async () => {
    const response = await ask({ "if-none-match": `"x", W/"${sha256}"` });
    expect([response.status, await response.text()]).toEqual([304, ""]);
    expect((await ask({ "if-none-match": '"x"' })).status).toBe(200);
  });

  it("answers HEAD with the headers alone", async () => {
    const response = await ask({}, {}, "HEAD");
    expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([
      200,
      "10",
      "",
    ]);
  });

  it("is not found when the store has lost it", async () => {
    await expect(ask({}, { sha256: "0".repeat(64) })).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("a range", () => {
  it("is read as the standard says", () => {
    expect(parseRange("bytes=0-0", 10)).toEqual({ start: 0, end: 0 });
    expect(parseRange("bytes=5-999", 10)).toEqual({ start: 5, end: 9 });
    expect(parseRange("bytes=-999", 10)).toEqual({ start: 0, end: 9 });
    expect(parseRange("bytes=-0", 10)).toBe("unsatisfiable");
    expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
    for (const ignored of [null, "", "bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b"]) {
      expect(parseRange(ignored, 10)).toBeUndefined();
    }
  });
});

describe("the name a file is saved under", () => {
  it("goes out in ASCII and exactly", () => {
    expect(contentDisposition("attachment", "Résumé “a” 報告's.pdf")).toBe(
      `attachment; filename="Resume _a_ __'s.pdf"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%E2%80%9Ca%E2%80%9D%20%E5%A0%B1%E5%91%8A%27s.pdf`,
    );
  });

  it("cannot break out of its header", () => {
    const header = contentDisposition("inline", 'a"; filename="evil.exe\r\nSet-Cookie: x=1');
    expect(header).toBe(
      `inline; filename="a_; filename=_evil.exeSet-Cookie: x=1"; filename*=UTF-8''a%22%3B%20filename%3D%22evil.exeSet-Cookie%3A%20x%3D1`,
    );
  });
});
