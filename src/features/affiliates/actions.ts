import { sql } from "kysely";
import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { findOrAddOrganization } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { learnWords } from "#platform/words/known-words.ts";
import type { AffiliateCommand } from "./reading-form.ts";
import type { Lead } from "./rules.ts";

const STATE_TAKEN = "This state is an affiliate already. Change its page instead of adding it twice.";

/** @throws Conflict when the state is an affiliate already */
export async function addAffiliate(
  ctx: Ctx,
  command: AffiliateCommand,
  slug?: string,
): Promise<{ id: string; slug: string }> {
  return transact(ctx, async (ctx) => {
    await mustBeOnlyState(ctx, command);
    const id = ctx.random.id();
    const row = { id, slug: await freeSlug(ctx, slug ?? command.name) };
    await ctx.db
      .insertInto("affiliates")
      .values({
        ...row,
        ...columnsOf(command),
        organization: await organizationOf(ctx, command),
        retired_at: null,
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await writeLeads(ctx, id, command.leads);
    await note(ctx, "affiliate.added", id, command);
    return row;
  });
}

/** @throws Conflict when another editor saved since `version` was read, or the state is another affiliate */
export async function changeAffiliate(
  ctx: Ctx,
  id: string,
  command: AffiliateCommand,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await mustBeOnlyState(ctx, command, id);
    const row = await ctx.db
      .updateTable("affiliates")
      .set({
        ...columnsOf(command),
        organization: await organizationOf(ctx, command),
        version: version + 1,
        changed_at: ctx.now,
      })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, id);
    await writeLeads(ctx, id, command.leads);
    await note(ctx, "affiliate.changed", id, command);
  });
}

/** Takes an affiliate from the site, or puts it back. @throws Conflict when its state has another one meanwhile */
export async function setRetired(ctx: Ctx, id: string, retired: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const present = await ctx.db
      .selectFrom("affiliates")
      .select(["kind", "state_code as state"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!present) throw new NotFound();
    if (!retired) await mustBeOnlyState(ctx, present, id);
    const row = await ctx.db
      .updateTable("affiliates")
      .set({ retired_at: retired ? ctx.now : null, changed_at: ctx.now })
      .where("id", "=", id)
      .returning("name")
      .executeTakeFirstOrThrow();
    await tell(ctx, {
      name: retired ? "affiliate.retired" : "affiliate.returned",
      subject: { kind: "affiliate", id },
      particulars: { name: row.name },
    });
  });
}

function columnsOf({
  name,
  kind,
  state,
  counties,
  summary,
  story,
  url,
  joinedOn,
  leftOn,
  sources,
}: AffiliateCommand) {
  return {
    name,
    kind,
    state_code: state,
    counties,
    summary,
    story,
    url,
    joined_on: joinedOn,
    left_on: leftOn,
    sources: JSON.stringify(sources),
  };
}

/** An organization stands in the one directory as well, so that nobody is typed twice. */
async function organizationOf(
  ctx: Ctx,
  { kind, name, state, url }: AffiliateCommand,
): Promise<string | null> {
  if (kind !== "organization") return null;
  return (await findOrAddOrganization(ctx, { name, stateCode: state, url })).id;
}

async function mustBeOnlyState(
  ctx: Ctx,
  { kind, state }: Pick<AffiliateCommand, "kind" | "state">,
  id?: string,
): Promise<void> {
  if (kind !== "state" || !state) return;
  // Two editors who add the same state at once come one after the other.
  await sql`select pg_advisory_xact_lock(hashtext(${`affiliate ${state}`}))`.execute(ctx.db);
  const other = await ctx.db
    .selectFrom("affiliates")
    .select("id")
    .where("kind", "=", "state")
    .where("state_code", "=", state)
    .where("retired_at", "is", null)
    .executeTakeFirst();
  if (other && other.id !== id) throw new StateTaken(STATE_TAKEN);
}

/** A refusal about the field `state`, which the form shows there. */
export class StateTaken extends Conflict {}

async function writeLeads(ctx: Ctx, affiliate: string, leads: readonly Lead[]): Promise<void> {
  await ctx.db.deleteFrom("affiliate_leads").where("affiliate", "=", affiliate).execute();
  if (leads.length === 0) return;
  const rows = leads.map(({ person, name, title, organization, from, to, consent }, position) => ({
    affiliate,
    position,
    person,
    name,
    title,
    organization,
    from_on: from,
    to_on: to,
    consent: consent && JSON.stringify(consent),
  }));
  await ctx.db.insertInto("affiliate_leads").values(rows).execute();
}

/** The name goes into the log, the leads do not: theirs are for the page, and for those who agreed. */
async function note(
  ctx: Ctx,
  name: "affiliate.added" | "affiliate.changed",
  id: string,
  command: AffiliateCommand,
): Promise<void> {
  await learnWords(ctx, `${command.name} ${command.summary} ${command.story}`);
  await tell(ctx, { name, subject: { kind: "affiliate", id }, particulars: { name: command.name } });
}

async function staleOrMissing(ctx: Ctx, id: string): Promise<Error> {
  const row = await ctx.db.selectFrom("affiliates").select("id").where("id", "=", id).executeTakeFirst();
  return row ? new Conflict() : new NotFound();
}

async function freeSlug(ctx: Ctx, name: string): Promise<string> {
  const base = slugify(name) || "affiliate";
  for (let attempt = 1; ; attempt += 1) {
    const slug = numberedSlug(base, attempt);
    const taken = await ctx.db
      .selectFrom("affiliates")
      .select("id")
      .where("slug", "=", slug)
      .executeTakeFirst();
    if (!taken) return slug;
  }
}
