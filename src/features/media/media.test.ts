import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EDITOR, GUEST, MEMBER, openMediaHouse } from "#kit/media-house.ts";
import { pdfFile, pictureFile } from "#kit/sample-files.ts";
import { transact } from "#platform/database/transact.ts";
import { addMedia, describeMedia, removeMedia, setVisibility } from "./actions.ts";
import { mediaHref, mediaKey } from "./address.ts";
import { preparer } from "./prepare.ts";
import { type MediaFile, mediaById, mediaByIds } from "./queries.ts";
import { sweepStore } from "./sweep.ts";

let world: Awaited<ReturnType<typeof openMediaHouse>>;
beforeAll(async () => {
  world = await openMediaHouse();
});
afterAll(() => world.close());

async function aPdf(name = "Minutes of the launch.pdf", text = name): Promise<MediaFile> {
  return addMedia(await world.ctx(), await world.received(pdfFile(text), name, "pdf"));
}

/** As a phone writes it: lying on its side, with its place and its maker beside the pixels. */
function photo(width = 1200, height = 900): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#1f5fa8" } })
    .withExif({
      IFD0: { Make: "SecretPhone", Artist: "Nora" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "40/1 48/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

async function aPicture(bytes: Buffer, name = "harvest.jpg", kind = "jpeg"): Promise<MediaFile> {
  return addMedia(await world.ctx(), await world.received(bytes, name, kind));
}

async function again(file: MediaFile): Promise<MediaFile> {
  const found = await mediaById(await world.ctx(), file.id);
  if (!found) throw new Error(`${file.name} is gone`);
  return found;
}

async function publish(...files: MediaFile[]): Promise<void> {
  await setVisibility(
    await world.ctx(),
    files.map(({ id }) => id),
    "public",
  );
}

describe("a private file", () => {
  it("is not found by a guest or a member, with or without a forged key", async () => {
    const file = await aPdf();
    const otherKey = mediaKey(await world.ctx(), (await aPdf()).id);
    for (const key of [undefined, "", "x", otherKey, otherKey.slice(1)]) {
      for (const actor of [GUEST, MEMBER]) {
        expect((await world.ask(actor, mediaHref(file, { key }))).status).toBe(404);
      }
    }
  });

  it("reads the same as one that is not there", async () => {
    const file = await aPdf();
    const hidden = await world.ask(GUEST, mediaHref(file));
    const missing = await world.ask(
      GUEST,
      mediaHref({ ...file, id: "00000000-0000-4000-8000-000000000000" }),
    );
    const nonsense = await world.ask(GUEST, "/files/1%27--/minutes.pdf");
    expect([hidden.status, await hidden.text()]).toEqual([missing.status, await missing.text()]);
    expect(nonsense.status).toBe(404);
  });

  it("is read by an editor and by whoever holds its key, and kept by no cache and no search engine", async () => {
    const file = await aPdf();
    const key = mediaKey(await world.ctx(), file.id);
    for (const [actor, href] of [
      [EDITOR, mediaHref(file)],
      [GUEST, mediaHref(file, { key })],
    ] as const) {
      const response = await world.ask(actor, href);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(pdfFile("Minutes of the launch.pdf"));
      expect(response.headers.get("cache-control")).toBe("private, no-store");
      expect(response.headers.get("x-robots-tag")).toBe("noindex");
    }
  });

  it("becomes everyone's when it is shown, and nobody's when it is hidden again", async () => {
    const file = await aPdf();
    await publish(file);
    const shown = await world.ask(GUEST, mediaHref(file));
    expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "public, no-cache"]);
    const etag = shown.headers.get("etag") ?? "";
    const again = { headers: { "if-none-match": etag } };
    expect((await world.ask(GUEST, mediaHref(file), again)).status).toBe(304);
    await setVisibility(await world.ctx(), [file.id], "private");
    expect((await world.ask(GUEST, mediaHref(file), again)).status).toBe(404);
  });
});

describe("a file's address", () => {
  it("holds a plain name, while the file is saved under its own", async () => {
    const file = await aPdf("Résumé 報告 “final” 50%.PDF");
    await publish(file);
    expect(mediaHref(file)).toBe(`/files/${file.id}/resume-final-50.pdf`);
    const { headers } = await world.ask(GUEST, mediaHref(file));
    expect(headers.get("content-disposition")).toContain(`inline; filename="Resume`);
    expect(headers.get("content-disposition")).toContain(encodeURIComponent("Résumé 報告 “final” 50%.PDF"));
    expect(mediaHref({ id: file.id, name: "報告" })).toBe(`/files/${file.id}/file`);
  });

  it("answers HEAD and parts", async () => {
    const file = await aPdf();
    await publish(file);
    const head = await world.ask(GUEST, mediaHref(file), { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      String(file.bytes),
      "",
    ]);
    const part = await world.ask(GUEST, mediaHref(file), { headers: { range: "bytes=0-3" } });
    expect([part.status, await part.text()]).toEqual([206, "%PDF"]);
  });
});

describe("a picture", () => {
  it("gets its sizes and its measures, upright", async () => {
    const file = await aPicture(await photo());
    expect(file).toMatchObject({ width: null, sizes: [], preparedAt: null });
    await world.runJobs();
    const prepared = await again(file);
    expect(prepared).toMatchObject({ width: 900, height: 1200, problem: null });
    expect(prepared.preparedAt).not.toBeNull();
    expect(prepared.sizes.length).toBeGreaterThan(0);
    for (const size of prepared.sizes) {
      const response = await world.ask(EDITOR, mediaHref(file, { size: size.width }));
      expect(response.headers.get("content-type")).toBe("image/webp");
      expect(response.headers.get("content-disposition")).toContain('filename="harvest.webp"');
      const { width, height, format } = await sharp(await response.arrayBuffer()).metadata();
      expect({ width, height, format }).toEqual({ width: size.width, height: size.height, format: "webp" });
    }
    expect((await world.ask(EDITOR, mediaHref(file, { size: 7 }))).status).toBe(404);
  });

  it("never shows what the camera wrote beside it, not even before its job has run, not even to an editor", async () => {
    const bytes = await photo(801, 601);
    expect(bytes.includes("SecretPhone")).toBe(true);
    const file = await aPicture(bytes);
    await publish(file);
    for (const actor of [GUEST, EDITOR]) {
      const response = await world.ask(actor, mediaHref(file));
      const served = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-type")).toBe("image/jpeg");
      expect(served.includes("SecretPhone")).toBe(false);
      const { exif, width, orientation } = await sharp(served).metadata();
      expect({ exif, width, orientation: orientation ?? 1 }).toEqual({
        exif: undefined,
        width: 601,
        orientation: 1,
      });
    }
  });

  it("is prepared once, however often it is asked for", async () => {
    const file = await aPicture(await pictureFile("png", 333, 222), "chart.png", "png");
    await publish(file);
    await Promise.all([1, 2, 3].map(() => world.ask(GUEST, mediaHref(file))));
    const first = await again(file);
    const ctx = await world.ctx();
    await transact(ctx, (ctx) => ctx.jobs.enqueue(ctx, "media.prepare", { media: file.id }));
    world.later(1);
    await world.runJobs();
    expect(await again(file)).toEqual(first);
    const told = await ctx.db
      .selectFrom("events")
      .select(["name", "actor_kind"])
      .where("subject_id", "=", file.id)
      .orderBy("id")
      .execute();
    expect(told.map((event) => `${event.name} by ${event.actor_kind}`)).toEqual([
      "media.added by person",
      "media.shown by person",
      "media.prepared by system",
    ]);
  });

  it("is drawn once for all who ask at the same time", async () => {
    const file = await aPicture(await pictureFile("png", 334, 222), "table.png", "png");
    const prepare = preparer();
    const ctx = await world.ctx();
    const [one, two] = await Promise.all([prepare(ctx, file.id), prepare(ctx, file.id)]);
    expect(one?.preparedAt).toEqual(expect.any(Date));
    expect(two).toBe(one);
  });

  it("that is damaged says so, and only those who judge it may save it", async () => {
    const whole = await pictureFile("jpeg", 400, 300);
    const file = await aPicture(whole.subarray(0, whole.length - 200), "torn.jpg");
    await world.runJobs();
    expect(await again(file)).toMatchObject({ width: null, cleaned: null, sizes: [] });
    expect((await again(file)).problem).toMatch(/damaged/);
    await publish(file);
    expect((await world.ask(GUEST, mediaHref(file))).status).toBe(404);
    const saved = await world.ask(EDITOR, mediaHref(file));
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(saved.headers.get("cache-control")).toBe("private, no-store");
  });

  it("is found out as damaged by the first request, too", async () => {
    const whole = await pictureFile("jpeg", 400, 200);
    const file = await aPicture(whole.subarray(0, whole.length - 200), "torn too.jpg");
    await publish(file);
    expect((await world.ask(GUEST, mediaHref(file))).status).toBe(404);
    expect((await again(file)).problem).toMatch(/damaged/);
  });

  it("whose row is gone needs no preparation any more", async () => {
    const file = await aPicture(await pictureFile("webp"), "gone.webp", "webp");
    const ctx = await world.ctx();
    await removeMedia(ctx, [file.id]);
    await world.runJobs();
    expect(await world.house.jobs.failures({ limit: 10, offset: 0 })).toEqual([]);
    expect((await world.ask(EDITOR, mediaHref(file))).status).toBe(404);
  });
});

describe("a description", () => {
  it("is cleaned, told once, and gives way to being decorative", async () => {
    const file = await aPdf();
    const ctx = await world.ctx();
    await describeMedia(ctx, file.id, { alt: "  Nurses\nat a table " });
    await describeMedia(ctx, file.id, { alt: "Nurses at a table" });
    expect(await again(file)).toMatchObject({ alt: "Nurses at a table", decorative: false });
    await describeMedia(ctx, file.id, { alt: "Nurses at a table", decorative: true });
    expect(await again(file)).toMatchObject({ alt: null, decorative: true });
    const told = await ctx.db
      .selectFrom("events")
      .select("name")
      .where("subject_id", "=", file.id)
      .where("name", "=", "media.described")
      .execute();
    expect(told).toHaveLength(2);
  });
});

describe("several files", () => {
  it("come in the order they were asked for, without those that are not there", async () => {
    const [one, two] = [await aPdf("one.pdf"), await aPdf("two.pdf")];
    const ctx = await world.ctx();
    const found = await mediaByIds(ctx, [two.id, "00000000-0000-4000-8000-000000000000", one.id]);
    expect(found.map(({ name }) => name)).toEqual(["two.pdf", "one.pdf"]);
    expect(await mediaByIds(ctx, [])).toEqual([]);
  });

  it("stand or fall with what they belong to", async () => {
    const kept = await world.received(pdfFile("never"), "never.pdf", "pdf");
    const ctx = await world.ctx();
    const broken = transact(ctx, async (ctx) => {
      await addMedia(ctx, kept);
      throw new Error("the form was refused after all");
    });
    await expect(broken).rejects.toThrow("refused after all");
    const rows = await ctx.db.selectFrom("media").select("id").where("name", "=", "never.pdf").execute();
    expect(rows).toEqual([]);
  });

  it("are never rows without content", async () => {
    const kept = await world.received(pdfFile("lost"), "lost.pdf", "pdf");
    await world.files.remove(kept.sha256);
    await expect(addMedia(await world.ctx(), kept)).rejects.toThrow(/does not hold/);
  });
});

describe("the sweep", () => {
  it("removes what no row names, and keeps every content and size that one does", async () => {
    const picture = await aPicture(await photo(700, 500), "kept.jpg");
    const pdf = await aPdf("kept.pdf");
    await world.runJobs();
    const { cleaned, sizes } = await again(picture);
    const named = [picture.sha256, pdf.sha256, cleaned?.sha256 ?? "", ...sizes.map(({ sha256 }) => sha256)];
    const orphan = await world.received(pdfFile("orphan"), "orphan.pdf", "pdf");

    expect((await sweepStore(await world.ctx())).contents).toBe(0);
    expect(await world.files.has(orphan.sha256)).toBe(true);

    world.later(25);
    expect((await sweepStore(await world.ctx())).contents).toBeGreaterThan(0);
    expect(await world.files.has(orphan.sha256)).toBe(false);
    for (const sha256 of named) expect(await world.files.verify(sha256)).toBe("whole");
    expect((await world.ask(EDITOR, mediaHref(picture))).status).toBe(200);
    expect(await sweepStore(await world.ctx())).toEqual({ contents: 0, incoming: 0 });
  });

  it("keeps content that came twice until the last row that names it is gone", async () => {
    const [one, two] = [await aPdf("one.pdf", "the same"), await aPdf("two.pdf", "the same")];
    expect(one.sha256).toBe(two.sha256);
    const ctx = await world.ctx();
    await removeMedia(ctx, [one.id]);
    world.later(25);
    await sweepStore(await world.ctx());
    expect((await world.ask(EDITOR, mediaHref(two))).status).toBe(200);
    expect((await world.ask(EDITOR, mediaHref(one))).status).toBe(404);
    await removeMedia(ctx, [two.id]);
    await sweepStore(await world.ctx());
    expect(await world.files.has(two.sha256)).toBe(false);
  });

  it("clears away what broken uploads left", async () => {
    await world.files.receive([Buffer.from("half a form")], { limitBytes: 100 });
    world.later(25);
    expect((await sweepStore(await world.ctx())).incoming).toBe(1);
  });

  it("comes by itself every day", () => {
    const sweep = world.house.features[0]?.jobs?.find(({ name }) => name === "media.sweep");
    expect(sweep?.every).toMatch(/^\d+ \d+ \* \* \*$/);
  });
});
