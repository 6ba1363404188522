import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FileStore, openFileStore } from "./store.ts";

const limits = { limitBytes: 1_000_000 };
let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
  store = await openFileStore({ folder });
});
afterEach(() => rm(folder, { recursive: true }));

const hashOf = (content: string) => createHash("sha256").update(content).digest("hex");
const bytesOf = (content: string) => [Buffer.from(content)];
const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const incoming = () => readdir(join(folder, "incoming"));

describe("the store", () => {
  it("keeps a file under the hash of its content and gives it back", async () => {
    const kept = await store.put(bytesOf("hello"), limits);
    expect(kept).toEqual({ sha256: hashOf("hello"), bytes: 5 });
    expect(await readFile(placeOf(kept.sha256), "utf8")).toBe("hello");
    const { stream, size } = await store.open(kept.sha256);
    expect([size, Buffer.concat(await stream.toArray()).toString()]).toEqual([5, "hello"]);
    expect((await store.read(kept.sha256)).toString()).toBe("hello");
    expect(await incoming()).toEqual([]);
  });

  it("gives back a part", async () => {
    const { sha256 } = await store.put(bytesOf("0123456789"), limits);
    const { stream, size } = await store.open(sha256, { start: 2, end: 4 });
    expect([size, Buffer.concat(await stream.toArray()).toString()]).toEqual([10, "234"]);
  });

  it("keeps the same content once, however many bring it at the same time", async () => {
    const kept = await Promise.all(Array.from({ length: 20 }, () => store.put(bytesOf("same"), limits)));
    expect(new Set(kept.map((each) => each.sha256))).toEqual(new Set([hashOf("same")]));
    const listed = [];
    for await (const file of store.list()) listed.push(file.sha256);
    expect(listed).toEqual([hashOf("same")]);
    expect(await store.sizeOnDisk()).toBe(4);
  });

  it("tells a damaged file from a whole and a missing one, and heals it when its content comes again", async () => {
    const { sha256 } = await store.put(bytesOf("hello"), limits);
    expect(await store.verify(sha256)).toBe("whole");
    await writeFile(placeOf(sha256), "hellu");
    expect(await store.verify(sha256)).toBe("damaged");
    await store.put(bytesOf("hello"), limits);
    expect(await store.verify(sha256)).toBe("whole");
    expect(await store.verify(hashOf("never"))).toBe("missing");
  });

  it("stops reading as soon as a file is too large, and leaves nothing", async () => {
    let sent = 0;
    function* endless() {
      for (;;) {
        sent += 1000;
        yield Buffer.alloc(1000);
      }
    }
    await expect(store.put(endless(), { limitBytes: 2500 })).rejects.toMatchObject({
      name: "TooLarge",
      limitBytes: 2500,
    });
    expect(sent).toBe(3000);
    expect(await incoming()).toEqual([]);
    expect((await store.put([Buffer.alloc(2500)], { limitBytes: 2500 })).bytes).toBe(2500);
  });

  it("leaves nothing when the sender breaks off", async () => {
    async function* broken() {
      yield Buffer.from("half of i");
      throw new Error("gone");
    }
    await expect(store.put(broken(), limits)).rejects.toThrow("gone");
    expect(await incoming()).toEqual([]);
    expect(await store.sizeOnDisk()).toBe(0);
  });

  // The kernel's own full disk: every write to it ends in ENOSPC.
  it.skipIf(!existsSync("/dev/full"))("says that the disk is full, and leaves nothing", async () => {
    const full = await openFileStore({
      folder,
      openForWriting: async (path) => {
        await writeFile(path, "");
        return open("/dev/full", "w");
      },
    });
    await expect(full.put(bytesOf("hello"), limits)).rejects.toMatchObject({
      name: "DiskFull",
      cause: { code: "ENOSPC" },
    });
    expect(await incoming()).toEqual([]);
  });

  it("holds what is received apart until it is kept, and forgets what is dropped", async () => {
    const file = await store.receive(bytesOf("hello"), limits);
    expect(await readFile(file.path, "utf8")).toBe("hello");
    expect(await store.has(file.sha256)).toBe(false);
    await file.drop();
    expect(await incoming()).toEqual([]);
    const again = await store.receive(bytesOf("hello"), limits);
    await again.keep();
    await again.drop();
    expect(await store.has(file.sha256)).toBe(true);
  });

  it("sweeps away what a crash left, but not a younger upload that may still run", async () => {
    const crashed = await store.receive(bytesOf("old"), limits);
    const running = await store.receive(bytesOf("new"), limits);
    await utimes(crashed.path, new Date("2020-01-01"), new Date("2020-01-01"));
    expect(await store.sweepIncoming({ olderThan: new Date("2021-01-01") })).toBe(1);
    expect((await running.keep()).bytes).toBe(3);
    await store.receive(bytesOf("left"), limits);
    expect(await store.sweepIncoming()).toBe(1);
    expect(await incoming()).toEqual([]);
  });

  it("removes a file, but not one that came again meanwhile", async () => {
    const { sha256 } = await store.put(bytesOf("hello"), limits);
    expect(await store.remove(sha256, { unlessKeptSince: new Date("2020-01-01") })).toBe(false);
    expect(await store.has(sha256)).toBe(true);
    expect(await store.remove(sha256)).toBe(true);
    expect(await store.remove(sha256)).toBe(false);
    await expect(store.open(sha256)).rejects.toMatchObject({ name: "NotFound" });
    await expect(store.read(sha256)).rejects.toMatchObject({ name: "NotFound" });
    expect(await store.size(sha256)).toBeUndefined();
  });

  it("makes no path of anything but a hash", async () => {
    for (const trick of [
      "../../etc/passwd",
      "",
      `${"a".repeat(63)}/`,
      "A".repeat(64),
      `${"a".repeat(64)}\n`,
    ]) {
      await expect(store.open(trick)).rejects.toThrow(TypeError);
      await expect(store.remove(trick)).rejects.toThrow(TypeError);
      await expect(store.size(trick)).rejects.toThrow(TypeError);
    }
  });

  it("tells how much room is left", async () => {
    expect(await store.freeBytes()).toBeGreaterThan(1_000_000);
  });
});
