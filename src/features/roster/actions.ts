import { sql } from "kysely";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { organizationsNamed } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { CompanyFacts, ContactFacts, NewContact, SettingsFacts } from "./facts.ts";
import { type Contact, contactByEmail, contactById, contactsByIds } from "./queries.ts";
import { isFurther, type Side, type Standing } from "./standings.ts";
import "./tables.ts";

interface Of {
  /** The partnership. */
  id: string;
  states: readonly string[];
}

const BLANK: Omit<ContactFacts, "name" | "email" | "side"> = {
  greeting: "",
  title: "",
  phone: "",
  company: "",
  standing: "shortlist",
  isChampion: false,
  assistant: null,
  segments: [],
  consent: "unasked",
  consentSource: "",
  caresAbout: "",
  note: "",
  knownBy: [],
};

/**
 * Says in which zone a team meets and who answers its mails.
 *
 * @throws Conflict when somebody changed it since `version` was read
 */
export async function changeSettings(
  ctx: Ctx,
  partnership: string,
  { timeZone, repliesTo }: SettingsFacts,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = {
      time_zone: timeZone,
      reply_name: repliesTo?.name ?? null,
      reply_email: repliesTo?.email ?? null,
      version: version + 1,
    };
    const saved =
      version === 0
        ? await ctx.db
            .insertInto("workspaces")
            .values({ partnership, ...row })
            .onConflict((on) => on.doNothing())
            .returning("version")
            .executeTakeFirst()
        : await ctx.db
            .updateTable("workspaces")
            .set(row)
            .where("partnership", "=", partnership)
            .where("version", "=", version)
            .returning("version")
            .executeTakeFirst();
    if (!saved) throw new Conflict();
    await tellOf(ctx, "roster.settings-changed", partnership, {});
  });
}

/** Puts somebody on the roster. Refused beside `email` where somebody is there under that address. */
export async function addContact(ctx: Ctx, of: Of, given: NewContact): Promise<Outcome<{ id: string }>> {
  return transact(ctx, async (ctx): Promise<Outcome<{ id: string }>> => {
    const facts = { ...BLANK, ...given };
    const twin = facts.email ? await contactByEmail(ctx, of.id, facts.email) : undefined;
    if (twin) return addressTaken(twin);
    const id = await insertContact(ctx, of, facts);
    await tellOf(ctx, "roster.contact-added", of.id, { contact: id });
    return done({ id });
  });
}

/**
 * Changes what is known of somebody. Where they stand changes with it, and a move is kept with its date.
 *
 * @throws Conflict when somebody changed it since `version` was read; NotFound
 */
export async function changeContact(
  ctx: Ctx,
  of: Of,
  id: string,
  facts: ContactFacts,
  version: number,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const before = await lockContact(ctx, of.id, id);
    if (before.version !== version) throw new Conflict();
    const twin = facts.email ? await contactByEmail(ctx, of.id, facts.email) : undefined;
    if (twin && twin.id !== id) return addressTaken(twin);
    await ctx.db
      .updateTable("roster_contacts")
      .set({
        ...(await columnsOf(ctx, of, facts)),
        ...(facts.consent === before.consent
          ? {}
          : { consent_at: facts.consent === "unasked" ? null : ctx.now }),
        version: version + 1,
        changed_at: ctx.now,
      })
      .where("id", "=", id)
      .execute();
    await tie(ctx, of.id, id, facts.knownBy);
    if (facts.standing !== before.standing) await noteMove(ctx, id, facts.standing, "");
    await tellOf(ctx, "roster.contact-changed", of.id, { contact: id });
    return done(null);
  });
}

/**
 * The one under this address, or somebody new; what is known already is not overwritten, only what is missing is added.
 * Without an address, somebody of the same name at the same company is meant.
 */
export async function findOrAddContact(ctx: Ctx, of: Of, given: NewContact): Promise<Contact> {
  return transact(ctx, async (ctx) => {
    const found = given.email
      ? await contactByEmail(ctx, of.id, given.email)
      : await contactNamed(ctx, of.id, given.name, given.company ?? "");
    if (!found) {
      const id = await insertContact(ctx, of, { ...BLANK, ...given });
      await tellOf(ctx, "roster.contact-added", of.id, { contact: id });
      return (await contactById(ctx, of.id, id))!;
    }
    const company = found.company?.id ?? (await findOrAddCompany(ctx, of, given.company ?? "", given.side));
    const added = {
      name: found.name || given.name,
      title: found.title || (given.title ?? ""),
      phone: found.phone || (given.phone ?? ""),
      cares_about: found.caresAbout || (given.caresAbout ?? ""),
      company,
    };
    await ctx.db.updateTable("roster_contacts").set(added).where("id", "=", found.id).execute();
    return (await contactById(ctx, of.id, found.id))!;
  });
}

/**
 * Takes people further on their way because of something that happened; nobody is taken back, and who stands there
 * already is left alone.
 *
 * @param word why, such as "Came to the launch meeting"
 */
export async function moveFurther(
  ctx: Ctx,
  partnership: string,
  ids: readonly string[],
  to: Standing,
  word: string,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const moving = (await contactsByIds(ctx, partnership, ids)).filter(({ standing }) =>
      isFurther(standing, to),
    );
    if (moving.length === 0) return;
    await ctx.db
      .updateTable("roster_contacts")
      .set({ standing: to, changed_at: ctx.now })
      .where(
        "id",
        "in",
        moving.map(({ id }) => id),
      )
      .execute();
    for (const { id } of moving) await noteMove(ctx, id, to, word);
  });
}

/**
 * Notes that somebody does not want to be written to, where that is known from.
 *
 * @param source such as "Pressed “no more letters” in a letter"
 */
export async function withdrawConsent(
  ctx: Ctx,
  partnership: string,
  id: string,
  source: string,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const changed = await ctx.db
      .updateTable("roster_contacts")
      .set({
        consent: "withdrawn",
        consent_source: source,
        consent_at: ctx.now,
        changed_at: ctx.now,
        version: sql`version + 1`,
      })
      .where("id", "=", id)
      .where("partnership", "=", partnership)
      .where("consent", "<>", "withdrawn")
      .returning("id")
      .executeTakeFirst();
    if (changed) await tellOf(ctx, "roster.contact-changed", partnership, { contact: id });
  });
}

/** Says by hand how far somebody has come, or that they left. @throws NotFound */
export async function setStanding(
  ctx: Ctx,
  partnership: string,
  id: string,
  standing: Standing,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const before = await lockContact(ctx, partnership, id);
    if (before.standing === standing) return;
    await ctx.db
      .updateTable("roster_contacts")
      .set({ standing, version: before.version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .execute();
    await noteMove(ctx, id, standing, "");
    await tellOf(ctx, "roster.contact-moved", partnership, { contact: id, standing });
  });
}

/** Takes somebody off the roster, with their ties. What was sent to them is kept as it was sent. */
export async function removeContact(ctx: Ctx, partnership: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockContact(ctx, partnership, id);
    await ctx.db.deleteFrom("roster_contacts").where("id", "=", id).execute();
    await tellOf(ctx, "roster.contact-removed", partnership, { contact: id });
  });
}

/** The company of this name on the roster, put on it where it is not; null for an empty name. */
export async function findOrAddCompany(ctx: Ctx, of: Of, name: string, side: Side): Promise<string | null> {
  const wanted = name.trim();
  if (!wanted) return null;
  const there = await ctx.db
    .selectFrom("roster_companies")
    .select("id")
    .where("partnership", "=", of.id)
    .where(sql<string>`lower(name)`, "=", wanted.toLowerCase())
    .executeTakeFirst();
  if (there) return there.id;
  const [known] = await organizationsNamed(ctx, [{ name: wanted, stateCode: of.states[0] }]);
  const row = await ctx.db
    .insertInto("roster_companies")
    .values({
      id: ctx.random.id(),
      partnership: of.id,
      organization: known?.id ?? null,
      name: wanted,
      side,
      place: known?.place ?? "",
      size: null,
      note: "",
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    // Two who type the same new name at once mean the same company.
    .onConflict((on) => on.expression(sql`partnership, lower(name)`).doUpdateSet({ changed_at: ctx.now }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** @throws Conflict, NotFound */
export async function changeCompany(
  ctx: Ctx,
  of: Of,
  id: string,
  facts: CompanyFacts,
  version: number,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const twin = await ctx.db
      .selectFrom("roster_companies")
      .select("id")
      .where("partnership", "=", of.id)
      .where(sql<string>`lower(name)`, "=", facts.name.toLowerCase())
      .where("id", "<>", id)
      .executeTakeFirst();
    if (twin) return problem("name", `“${facts.name}” is on the roster already. Change that one instead.`);
    const [known] = await organizationsNamed(ctx, [{ name: facts.name, stateCode: of.states[0] }]);
    const changed = await ctx.db
      .updateTable("roster_companies")
      .set({ ...facts, organization: known?.id ?? null, version: version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .where("partnership", "=", of.id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new Conflict();
    await tellOf(ctx, "roster.company-changed", of.id, { company: id });
    return done(null);
  });
}

async function insertContact(ctx: Ctx, of: Of, facts: ContactFacts): Promise<string> {
  const id = ctx.random.id();
  await ctx.db
    .insertInto("roster_contacts")
    .values({
      id,
      partnership: of.id,
      ...(await columnsOf(ctx, of, facts)),
      consent_at: facts.consent === "unasked" ? null : ctx.now,
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    .execute();
  await tie(ctx, of.id, id, facts.knownBy);
  await noteMove(ctx, id, facts.standing, "");
  return id;
}

async function columnsOf(ctx: Ctx, of: Of, facts: ContactFacts) {
  return {
    company: await findOrAddCompany(ctx, of, facts.company, facts.side),
    person: facts.email ? await accountOf(ctx, facts.email) : null,
    name: facts.name,
    greeting: facts.greeting,
    title: facts.title,
    email: facts.email,
    phone: facts.phone,
    side: facts.side,
    standing: facts.standing,
    is_champion: facts.isChampion,
    assistant_name: facts.assistant?.name ?? "",
    assistant_email: facts.assistant?.email ?? null,
    segments: facts.segments,
    consent: facts.consent,
    consent_source: facts.consentSource,
    cares_about: facts.caresAbout,
    note: facts.note,
  };
}

async function accountOf(ctx: Ctx, email: string): Promise<string | null> {
  const row = await ctx.db.selectFrom("people").select("id").where("email", "=", email).executeTakeFirst();
  return row?.id ?? null;
}

async function tie(
  ctx: Ctx,
  partnership: string,
  contact: string,
  knownBy: readonly string[],
): Promise<void> {
  const knowers = (await contactsByIds(ctx, partnership, knownBy)).filter(({ id }) => id !== contact);
  await ctx.db.deleteFrom("roster_ties").where("contact", "=", contact).execute();
  if (knowers.length > 0)
    await ctx.db
      .insertInto("roster_ties")
      .values(knowers.map(({ id }) => ({ contact, known_by: id })))
      .execute();
}

async function noteMove(ctx: Ctx, contact: string, standing: Standing, word: string): Promise<void> {
  const { actor } = ctx;
  await ctx.db
    .insertInto("roster_moves")
    .values({
      contact,
      at: ctx.now,
      standing,
      word,
      by_name: actor.kind === "guest" ? "" : actor.name,
    })
    .execute();
}

async function contactNamed(
  ctx: Ctx,
  partnership: string,
  name: string,
  company: string,
): Promise<Contact | undefined> {
  const row = await ctx.db
    .selectFrom("roster_contacts as c")
    .leftJoin("roster_companies as o", "o.id", "c.company")
    .select("c.id")
    .where("c.partnership", "=", partnership)
    .where(sql<string>`lower(c.name)`, "=", name.toLowerCase())
    .where(sql<string>`lower(coalesce(o.name, ''))`, "=", company.trim().toLowerCase())
    .limit(1)
    .executeTakeFirst();
  return row && contactById(ctx, partnership, row.id);
}

/** @throws NotFound also for somebody on another roster */
async function lockContact(ctx: Ctx, partnership: string, id: string): Promise<Contact> {
  await ctx.db.selectFrom("roster_contacts").select("id").where("id", "=", id).forUpdate().execute();
  const contact = await contactById(ctx, partnership, id);
  if (!contact) throw new NotFound();
  return contact;
}

function addressTaken(twin: Contact) {
  return problem(
    "email",
    `${twin.name || "Somebody"} is on the roster under this address already. Change that entry instead.`,
  );
}

/** The audit log names the partnership and no one on its roster: that is the team's own. */
async function tellOf(
  ctx: Ctx,
  name: `roster.${string}`,
  partnership: string,
  particulars: Record<string, unknown>,
): Promise<void> {
  await tell(ctx, { name, subject: { kind: "partnership", id: partnership }, particulars });
}
