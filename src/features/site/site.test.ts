import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { settingsForEditing } from "./queries.ts";
import { isTimeZone, zoneGroups } from "./rules.ts";

let world: World;
let editor: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

const FIELDS = {
  name: "Great Plains Commons",
  tagline: "What works",
  description: "People who bring businesses to one table.",
  contactEmail: "hello@plains.example.org",
  postalAddress: "1 Main Street\nOmaha, NE 68102",
  timeZone: "America/Chicago",
  brandColor: "#1f5fa8",
};

async function save(change: Partial<typeof FIELDS> & { version?: string } = {}) {
  const { version } = await settingsForEditing(await world.ctx());
  return world.post("/desk/settings", {
    form: { ...FIELDS, version: String(version), ...change },
    as: editor,
  });
}

describe("settings", () => {
  it("show on the very next page of a reader", async () => {
    expect(await world.page("/sponsors")).not.toContain("Great Plains Commons");
    expect((await save()).status).toBe(303);
    const page = await world.page("/sponsors");
    expect(page).toContain("Great Plains Commons");
    expect(page).toContain("1 Main Street");
    expect(page).toContain('href="/brand/1f5fa8.css"');
    expect((await world.ctx()).site.timeZone).toBe("America/Chicago");
  });

  it("come back with everything that is wrong at once, and nothing lost", async () => {
    const response = await save({
      name: "",
      contactEmail: "nobody",
      timeZone: "Mars/Olympus",
      brandColor: "#ffb81c",
      tagline: "Still here",
    });
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const words of [
      "The site&#39;s name is needed.",
      "This does not read like an e-mail address.",
      "Choose the time zone that the editors plan in.",
      "its contrast is 1.5 to 1, and 4.5 is needed",
      'value="Still here"',
      'src="/brand/ffb81c.svg"',
    ]) {
      expect(html).toContain(words);
    }
    expect((await world.ctx()).site.tagline).not.toBe("Still here");
  });

  it("may leave the addresses and the color empty", async () => {
    expect((await save({ contactEmail: " ", postalAddress: "", brandColor: "" })).status).toBe(303);
    expect((await world.ctx()).site).toMatchObject({ contactEmail: "", postalAddress: "", brandColor: "" });
    expect(await world.page("/sponsors")).not.toContain("/brand/");
  });

  it("saved by two at once keep the first one's and show both to the second", async () => {
    const { version } = await settingsForEditing(await world.ctx());
    await save({ tagline: "Theirs" });
    const late = await save({ tagline: "Mine", version: String(version) });
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain("Theirs");
    expect(html).toContain('value="Mine"');
    expect(html).toContain(`name="version" value="${version + 1}"`);
    expect((await world.ctx()).site.tagline).toBe("Theirs");
  });

  it("tell the audit log what was changed", async () => {
    await save({ tagline: "Another", timeZone: "America/Denver" });
    expect(await world.page("/desk/audit", { as: editor })).toContain(
      "changed the settings: tagline, time zone",
    );
  });

  it("are closed to members", async () => {
    const member = await world.person("member");
    const response = await world.post("/desk/settings", { form: { ...FIELDS, version: "1" }, as: member });
    expect(response.status).toBe(403);
  });
});

describe("a color's own addresses", () => {
  it("answer its style sheet and its picture, to be kept for ever", async () => {
    const sheet = await world.get("/brand/1f5fa8.css");
    expect(await sheet.text()).toContain("--pine:#1f5fa8");
    expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(sheet.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const picture = await world.get("/brand/1f5fa8.svg");
    expect(picture.headers.get("content-type")).toBe("image/svg+xml");
    expect(await picture.text()).toContain('fill="#1f5fa8"');
  });

  it("are nothing for what is no color", async () => {
    for (const name of ["teal.css", "1f5fa.css", "1f5fa8.js", "1F5FA8.css", "1f5fa8;}.css"]) {
      expect((await world.get(`/brand/${encodeURIComponent(name)}`)).status).toBe(404);
    }
  });
});

describe("time zones", () => {
  it("are all there once, those of the United States first, and each is one that we take", () => {
    const groups = zoneGroups();
    const all = groups.flatMap((group) => group.zones.map(({ value }) => value));
    expect(groups[0]?.zones[0]?.value).toBe("America/New_York");
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((zone) => !isTimeZone(zone))).toEqual([]);
    for (const zone of all) new Intl.DateTimeFormat("en-US", { timeZone: zone });
    expect(isTimeZone("Mars/Olympus")).toBe(false);
  });
});
