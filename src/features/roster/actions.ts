import { sql } from "kysely";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { personByEmail } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { findOrAddCompany } from "./companies.ts";
import type { ContactFacts, NewContact } from "./facts.ts";
import { lockContact, noteMoves } from "./moving.ts";
import { type Contact, contactByEmail, contactById, contactsByIds } from "./queries.ts";
import { type Of, tellOf } from "./telling.ts";
import "./tables.ts";

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
    if (facts.standing !== before.standing) await noteMoves(ctx, [id], facts.standing, "");
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

/** Takes somebody off the roster, with their ties. What was sent to them is kept as it was sent. */
export async function removeContact(ctx: Ctx, partnership: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockContact(ctx, partnership, id);
    await ctx.db.deleteFrom("roster_contacts").where("id", "=", id).execute();
    await tellOf(ctx, "roster.contact-removed", partnership, { contact: id });
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
  await noteMoves(ctx, [id], facts.standing, "");
  return id;
}

async function columnsOf(ctx: Ctx, of: Of, facts: ContactFacts) {
  return {
    company: await findOrAddCompany(ctx, of, facts.company, facts.side),
    person: facts.email ? ((await personByEmail(ctx, facts.email))?.id ?? null) : null,
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

function addressTaken(twin: Contact) {
  return problem(
    "email",
    `${twin.name || "Somebody"} is on the roster under this address already. Change that entry instead.`,
  );
}
