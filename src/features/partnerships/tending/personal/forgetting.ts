import { sql } from "kysely";
import { holdersOf, type Person, personByEmail, scopesHeldBy } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import { PartnershipContent } from "../../content.ts";
import { revisePartnership } from "../../writing.ts";
import { lockTended, same } from "../changing.ts";
import { tendedByIds } from "../queries.ts";
import { FORGOTTEN, type Forgotten, withoutPerson } from "./scrubbing.ts";
import "../../tables.ts";

/** What partnerships' pages and their versions say of a person, and what they did there. */
export const personalPartnerships: PersonalData = {
  done: "partnerships’ pages without their name now, in every version",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return 0;
    const pages = await pagesOf(ctx, person.id);
    const who = { id: person.id, name: fullName(person) };
    for (const id of pages) await forgetOnPage(ctx, id, who);
    await leavePages(ctx, person.id);
    const claims = await ctx.db
      .deleteFrom("partnership_claims")
      .where("person", "=", person.id)
      .returning("id")
      .execute();
    const proposals = await ctx.db
      .deleteFrom("partnership_proposals")
      .where("person", "=", person.id)
      .returning("id")
      .execute();
    return pages.length + claims.length + proposals.length;
  },

  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return undefined;
    const records = [
      ...(await heldBy(ctx, person.id)),
      ...(await namedAs(ctx, person.id)),
      ...(await writtenBy(ctx, person.id)),
      ...(await askedBy(ctx, person.id)),
    ];
    return records.length > 0 ? { heading: "Partnerships", records } : undefined;
  },
};

/** One word may be a place or a company, so only a name of several is looked for in what others typed. */
const fullName = ({ name }: Person) => (/\S\s+\S/.test(name) ? name : "");

/** Pages that name them, that they look after, or on which they wrote. */
async function pagesOf(ctx: Ctx, person: string): Promise<string[]> {
  const held = (await scopesHeldBy(ctx, person, "partnership-editor")).map(({ scope }) => scope);
  const { rows } = await sql<{ id: string }>`
    select p.id from partnerships p where p.id = any(${held}::uuid[])
      or p.id in (select r.partnership from partnership_roles r where r.person = ${person})
      or p.id in (select s.partnership from partnership_stages s where s.by_person = ${person})
      or p.id in (select v.partnership from partnership_versions v
        where v.by_person = ${person} or strpos(v.content::text, ${person}) > 0)
    order by p.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function forgetOnPage(ctx: Ctx, id: string, who: Forgotten): Promise<void> {
  const { content, version } = await lockTended(ctx, id);
  const without = withoutPerson(content, who);
  if (!same(without, content))
    await revisePartnership(ctx, id, {
      content: without,
      version,
      note: "Somebody asked to be forgotten, and their name was taken out",
    });
  const versions = await ctx.db
    .selectFrom("partnership_versions")
    .select(["number", "content"])
    .where("partnership", "=", id)
    .execute();
  for (const { number, content } of versions) {
    const earlier = PartnershipContent.parse(content);
    const scrubbed = withoutPerson(earlier, who);
    if (same(scrubbed, earlier)) continue;
    await ctx.db
      .updateTable("partnership_versions")
      .set({ content: JSON.stringify(scrubbed) as never })
      .where("partnership", "=", id)
      .where("number", "=", number)
      .execute();
  }
  await forgetWriter(ctx, id, who);
}

/** Who wrote, and for whom others wrote. */
async function forgetWriter(ctx: Ctx, id: string, who: Forgotten): Promise<void> {
  await sql`update partnership_versions set by_name = ${FORGOTTEN}, by_person = null
    where partnership = ${id} and by_person = ${who.id}`.execute(ctx.db);
  await sql`update partnership_stages set by_name = ${FORGOTTEN}, by_person = null
    where partnership = ${id} and by_person = ${who.id}`.execute(ctx.db);
  if (who.name === "") return;
  await sql`update partnership_versions set on_behalf_of = ${FORGOTTEN}
    where partnership = ${id} and strpos(lower(on_behalf_of), lower(${who.name})) > 0`.execute(ctx.db);
  await sql`update partnership_stages set by_name = split_part(by_name, ', for ', 1)
    where partnership = ${id} and strpos(lower(by_name), lower(${who.name})) > 0`.execute(ctx.db);
}

/** Pages that nobody holds after them can be asked for again. */
async function leavePages(ctx: Ctx, person: string): Promise<void> {
  const held = (await scopesHeldBy(ctx, person, "partnership-editor")).map(({ scope }) => scope);
  const holders = await holdersOf(ctx, held, ["partnership-editor"]);
  const left = held.filter(
    (scope) => !holders.some((one) => one.scope === scope && one.person.id !== person),
  );
  if (left.length > 0)
    await ctx.db.updateTable("partnerships").set({ claimed_at: null }).where("id", "in", left).execute();
}

type Records = Record<string, unknown>[];

async function heldBy(ctx: Ctx, person: string): Promise<Records> {
  const held = await scopesHeldBy(ctx, person, "partnership-editor");
  const pages = await tendedByIds(
    ctx,
    held.map(({ scope }) => scope),
  );
  return held.map(({ scope, onBehalfOf, since }) => ({
    what: "You look after its page",
    partnership: pages.get(scope)?.content.name,
    ...(onBehalfOf ? { for: onBehalfOf } : {}),
    since,
  }));
}

async function namedAs(ctx: Ctx, person: string): Promise<Records> {
  const rows = await ctx.db
    .selectFrom("partnership_roles as r")
    .innerJoin("partnerships as p", "p.id", "r.partnership")
    .select(["p.name", "r.role", "r.from_on", "r.to_on"])
    .where("r.person", "=", person)
    .orderBy("p.name")
    .execute();
  return rows.map(({ name, role, from_on, to_on }) => ({
    what: "Its page names you",
    partnership: name,
    as: role,
    from: from_on,
    to: to_on,
  }));
}

async function writtenBy(ctx: Ctx, person: string): Promise<Records> {
  const rows = await ctx.db
    .selectFrom("partnership_versions as v")
    .innerJoin("partnerships as p", "p.id", "v.partnership")
    .select(["p.name", "v.number", "v.at", "v.note", "v.on_behalf_of"])
    .where("v.by_person", "=", person)
    .orderBy("v.at")
    .execute();
  return rows.map(({ name, number, at, note, on_behalf_of }) => ({
    what: "You saved a version of its page",
    partnership: name,
    version: number,
    at,
    note,
    ...(on_behalf_of ? { for: on_behalf_of } : {}),
  }));
}

async function askedBy(ctx: Ctx, person: string): Promise<Records> {
  const claims = await ctx.db
    .selectFrom("partnership_claims as c")
    .innerJoin("partnerships as p", "p.id", "c.partnership")
    .select(["p.name", "c.role", "c.message", "c.state", "c.reason", "c.made_at"])
    .where("c.person", "=", person)
    .orderBy("c.made_at")
    .execute();
  const proposals = await ctx.db
    .selectFrom("partnership_proposals")
    .select(["name", "role", "message", "state", "reason", "made_at"])
    .where("person", "=", person)
    .orderBy("made_at")
    .execute();
  return [
    ...claims.map((one) => ({ what: "You asked for its page", ...one })),
    ...proposals.map((one) => ({ what: "You proposed its page", ...one })),
  ];
}
