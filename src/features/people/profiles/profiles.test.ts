import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allSectors } from "#features/sectors/queries.ts";
import { pictureFile } from "#kit/sample-files.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { profileOf, profileValues } from "./factory.ts";

let world: World;
let member: SignedIn;
let reader: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  member = await world.person("member", "Maya Torres");
  reader = await world.person("member", "Rhea Reader");
}, 240_000);
afterAll(() => world.close());

const picture = () => pictureFile("jpeg");

const save = (as: SignedIn, form: Record<string, string | string[]>) =>
  world.post("/profile", { as, form, headers: {} });

/** The form is sent with files, as browsers do. */
async function sendForm(as: SignedIn, form: Record<string, string | string[]>, photo?: Uint8Array) {
  return world.post("/profile", {
    as,
    form,
    files: photo ? [{ field: "photo", name: "Maya at home.jpg", bytes: photo, type: "image/jpeg" }] : [],
  });
}

describe("a profile", () => {
  test("is listed for nobody, and no part of it shown, until its owner says so", async () => {
    const page = await world.page("/profile", { as: member });
    expect(page).toMatch(/value="nobody" checked/);
    expect(page.match(/<option value="nobody" selected/g)?.length).toBe(11);
    const answer = await sendForm(member, { name: "Maya Torres", title: "Director", version: "0" });
    expect(answer.status).toBe(303);
    expect((await world.get("/people/maya-torres")).status).toBe(404);
    expect((await world.get("/people/maya-torres", { as: reader })).status).toBe(404);
    expect(await world.page("/people", { as: reader })).not.toContain("Maya Torres");
  });

  test("shows each reader the parts that are for them, and the preview is the same page", async () => {
    const form = profileValues("Maya Torres", {
      version: "1",
      title: "Director of partnerships",
      organization: "Test Valley College",
      state: ["ne", "ia"],
      county: "Lancaster, NE",
      canHelp: "Launch meetings.\nWelcome letters.",
      lookingFor: "A peer in logistics.",
      "shown-title": "members",
      "shown-lookingFor": "nobody",
    });
    expect((await sendForm(member, form)).headers.get("location")).toBe("/profile?saved");
    const guest = await world.page("/people/maya-torres");
    expect(guest).toContain("Test Valley College");
    expect(guest).toContain("Lancaster");
    expect(guest).toContain("Welcome letters.");
    expect(guest).not.toContain("Director of partnerships");
    expect(guest).not.toContain("A peer in logistics.");
    const other = await world.page("/people/maya-torres", { as: reader });
    expect(other).toContain("Director of partnerships");
    expect(other).not.toContain("A peer in logistics.");
    const asVisitor = await world.page("/profile/preview?as=public", { as: member });
    expect(asVisitor).toContain("Welcome letters.");
    expect(asVisitor).not.toContain("Director of partnerships");
    const asMember = await world.page("/profile/preview?as=members", { as: member });
    expect(asMember).toContain("Director of partnerships");
    expect(asMember).not.toContain("A peer in logistics.");
  });

  test("saved from two windows: the second is told, and nothing is overwritten", async () => {
    const before = profileValues("Maya Torres", { version: "2", about: "First window." });
    expect((await sendForm(member, before)).status).toBe(303);
    const answer = await sendForm(member, { ...before, about: "Second window." });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("First window.");
    expect(page).toContain("Second window.");
    expect(page).toContain('name="version" value="3"');
    expect(await world.page("/people/maya-torres")).toContain("First window.");
  });

  test("with mistakes comes back whole, with a sentence beside each", async () => {
    const answer = await sendForm(
      member,
      profileValues("", { version: "3", county: "Atlantis, NE", about: "Kept as typed." }),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Your name is needed.");
    expect(page).toContain("Atlantis");
    expect(page).toContain("Kept as typed.");
  });

  test("is taken out of sight at once when its owner hides it", async () => {
    expect((await world.get("/people/maya-torres")).status).toBe(200);
    await sendForm(member, profileValues("Maya Torres", { version: "3", listedFor: "members" }));
    expect((await world.get("/people/maya-torres")).status).toBe(404);
    expect((await world.get("/people/maya-torres", { as: reader })).status).toBe(200);
    expect(await world.page("/people")).not.toContain("Maya Torres");
  });

  test("follows a new name, its address too", async () => {
    await profileOf(world, member, { version: "4" });
    await world.post("/account", { as: member, form: { name: "Maya Torres Lopez" } });
    expect(await world.page("/people?q=lopez")).toContain("Maya Torres Lopez");
    await sendForm(member, profileValues("Maya Torres Lopez", { version: "5" }));
    expect((await world.get("/people/maya-torres-lopez")).status).toBe(200);
    expect((await world.get("/people/maya-torres")).status).toBe(404);
  });

  test("of a namesake has an address of its own that tells nothing of the other", async () => {
    const one = await world.person("member", "Sam Same");
    const two = await world.person("member", "Sam Same");
    await profileOf(world, one, {}, "nobody");
    const { slug } = await profileOf(world, two);
    expect(slug).toMatch(/^sam-same-[0-9a-f]{4}$/);
  });

  test("keeps a sector that was retired since", async () => {
    const ctx = await world.ctx();
    const [sector] = await allSectors(ctx);
    const person = await world.person("member", "Rita Retired");
    await profileOf(world, person, { sector: sector!.id });
    await world.house.ground.database.db
      .updateTable("sectors")
      .set({ retired_at: world.clock.now() })
      .where("id", "=", sector!.id)
      .execute();
    expect(await world.page("/profile", { as: person })).toContain(`value="${sector!.id}" checked`);
    await world.house.ground.database.db
      .updateTable("sectors")
      .set({ retired_at: null })
      .where("id", "=", sector!.id)
      .execute();
  });
});

describe("a photo", () => {
  test("needs words, and is kept while another field is mended", async () => {
    const person = await world.person("member", "Pia Photo");
    const first = await sendForm(person, profileValues("Pia Photo"), await picture());
    expect(first.status).toBe(422);
    const page = await first.text();
    expect(page).toContain("Say what the photo shows");
    const [, photoId] = page.match(/name="photoId" value="([^"]+)"/) ?? [];
    const [, photoSeal] = page.match(/name="photoSeal" value="([^"]+)"/) ?? [];
    const again = await sendForm(
      person,
      profileValues("Pia Photo", { photoId: photoId!, photoSeal: photoSeal!, photoAlt: "Pia at a launch" }),
    );
    expect(again.status).toBe(303);
    const shown = await world.page("/people/pia-photo");
    expect(shown).toContain('alt="Pia at a launch"');
    expect(shown).not.toContain("Maya at home");
    const [, src] = shown.match(/<img[^>]*src="([^"]+)"/) ?? [];
    expect((await world.get(src!.replaceAll("&amp;", "&"))).status).toBe(200);
  });

  test("for members only is opened by its key alone, and not at all once it is hidden", async () => {
    const person = await world.person("member", "Ken Key");
    await sendForm(
      person,
      profileValues("Ken Key", { photoAlt: "Ken", "shown-photo": "members" }),
      await picture(),
    );
    expect(await world.page("/people/ken-key")).not.toContain("<img");
    const page = await world.page("/people/ken-key", { as: reader });
    const [, src] = page.match(/<img[^>]*src="([^"]+)"/) ?? [];
    const address = src!.replaceAll("&amp;", "&");
    expect((await world.get(address)).status).toBe(200);
    expect((await world.get(address.split("?")[0]!)).status).toBe(404);
  });

  test("of somebody else cannot be taken by its id", async () => {
    const person = await world.person("member", "Thea Thief");
    const { id } = await world.house.ground.database.db
      .selectFrom("media")
      .select("id")
      .executeTakeFirstOrThrow();
    await sendForm(
      person,
      profileValues("Thea Thief", { photoId: id, photoSeal: "made up", photoAlt: "Mine" }),
    );
    expect(await world.page("/people/thea-thief")).not.toContain("<img");
  });
});

describe("an organization that somebody names", () => {
  test("joins the directory of organizations only where everyone may see it", async () => {
    const names = async () =>
      (
        await world.house.ground.database.db
          .selectFrom("organizations" as never)
          .select("name" as never)
          .execute()
      ).map((row) => (row as { name: string }).name);
    const shy = await world.person("member", "Shirin Shy");
    await profileOf(world, shy, { organization: "Quietly Hidden Works", "shown-organization": "members" });
    expect(await names()).not.toContain("Quietly Hidden Works");
    expect(await world.page("/people/shirin-shy", { as: reader })).toContain("Quietly Hidden Works");
    const open = await world.person("member", "Olu Open");
    await profileOf(world, open, { organization: "Openly Shown Works" });
    expect(await names()).toContain("Openly Shown Works");
  });
});

test("a form without files is no form of ours", async () => {
  expect((await save(member, profileValues("Maya"))).status).toBe(400);
});
