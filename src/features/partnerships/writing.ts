import { sql } from "kysely";
import { slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { countyListWords, stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { learnWords } from "#platform/words/known-words.ts";
import { PartnershipContent, type PartnershipDraft } from "./content.ts";
import type { Stage } from "./stages.ts";
import "./tables.ts";

/** Makes a partnership's page, with its first version. */
export async function addPartnership(
  ctx: Ctx,
  given: {
    content: PartnershipDraft;
    stage: Stage;
    stageSince?: string | null;
    word?: string;
    slug?: string;
  },
): Promise<{ id: string; slug: string }> {
  const content = PartnershipContent.parse(given.content);
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const slug = await freeSlug(ctx, given.slug ?? content.name);
    await ctx.db
      .insertInto("partnerships")
      .values({
        id,
        slug,
        ...columnsOf(content),
        stage: given.stage,
        stage_since: given.stageSince ?? null,
        claimed_at: null,
        confirmed_at: null,
        reminded_at: null,
        hidden_at: null,
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await writeParts(ctx, id, content);
    await writeVersion(ctx, id, 1, content, {});
    await noteStage(ctx, id, given.stage, given.stageSince ?? null, given.word ?? "");
    await tell(ctx, {
      name: "partnership.added",
      subject: { kind: "partnership", id },
      particulars: { name: content.name },
    });
    return { id, slug };
  });
}

/**
 * Saves a changed content as the next version; readers see it at once.
 *
 * @param given.version the version that the writer had before their eyes
 * @returns the new version's number
 * @throws Conflict when somebody saved meanwhile; nothing is overwritten
 */
export async function revisePartnership(
  ctx: Ctx,
  id: string,
  given: { content: PartnershipDraft; version: number; onBehalfOf?: string; note?: string },
): Promise<number> {
  const content = PartnershipContent.parse(given.content);
  return transact(ctx, async (ctx) => {
    const before = await namesOf(ctx, id);
    const next = given.version + 1;
    const row = await ctx.db
      .updateTable("partnerships")
      .set({ ...columnsOf(content), version: next, changed_at: ctx.now, reminded_at: null })
      .where("id", "=", id)
      .where("version", "=", given.version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, id);
    await writeParts(ctx, id, content, before);
    await writeVersion(ctx, id, next, content, given);
    await tell(ctx, {
      name: "partnership.changed",
      subject: { kind: "partnership", id },
      particulars: {
        name: content.name,
        version: next,
        ...(given.onBehalfOf ? { onBehalfOf: given.onBehalfOf } : {}),
        ...(given.note ? { note: given.note } : {}),
      },
    });
    return next;
  });
}

/** Writes where a partnership stands from now on into its history; the row itself is the caller's to change. */
export async function noteStage(
  ctx: Ctx,
  partnership: string,
  stage: Stage,
  since: string | null,
  word: string,
  onBehalfOf = "",
): Promise<void> {
  const { actor } = ctx;
  const name = actor.kind === "guest" ? "A visitor" : actor.name;
  await ctx.db
    .insertInto("partnership_stages")
    .values({
      id: ctx.random.id(),
      partnership,
      stage,
      since,
      word,
      at: ctx.now,
      by_person: actor.kind === "person" ? actor.id : null,
      by_name: onBehalfOf ? `${name}, for ${onBehalfOf}` : name,
    })
    .execute();
}

function columnsOf(content: PartnershipContent) {
  return {
    name: content.name,
    summary: content.summary,
    region: content.region,
    counties_known: content.countiesKnown,
    setting: content.setting,
    content: JSON.stringify(content) as never,
  };
}

/** What lists, filters and the map ask for, out of the content. Words come last: they are made from the rest. */
async function writeParts(
  ctx: Ctx,
  partnership: string,
  content: PartnershipContent,
  namesBefore: readonly string[] = [],
): Promise<void> {
  const { db } = ctx;
  const names = [...new Set([content.name, ...content.alsoKnownAs])];
  const themes = [
    ...new Set(content.priorities.filter(({ state }) => state !== "set-aside").map(({ theme }) => theme)),
  ];
  const people = [
    ...content.roles.map(({ role, person, organization, from, to }) => ({
      role,
      person,
      organization,
      from,
      to,
    })),
    ...content.champions.map(({ person, organization, since, until }) => ({
      role: "champion",
      person,
      organization,
      from: since,
      to: until,
    })),
  ];
  const parts = {
    partnership_names: names.map((name) => ({ partnership, name })),
    partnership_states: [...new Set(content.states)].map((state_code, position) => ({
      partnership,
      state_code,
      position,
    })),
    partnership_counties: [...new Set(content.counties)].map((county) => ({ partnership, county })),
    partnership_sectors: [...new Set(content.sectors)].map((sector, position) => ({
      partnership,
      sector,
      position,
    })),
    partnership_themes: themes.map((theme) => ({ partnership, theme })),
    partnership_roles: people
      .filter(({ person, organization }) => person?.id || organization?.id)
      .map(({ role, person, organization, from, to }) => ({
        partnership,
        role,
        person: person?.id ?? null,
        organization: organization?.id ?? null,
        from_on: from,
        to_on: to,
      })),
  };
  for (const [table, rows] of Object.entries(parts) as [keyof typeof parts, object[]][]) {
    await db.deleteFrom(table).where("partnership", "=", partnership).execute();
    if (rows.length > 0)
      await db
        .insertInto(table)
        .values(rows as never)
        .execute();
  }
  const places = placeWords(content);
  await sql`update partnerships set words = partnership_words(partnerships)
      || setweight(to_tsvector('english', search_text(${places})), 'B')
    where id = ${partnership}`.execute(db);
  await sql`select link_happenings(${[...names, ...namesBefore]}::text[])`.execute(db);
  await learnWords(
    ctx,
    [...names, content.summary, content.region, places, ...content.priorities.map(({ title }) => title)].join(
      " ",
    ),
  );
}

/** States and counties by name, so that it is found by where it is. */
function placeWords({ states, counties }: PartnershipContent): string {
  const named = states.flatMap((code) => stateByCode(code)?.name ?? []);
  return [...named, countyListWords(counties)].join(" ");
}

async function namesOf(ctx: Ctx, partnership: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("partnership_names")
    .select("name")
    .where("partnership", "=", partnership)
    .execute();
  return rows.map(({ name }) => name);
}

async function writeVersion(
  ctx: Ctx,
  partnership: string,
  number: number,
  content: PartnershipContent,
  by: { onBehalfOf?: string | undefined; note?: string | undefined },
): Promise<void> {
  const { actor } = ctx;
  await ctx.db
    .insertInto("partnership_versions")
    .values({
      partnership,
      number,
      content: JSON.stringify(content) as never,
      at: ctx.now,
      by_person: actor.kind === "person" ? actor.id : null,
      by_name: actor.kind === "guest" ? "A visitor" : actor.name,
      on_behalf_of: by.onBehalfOf ?? "",
      note: by.note ?? "",
    })
    .execute();
}

async function staleOrMissing(ctx: Ctx, id: string): Promise<Error> {
  const row = await ctx.db.selectFrom("partnerships").select("id").where("id", "=", id).executeTakeFirst();
  return row ? new Conflict("Somebody else has saved this page since you opened it.") : new NotFound();
}

async function freeSlug(ctx: Ctx, name: string): Promise<string> {
  const base = slugify(name) || "partnership";
  const rows = await ctx.db
    .selectFrom("partnerships")
    .select("slug")
    .where((is) => is.or([is("slug", "=", base), is("slug", "like", `${base}-%`)]))
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
