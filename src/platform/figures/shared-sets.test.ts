import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openS3Server, type S3Server } from "#kit/s3-server.ts";
import { type BucketPlace, openBucket } from "./bucket.ts";
import { FigureFault } from "./fault.ts";
import { OvertakenSet } from "./sets.ts";
import { type FigureStore, openFigureStore } from "./store.ts";

let storage: S3Server;
let folder: string;
let troubles: unknown[];

beforeEach(async () => {
  storage = await openS3Server();
  folder = await mkdtemp(join(tmpdir(), "shared-"));
  troubles = [];
});
afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

/** The figures of a site that has a disk of its own and the bucket in common. */
function site(name: string, place: Partial<BucketPlace> = {}): FigureStore {
  const bucket = openBucket({ ...storage, url: `${storage.url}/figures`, ...place });
  const onTrouble = (error: unknown) => troubles.push(error);
  return openFigureStore({
    folder: join(folder, name),
    shipped: join(import.meta.dirname, "../../../content/industry"),
    shared: { bucket, askAgainMs: 0, onTrouble },
  });
}

const alone = (name: string) => openFigureStore({ folder: join(folder, name) });

/** Imports one file with this text; it follows what counts, or what is said. */
async function take(store: FigureStore, id: string, after?: Awaited<ReturnType<FigureStore["current"]>>) {
  const draft = await store.begin(id, after ?? (await store.current()));
  await writeFile(join(draft.folder, "2016.parquet"), `figures of ${id}`);
  try {
    await draft.publish({ periods: { 2016: { file: `${id}/2016.parquet` } } });
  } finally {
    await draft.drop();
  }
}

async function textIn(store: FigureStore): Promise<string | undefined> {
  const set = await store.current();
  return set && !set.shipped ? readFile(set.pathOf(`${set.id}/2016.parquet`), "utf8") : set && "shipped";
}

/** What counts once the store has caught up: whoever has something to read does not wait. */
const settled = (store: FigureStore, text: string) => expect.poll(() => textIn(store)).toBe(text);

describe("figures in S3-compatible storage", () => {
  test("what one site imports, every site with the same bucket reads, from a copy of its own", async () => {
    const [one, other] = [site("one"), site("other")];
    expect(await textIn(other)).toBe("shipped");
    await take(one, "first");
    expect([...storage.objects.keys()].sort()).toEqual([
      "/bucket/figures/current.json",
      "/bucket/figures/first/2016.parquet",
      "/bucket/figures/first/manifest.json",
    ]);
    expect(await textIn(other)).toBe("figures of first");
    await take(one, "second");
    await settled(other, "figures of second");
    // A new machine with an empty disk has them too.
    expect(await textIn(site("new"))).toBe("figures of second");
    expect(troubles).toEqual([]);
  });

  test("of two imports at two sites the later one is told, and nothing is overwritten", async () => {
    const [one, other] = [site("one"), site("other")];
    await take(one, "first");
    const before = await other.current();
    await take(one, "second");
    await expect(take(other, "late", before)).rejects.toThrow(OvertakenSet);
    await settled(other, "figures of second");
    expect([...storage.objects.keys()].some((name) => name.includes("late"))).toBe(false);
  });

  test("while the storage is away, pages read what was brought; an import is told and changes nothing", async () => {
    const one = site("one");
    await take(one, "first");
    storage.failWith(503);
    expect(await textIn(one)).toBe("figures of first");
    await expect(take(one, "second")).rejects.toThrow(
      /^The storage of figures \(127\.0\.0\.1:\d+\) answered with/,
    );
    expect(await textIn(one)).toBe("figures of first");
    // Nothing was brought yet: what came with the project must not stand in for it.
    expect(await site("new").current()).toBeUndefined();
    expect(troubles[0]).toBeInstanceOf(FigureFault);
    storage.failWith(undefined);
    await take(one, "second");
    expect(await textIn(one)).toBe("figures of second");
    await storage.close();
    expect(await textIn(one)).toBe("figures of second");
    await expect(take(one, "third")).rejects.toThrow(/could not be reached/);
  });

  test("a wrong key and a wrong bucket are told by the settings to look at", async () => {
    const wrongKey = site("one", { secret: "another" });
    await expect(take(wrongKey, "first")).rejects.toThrow(/FIGURES_KEY, FIGURES_SECRET and FIGURES_REGION/);
    const wrongBucket = site("two", { url: storage.url.replace("bucket", "pail") });
    await expect(take(wrongBucket, "first")).rejects.toThrow(/there is no such bucket.*FIGURES_URL/);
    expect(storage.objects.size).toBe(0);
  });

  test("a file that came damaged does not count", async () => {
    await take(site("one"), "first");
    storage.objects.get("/bucket/figures/first/2016.parquet")!.body = Buffer.from("figures of fi");
    expect(await site("new").current()).toBeUndefined();
    expect(String(troubles[0])).toContain("first/2016.parquet came damaged");
  });

  test("what was imported before there was a bucket goes there", async () => {
    await take(alone("one"), "early");
    expect(await textIn(site("one"))).toBe("figures of early");
    await expect.poll(() => storage.objects.has("/bucket/figures/current.json")).toBe(true);
    expect(await textIn(site("new"))).toBe("figures of early");
  });

  test("a restored site's figures count everywhere, also where it had none", async () => {
    const [one, other] = [site("one"), site("other")];
    await take(one, "first");
    await take(one, "second");
    await one.pointTo("first");
    await settled(other, "figures of first");
    await one.pointTo(undefined);
    await settled(other, "shipped");
  });

  test("what was superseded a day ago is removed, unless the current set takes a file from it", async () => {
    const one = site("one");
    for (const id of ["first", "second", "third"]) await take(one, id);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    await one.sweepSets({ named: ["third", "first"], now: new Date() });
    expect(storage.objects.size).toBe(7);
    await one.sweepSets({ named: ["third", "first"], now: tomorrow });
    expect([...storage.objects.keys()].filter((name) => name.endsWith(".parquet"))).toEqual([
      "/bucket/figures/first/2016.parquet",
      "/bucket/figures/third/2016.parquet",
    ]);
    expect(await textIn(site("new"))).toBe("figures of third");
  });
});
