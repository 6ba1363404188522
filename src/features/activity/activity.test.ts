import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Actor } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { Telling } from "#platform/telling.ts";
import { deedWords } from "./rules.ts";

let world: World;
let editor: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
  other = await world.person("editor", "Olga Other");
});
afterAll(() => world.close());

const SPONSOR = "11111111-1111-4111-8111-111111111111";

async function told(actor: Actor, telling: Telling): Promise<void> {
  await transact(await world.ctx(actor), (ctx) => tell(ctx, telling));
}

const sponsor = (name: string, id = SPONSOR): Telling => ({
  name: "sponsor.added",
  subject: { kind: "sponsor", id },
  particulars: { name },
});

const log = (query = "") => world.page(`/desk/audit${query}`, { as: editor });

describe("the audit log", () => {
  it("says who did what, in the room's own words, with a link to the thing", async () => {
    await told(other.actor, sponsor("Acme <Corp>"));
    const html = await log();
    expect(html).toContain("Olga Other");
    expect(html).toContain("added the sponsor “Acme &lt;Corp&gt;”");
    expect(html).toContain(`href="/desk/sponsors/${SPONSOR}"`);
    expect(html).toContain("May 4, 2026 at 9:00 AM MDT");
  });

  it("tells an event that nobody has words for by its name", () => {
    const words = (name: string, particulars = {}) => deedWords({}, { name, particulars });
    expect(words("meeting.called-off", { title: "Spring launch" })).toBe(
      "called off the meeting “Spring launch”",
    );
    expect(words("action-plan.changed")).toBe("changed the action plan");
  });

  it("is narrowed by person, kind of deed, kind of thing and one thing", async () => {
    await told({ kind: "guest" }, { name: "inquiry.received", subject: { kind: "inquiry", id: "i-1" } });
    await told(other.actor, sponsor("Beacon", "22222222-2222-4222-8222-222222222222"));
    await told(
      { kind: "system", name: "Night watch" },
      { name: "site.cleaned", subject: { kind: "site", id: "s" } },
    );
    const shown = async (query: string) => {
      const html = await log(query);
      const rows = html.slice(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
      return ["A visitor", "Beacon", "Acme", "Night watch"].filter((words) => rows.includes(words));
    };
    expect(await shown(`?who=${other.id}`)).toEqual(["Beacon", "Acme"]);
    expect(await shown("?who=guest")).toEqual(["A visitor"]);
    expect(await shown("?who=system&kind=site")).toEqual(["Night watch"]);
    expect(await shown("?deed=sponsor.added")).toEqual(["Beacon", "Acme"]);
    expect(await shown("?kind=inquiry")).toEqual(["A visitor"]);
    expect(await shown(`?about=sponsor:${SPONSOR}`)).toEqual(["Acme"]);
    expect(await log(`?who=${editor.id}`)).toContain("Nothing matches");
  });

  it("is narrowed to days of the site's zone, both included", async () => {
    // 11:30 in the evening of May 3 in Denver, though it is May 4 by Greenwich.
    world.clock.set(new Date("2026-05-04T05:30:00Z"));
    await told(other.actor, sponsor("Late Evening"));
    world.clock.set(new Date("2026-05-04T15:00:00Z"));
    expect(await log("?from=2026-05-03&to=2026-05-03")).toContain("Late Evening");
    expect(await log("?from=2026-05-04")).not.toContain("Late Evening");
    expect(await log("?to=2026-05-02")).toContain("Nothing matches");
  });

  it("leaves out what does not read like a filter, instead of failing", async () => {
    const html = await log("?who=1%27--&deed=x&kind=%00&about=:&from=yesterday&to=2026-02-31&before=-1");
    expect(html).toContain("Beacon");
  });

  it("says of a day that no calendar has that it is none, and shows the log all the same", async () => {
    for (const day of ["0000-01-01", "99999-01-01", "2026-02-31"]) {
      const html = await log(`?from=${day}&to=9999-12-31`);
      expect(html).toContain("That is no day of the calendar");
      expect(html).toContain("Beacon");
    }
    expect(await log("?from=0001-01-01&to=9999-12-31")).not.toContain("no day of the calendar");
    const saved = await world.get("/desk/audit.csv?from=0000-01-01", { as: editor });
    expect([saved.status, (await saved.text()).includes("Beacon")]).toEqual([200, true]);
  });

  it("is paged by number, so that nothing shifts while new things happen", async () => {
    for (let n = 1; n <= 60; n += 1) {
      await told(other.actor, {
        name: "page.turned",
        subject: { kind: "page", id: String(n) },
        particulars: { title: `leaf ${n}.` },
      });
    }
    const first = await log("?kind=page");
    const older =
      /href="(\/desk\/audit\?kind=page&amp;before=\d+)"/.exec(first)?.[1]?.replace("&amp;", "&") ?? "";
    expect(first).toContain("leaf 60.");
    expect(first).not.toContain("leaf 10.");
    await told(other.actor, { name: "page.turned", subject: { kind: "page", id: "61" } });
    const second = await world.page(older, { as: editor });
    const leaves = [...second.matchAll(/leaf (\d+)\.”(?=<)/g)].map(([, n]) => Number(n));
    expect([...new Set(leaves)]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(second).toContain("Newest");
    expect(second).not.toContain('rel="next"');
  });

  it("costs the same queries for one row and for many", async () => {
    const one = await countQueries(() => log(`?about=sponsor:${SPONSOR}`));
    expect(await countQueries(() => log("?kind=page"))).toBe(one);
  });

  it("offers those who acted, and each kind of deed, once", async () => {
    const html = await log();
    expect(html.match(new RegExp(`<option value="${other.id}"`, "g"))).toHaveLength(1);
    expect(html.match(/<option value="sponsor.added"/g)).toHaveLength(1);
    expect(html).toContain("Sponsor: added");
  });
});

describe("the CSV", () => {
  it("holds everything that matches, with formulas defused", async () => {
    await told(other.actor, { ...sponsor('=HYPERLINK("http://evil.test")'), name: "sponsor.changed" });
    await told(
      { kind: "system", name: "=1+1" },
      { name: "page.turned", subject: { kind: "page", id: "62" } },
    );
    const response = await world.get("/desk/audit.csv?kind=page", { as: editor });
    const lines = (await response.text()).trim().split("\r\n");
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="audit-log-2026-05-04.csv"',
    );
    expect(lines).toHaveLength(1 + 62);
    expect(lines[0]).toBe("number,at,who,who_kind,event,in_words,about,about_id,particulars");
    expect(lines[1]).toContain(",'=1+1,system,page.turned,turned the page,page,62,{}");
  });

  it("reads on past what is taken from the database at once", async () => {
    for (let n = 1; n <= 500; n += 1) {
      await told(other.actor, { name: "bulk.done", subject: { kind: "bulk", id: String(n) } });
    }
    await told(other.actor, { name: "bulk.done", subject: { kind: "bulk", id: "501" } });
    const text = await (await world.get("/desk/audit.csv?kind=bulk", { as: editor })).text();
    const ids = text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => Number(line.split(",")[7]));
    expect(ids).toEqual(Array.from({ length: 501 }, (_, index) => 501 - index));
  });
});

describe("somebody else", () => {
  it("sees neither the log nor the CSV", async () => {
    const member = await world.person("member");
    for (const path of ["/desk/audit", "/desk/audit.csv"]) {
      expect((await world.get(path, { as: member })).status).toBe(403);
      expect((await world.get(path)).headers.get("location")).toContain("/sign-in");
    }
  });
});
