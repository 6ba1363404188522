import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { officeFile, pdfFile, pictureFile } from "#kit/sample-files.ts";
import { type Received, receiveMultipart, UPLOAD_LIMITS } from "./receive.ts";
import { type FileStore, openFileStore } from "./store.ts";

let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "receive-"));
  store = await openFileStore({ folder });
});
afterEach(() => rm(folder, { recursive: true }));

type Part = { name: string; value?: string | Buffer; filename?: string };
const BOUNDARY = "----WebKitFormBoundaryabc";

/** A form as browsers put it together, byte for byte, so that it can also be put together wrongly. */
function formOf(parts: Part[]): Buffer {
  const chunks = parts.flatMap(({ name, value = "", filename }) => [
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`,
    filename === undefined ? "" : `; filename="${filename}"\r\nContent-Type: application/octet-stream`,
    "\r\n\r\n",
    value,
    "\r\n",
  ]);
  return Buffer.concat([...chunks, `--${BOUNDARY}--\r\n`].map((each) => Buffer.from(each as string)));
}

function requestOf(
  body: Buffer | ReadableStream<Uint8Array>,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
) {
  const init = { method: "POST", body, headers: { "content-type": type }, duplex: "half" };
  return new Request("http://site.test/share", init as RequestInit);
}

const send = (parts: Part[], limits = {}, into = store) =>
  receiveMultipart(requestOf(formOf(parts)), { ...UPLOAD_LIMITS, ...limits }, into);
const told = ({ files }: Received) =>
  files.map(({ field, name, kind, bytes }) => [field, name, kind.id, bytes]);
const incoming = () => readdir(join(folder, "incoming"));
const kept = async () => {
  let count = 0;
  for await (const _ of store.list()) count += 1;
  return count;
};

describe("a form with files", () => {
  it("arrives with every value and every file, kept under its hash", async () => {
    const pdf = pdfFile();
    const received = await send([
      { name: "title", value: "A welcome letter" },
      { name: "sector", value: "healthcare" },
      { name: "files", filename: "minutes.pdf", value: pdf },
      { name: "files", filename: "letter.docx", value: officeFile("docx") },
      { name: "sector", value: "manufacturing" },
    ]);
    expect([...received.fields]).toEqual([
      ["title", ["A welcome letter"]],
      ["sector", ["healthcare", "manufacturing"]],
    ]);
    expect(told(received)).toEqual([
      ["files", "minutes.pdf", "pdf", pdf.length],
      ["files", "letter.docx", "docx", officeFile("docx").length],
    ]);
    expect(received).toMatchObject({ problems: {}, diskFull: false });
    expect(await store.read(received.files[0]!.sha256)).toEqual(pdf);
    expect(await incoming()).toEqual([]);
  });

  it("is read the same from a browser's own FormData", async () => {
    const form = new FormData();
    form.append("title", "Growing our own — 🎉 שלום");
    form.append("files", new File([new Uint8Array(pdfFile())], "Résumé “final” 報告.pdf"));
    const request = new Request("http://site.test/", { method: "POST", body: form });
    const received = await receiveMultipart(request, UPLOAD_LIMITS, store);
    expect(received.fields.get("title")).toEqual(["Growing our own — 🎉 שלום"]);
    expect(received.files[0]?.name).toBe("Résumé “final” 報告.pdf");
  });

  it("ignores a file field in which nothing was chosen", async () => {
    const received = await send([
      { name: "files", filename: "" },
      { name: "title", value: "x" },
    ]);
    expect(received).toMatchObject({ files: [], problems: {} });
    expect(received.fields.get("title")).toEqual(["x"]);
  });

  it("keeps its other values and files when one file is refused, and names that file", async () => {
    const received = await send(
      [
        { name: "title", value: "before" },
        { name: "files", filename: "page.pdf", value: "<!doctype html><title>x</title>" },
        { name: "files", filename: "empty.pdf", value: "" },
        { name: "files", filename: "huge.pdf", value: Buffer.concat([pdfFile(), Buffer.alloc(300_000, 32)]) },
        { name: "files", filename: "good.pdf", value: pdfFile() },
        { name: "story", value: "after" },
      ],
      { fileBytes: 2 ** 17 },
    );
    expect(told(received)).toEqual([["files", "good.pdf", "pdf", pdfFile().length]]);
    expect([...received.fields]).toEqual([
      ["title", ["before"]],
      ["story", ["after"]],
    ]);
    expect(received.problems).toEqual({
      files: [
        "The file “page.pdf” is not a PDF inside; it looks like a web page. Please save it again as a PDF.",
        "The file “empty.pdf” is empty (0 bytes). Please check it on your computer and choose it again.",
        "The file “huge.pdf” is larger than 131072 bytes. Please send a smaller version, or put it elsewhere and share its link.".replace(
          "131072 bytes",
          "131 KB",
        ),
      ],
    });
    expect(await incoming()).toEqual([]);
    expect(await kept()).toBe(1);
  });

  it("takes a file of exactly the limit and refuses one byte more", async () => {
    const exact = Buffer.concat([pdfFile(), Buffer.alloc(2 ** 20 - pdfFile().length, 32)]);
    const more = Buffer.concat([exact, Buffer.from(" ")]);
    const received = await send(
      [
        { name: "files", filename: "exact.pdf", value: exact },
        { name: "files", filename: "more.pdf", value: more },
      ],
      { fileBytes: 2 ** 20 },
    );
    expect(told(received)).toEqual([["files", "exact.pdf", "pdf", 2 ** 20]]);
    expect(received.problems.files?.[0]).toMatch(/^The file “more.pdf” is larger than 1 MB\./);
  });

  it("takes ten files and names each one beyond", async () => {
    const parts = Array.from({ length: 12 }, (_, index) => ({
      name: "files",
      filename: `${index + 1}.pdf`,
      value: pdfFile(`Page ${index}`),
    }));
    const received = await send([
      ...parts,
      { name: "empty", filename: "" },
      { name: "last", value: "still here" },
    ]);
    expect(received.files.map((file) => file.name)).toEqual(parts.slice(0, 10).map((part) => part.filename));
    expect(received.problems.files).toEqual([
      "Only 10 files can be sent, so “11.pdf” was left out.",
      "Only 10 files can be sent, so “12.pdf” was left out.",
    ]);
    expect(received.fields.get("last")).toEqual(["still here"]);
  });

  it("lets no name become a path or hide what it is", async () => {
    const value = await pictureFile("png");
    const names = [
      "../../etc/a.png",
      "C:\\temp\\b.png",
      "c\u202egnp.png",
      "say %22hi%22.png",
      "..",
      `${"x".repeat(400)}.png`,
    ];
    const received = await send(names.map((filename) => ({ name: "files", filename, value })));
    expect(received.files.map((file) => file.name)).toEqual([
      "a.png",
      "b.png",
      "cgnp.png",
      'say "hi".png',
      "file.png",
      `${"x".repeat(176)}.png`,
    ]);
  });

  it("survives null bytes, broken UTF-8 and names that mean something to JavaScript", async () => {
    const received = await send([
      { name: "title", value: "nul\0l" },
      { name: "story", value: Buffer.from([0x61, 0xff, 0xc3, 0x28]) },
      { name: "__proto__", value: "x" },
      { name: "toString", filename: "a.pdf", value: "" },
    ]);
    expect(received.fields.get("title")).toEqual(["null"]);
    expect(received.fields.get("story")).toEqual(["a\ufffd\ufffd("]);
    expect(received.fields.get("__proto__")).toEqual(["x"]);
    expect(Object.entries(received.problems)).toEqual([
      ["toString", [expect.stringContaining("“a.pdf” is empty")]],
    ]);
  });

  it("says which text was too long, and keeps its beginning", async () => {
    const received = await send(
      [
        { name: "story", value: "abcdefgh" },
        { name: "ok", value: "abcde" },
      ],
      { fieldBytes: 5 },
    );
    expect(received.fields.get("story")?.[0]).toMatch(/^abcde/);
    expect(received.fields.get("ok")).toEqual(["abcde"]);
    expect(received.problems).toEqual({
      story: ["This text is too long to be sent whole. Please shorten it."],
    });
  });

  it("holds only so many fields and so much text in memory, and says so", async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ name: `f${index}`, value: "12345" }));
    const sentence = "This form holds more than can be read at once, so some of it was left out.";
    const fewer = await send(many, { fields: 15 });
    expect([fewer.fields.size, fewer.problems]).toEqual([15, { "": [sentence] }]);
    const less = await send(many, { allFieldBytes: 50 });
    expect([less.fields.size, less.problems]).toEqual([10, { "": [sentence] }]);
  });

  it.skipIf(!existsSync("/dev/full"))("loses nothing but the file when the disk is full", async () => {
    const openForWriting = async (path: string) => {
      await writeFile(path, "");
      return open("/dev/full", "w");
    };
    const full = await openFileStore({ folder, openForWriting });
    const parts = [
      { name: "title", value: "a" },
      { name: "files", filename: "a.pdf", value: pdfFile() },
      { name: "story", value: "b" },
    ];
    const received = await send(parts, {}, full);
    expect([...received.fields]).toEqual([
      ["title", ["a"]],
      ["story", ["b"]],
    ]);
    expect(received).toMatchObject({ files: [], diskFull: true });
    expect(received.problems.files?.[0]).toMatch(
      /^The file “a.pdf” could not be kept, because this site has no room left/,
    );
    expect(await incoming()).toEqual([]);
  });
});

describe("a form that does not arrive whole", () => {
  const limits = UPLOAD_LIMITS;
  const whole = formOf([
    { name: "files", filename: "first.pdf", value: pdfFile() },
    { name: "files", filename: "second.pdf", value: Buffer.concat([pdfFile(), Buffer.alloc(200_000)]) },
    { name: "title", value: "x" },
  ]);

  it("leaves nothing, wherever it is cut", async () => {
    for (let cut = 1; cut < whole.length - 4; cut += 4999) {
      await expect(receiveMultipart(requestOf(whole.subarray(0, cut)), limits, store)).rejects.toMatchObject({
        name: "BrokenUpload",
      });
      expect(await incoming()).toEqual([]);
    }
    expect(await kept()).toBe(0);
  });

  it("leaves nothing when the stream fails in the middle", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= whole.length / 2) return controller.error(new Error("connection reset"));
        controller.enqueue(whole.subarray(sent, sent + 8192));
        sent += 8192;
      },
    });
    await expect(receiveMultipart(requestOf(body), limits, store)).rejects.toMatchObject({
      name: "BrokenUpload",
    });
    expect([await incoming(), await kept()]).toEqual([[], 0]);
  });

  it("leaves nothing when a browser hangs up on the real server", async () => {
    let outcome: unknown;
    let finished = () => {};
    const over = new Promise<void>((resolve) => {
      finished = resolve;
    });
    const app = new Hono().post("/share", async (c) => {
      outcome = await receiveMultipart(c.req.raw, limits, store).catch((failure: unknown) => failure);
      finished();
      return c.text("ok");
    });
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
    await once(server, "listening");
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const head = `POST /share HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: ${whole.length}\r\n\r\n`;
    socket.write(head);
    socket.write(whole.subarray(0, whole.length - 5000));
    await expect.poll(incoming).toHaveLength(2);
    socket.destroy();
    await over;
    server.close();
    expect(outcome).toMatchObject({ name: "BrokenUpload" });
    expect([await incoming(), await kept()]).toEqual([[], 0]);
  });

  it("is refused when it is no form with files, or a malformed one", async () => {
    const broken = { name: "BrokenUpload" };
    await expect(receiveMultipart(requestOf(whole, "text/plain"), limits, store)).rejects.toMatchObject(
      broken,
    );
    await expect(
      receiveMultipart(requestOf(whole, "multipart/form-data; x=y"), limits, store),
    ).rejects.toMatchObject(broken);
    await expect(
      receiveMultipart(requestOf(whole, "multipart/form-data; boundary=other"), limits, store),
    ).rejects.toMatchObject(broken);
    const noColon = Buffer.from(`--${BOUNDARY}\r\nbad header\r\n\r\nx\r\n--${BOUNDARY}--\r\n`);
    await expect(receiveMultipart(requestOf(noColon), limits, store)).rejects.toMatchObject(broken);
  });

  it("is not read on beyond what a whole request may hold", async () => {
    await expect(
      receiveMultipart(requestOf(whole), { ...limits, totalBytes: 100_000 }, store),
    ).rejects.toMatchObject({ name: "TooLarge" });
    expect([await incoming(), await kept()]).toEqual([[], 0]);
  });

  it("never holds a file in memory", async () => {
    const size = 60 * 2 ** 20;
    const [start, end] = [
      formOf([{ name: "f", filename: "a.txt", value: "" }]).subarray(0, -BOUNDARY.length - 8),
      `\r\n--${BOUNDARY}--\r\n`,
    ];
    const piece = Buffer.alloc(2 ** 16, "words ");
    let left = size / piece.length;
    let most = 0;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(start),
      pull(controller) {
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        if (left-- > 0) return controller.enqueue(piece);
        controller.enqueue(Buffer.from(end));
        controller.close();
      },
    });
    const before = process.memoryUsage().arrayBuffers;
    const received = await receiveMultipart(requestOf(body), { ...limits, fileBytes: size }, store);
    expect(received.files[0]?.bytes).toBe(size);
    expect(most - before).toBeLessThan(20 * 2 ** 20);
  });
});
