import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { inviteTo } from "../grants/invitations.ts";
import { profileOf } from "../profiles/factory.ts";
import { passOnLetter } from "../relay/actions.ts";
import { recipientSeal, writerSeal } from "../relay/links.ts";
import { sendSignInLink } from "../sign-in/actions.ts";
import { mergePeople } from "./merge.ts";

let world: World;
let administrator: SignedIn;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  administrator = await world.person("administrator");
  editor = await world.person("editor");
});
afterAll(() => world.close());

const db = () => world.house.ground.database.db;
const address = (a: { id: string }, b: { id: string }) => `/desk/merging/people/${a.id}/${b.id}`;
const merge = (stays: { id: string }, gone: { id: string }, as = administrator) =>
  world.post(address(stays, gone), { as, form: { stays: stays.id } });
const row = (id: string) => db().selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst();

/** Somebody the directory knows of by name alone. */
async function named(name: string): Promise<{ id: string }> {
  const id = (await world.ctx()).random.id();
  await db()
    .insertInto("people")
    .values({ id, email: null, name, role: "member", created_at: world.clock.now(), last_seen_at: null })
    .execute();
  return { id };
}

describe("two accounts of one person", () => {
  let stays: SignedIn;
  let gone: SignedIn;

  beforeAll(async () => {
    stays = await world.person("member", "Zoë Doubleday");
    gone = await world.person("member", "Zoe  Doubleday");
  });

  test("are found by their name, accents and spaces aside, and by an address", async () => {
    const list = await world.page("/desk/merging/people", { as: administrator });
    expect(list).toContain("Zoë Doubleday");
    expect(list).toContain("They have the same name and different addresses.");
    const found = await world.page("/desk/merging/people?q=zoe+double", { as: administrator });
    expect(found).toContain(stays.email);
    expect(found).toContain(gone.email);
    expect(await world.page(`/desk/merging/people?q=${gone.email}`, { as: administrator })).toContain(
      "There are no two people",
    );
  });

  test("are listed with the same number of queries for one pair and for three", async () => {
    const queries = () => countQueries(() => world.page("/desk/merging/people", { as: administrator }));
    const one = await queries();
    for (const name of ["Vera Again", "Vera Again", "Walt Again", "Walt Again"])
      await world.person("member", name);
    expect(await queries()).toBe(one);
  });

  test("become one with everything that hangs on them", async () => {
    const system = await world.ctx({ kind: "system", name: "Test" });
    const shared = { role: "state-lead", scope: "ne" } as const;
    await world.give(stays, shared);
    await world.give(gone, shared);
    await world.give(gone, { role: "state-lead", scope: "ia" });
    await profileOf(world, gone, { title: "Head of the health academy" });
    const partnership = await partnershipAt(system, {
      champions: [{ id: system.random.id(), person: { name: "Zoe Doubleday", id: gone.id } }] as never,
    });
    await db()
      .insertInto("state_coaches")
      .values({
        ...{ id: system.random.id(), state_code: "ne", person: gone.id, name: "Zoe Doubleday" },
        ...{ organization: "", partnership: null, note: "", from_on: null, to_on: null },
        created_at: world.clock.now(),
      })
      .execute();
    const affiliate = system.random.id();
    await db()
      .insertInto("affiliates")
      .values({
        ...{ id: affiliate, slug: "test-valley", name: "Test Valley", kind: "organization" },
        ...{ created_at: system.now, changed_at: system.now },
      } as never)
      .execute();
    await db()
      .insertInto("affiliate_leads")
      .values({ affiliate, position: 0, person: gone.id, name: "Zoe Doubleday" } as never)
      .execute();
    await inviteTo(await world.ctx(administrator.actor), {
      ...{ email: gone.email, name: "", role: "state-lead", scope: "ks", onBehalfOf: "" },
      ...{ what: "the page of Kansas", leadsTo: "/states/ks" },
    } as never);
    await passOnLetter(await world.ctx(gone.actor), {
      to: { kind: "person", id: administrator.id, name: "Ada" } as never,
      from: { name: gone.name, email: gone.email, personId: gone.id },
      text: "A letter of hers.",
      doubt: "held for a look",
    });
    await db()
      .insertInto("relay_stops")
      .values([
        {
          recipient: recipientSeal(system, gone.email),
          to_id: gone.id,
          writer: "",
          stopped_at: system.now,
        },
        {
          recipient: recipientSeal(system, editor.email),
          to_id: editor.id,
          writer: writerSeal(system, gone.email),
          stopped_at: system.now,
        },
      ])
      .execute();
    await db()
      .insertInto("passkeys")
      .values({
        ...{ id: "key-of-gone", person: gone.id, public_key: Buffer.from("key"), counter: 0 },
        ...{ transports: [], name: "Phone", created_at: system.now, used_at: null },
      } as never)
      .execute();
    await sendSignInLink(system, gone.email);
    const preview = await world.page(address(stays, gone), { as: administrator });
    for (const fact of [stays.email, gone.email, "Yes, listed for everyone", "Named by partnerships"])
      expect(preview).toContain(fact);

    expect((await merge(stays, gone)).status).toBe(303);

    expect(await row(gone.id)).toBeUndefined();
    expect((await row(stays.id))?.email).toBe(stays.email);
    const grants = await db()
      .selectFrom("grants")
      .select(["role", "scope"])
      .where("person", "=", stays.id)
      .where("ended_at", "is", null)
      .orderBy("scope")
      .execute();
    expect(grants.map(({ scope }) => scope)).toEqual(["ia", "ne"]);
    const profile = await db().selectFrom("profiles").selectAll().where("person", "=", stays.id).execute();
    expect(profile.map(({ title }) => title)).toEqual(["Head of the health academy"]);
    expect(await world.page(`/people/${profile[0]?.slug}`)).toContain("Zoë Doubleday");
    const { content } = await db()
      .selectFrom("partnerships")
      .select("content")
      .where("id", "=", partnership.id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(content)).toContain(stays.id);
    expect(JSON.stringify(content)).not.toContain(gone.id);
    const coaches = await db().selectFrom("state_coaches").select("person").execute();
    expect(coaches).toEqual([{ person: stays.id }]);
    const leads = await db().selectFrom("affiliate_leads").select("person").execute();
    expect(leads).toEqual([{ person: stays.id }]);
    const invitations = await db().selectFrom("grant_invitations").select("email").execute();
    expect(invitations).toEqual([{ email: stays.email }]);
    const letters = await db().selectFrom("relay_letters").select(["from_person", "from_email"]).execute();
    expect(letters).toEqual([{ from_person: stays.id, from_email: stays.email }]);
    const stops = await db()
      .selectFrom("relay_stops")
      .select(["recipient", "to_id", "writer"])
      .orderBy("writer")
      .execute();
    expect(stops).toEqual([
      { recipient: recipientSeal(system, stays.email), to_id: stays.id, writer: "" },
      {
        recipient: recipientSeal(system, editor.email),
        to_id: editor.id,
        writer: writerSeal(system, stays.email),
      },
    ]);
  });

  test("and whoever holds the other address is a guest, with no way back into the account", async () => {
    expect((await world.get("/account", { as: gone })).status).not.toBe(200);
    expect((await world.get("/account", { as: stays })).status).toBe(200);
    expect(await db().selectFrom("passkeys").select("id").execute()).toEqual([]);
    expect(
      await db().selectFrom("sign_in_links").select("kind").where("email", "=", gone.email).execute(),
    ).toEqual([]);
  });

  test("and the log tells it by name and without an address", async () => {
    const told = await db()
      .selectFrom("events")
      .selectAll()
      .where("name", "=", "person.merged")
      .executeTakeFirstOrThrow();
    expect(told.subject_id).toBe(stays.id);
    expect(told.particulars).toEqual({ goneId: gone.id, name: "Zoë Doubleday" });
    const named = await db().selectFrom("events").select("name").where("subject_id", "=", gone.id).execute();
    expect(named).toEqual([]);
  });
});

describe("somebody whom a convener named", () => {
  test("becomes the one who came by themselves, whose profile stays as it is", async () => {
    const came = await world.person("member", "Nora Named");
    const known = await named("NORA NAMED");
    await profileOf(world, came, { title: "Her own words" });
    await db()
      .insertInto("profiles")
      .values({
        ...{ person: known.id, slug: "nora-named-2", sort_name: "nora named", listed_for: "nobody" },
        ...{ written_by: "nobody", title: "Somebody else’s words", shown: "{}" },
        ...{ created_at: world.clock.now(), changed_at: world.clock.now() },
      } as never)
      .execute();
    expect(await world.page("/desk/merging/people", { as: administrator })).toContain(
      "one has no e-mail address",
    );
    expect((await merge(came, known)).status).toBe(303);
    const profiles = await db()
      .selectFrom("profiles")
      .select("title")
      .where("person", "=", came.id)
      .execute();
    expect(profiles).toEqual([{ title: "Her own words" }]);
    expect(await row(known.id)).toBeUndefined();
  });
});

describe("it is refused", () => {
  test("to editors and members: for them there is no such page", async () => {
    const a = await world.person("member", "Ann Twice");
    const b = await world.person("member", "Ann Twice");
    for (const path of ["/desk/merging/people", "/desk/merging/people?q=ann", address(a, b)])
      expect((await world.get(path, { as: editor })).status).toBe(404);
    expect((await merge(a, b, editor)).status).toBe(404);
    expect((await merge(a, b, a)).status).toBe(403);
    expect(await world.page("/desk/merging", { as: editor })).not.toContain("/desk/merging/people");
    await expect(mergePeople(await world.ctx(editor.actor), a.id, b.id)).rejects.toThrow("administrators");
    expect(await row(b.id)).toBeDefined();
  });

  test("where the one that would go works the desk", async () => {
    const member = await world.person("member", "Edith Editor");
    for (const one of [editor, administrator]) {
      const answer = await merge(member, one);
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain(`is an ${one === editor ? "editor" : "administrator"}`);
      expect(await row(one.id)).toBeDefined();
    }
    expect((await merge(editor, member)).status).toBe(303);
    expect((await row(editor.id))?.role).toBe("editor");
  });

  test("where nobody could open the account any more", async () => {
    const came = await world.person("member", "Paul Plain");
    const known = await named("Paul Plain");
    const answer = await merge(known, came);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("nobody could sign in any more");
    expect(await row(came.id)).toBeDefined();
  });

  test("with somebody who is not there, or with themselves", async () => {
    const one = await world.person("member", "Una Once");
    expect((await merge(one, { id: "00000000-0000-4000-8000-0000000000aa" })).status).toBe(404);
    await expect(mergePeople(await world.ctx(administrator.actor), one.id, one.id)).rejects.toThrow();
    expect(await row(one.id)).toBeDefined();
  });
});
