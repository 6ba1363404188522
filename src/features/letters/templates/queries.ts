import { type Selectable, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { LetterKind, TemplateState } from "../kinds.ts";
import type { LetterTemplatesTable } from "../tables.ts";
import "../tables.ts";

/** A text that letters begin from. */
export interface Template {
  id: string;
  /** In the library; null for what is a partnership's own. */
  slug: string | null;
  /** Whose it is, or who shared it; null for the site's. */
  partnership: string | null;
  state: TemplateState;
  kind: LetterKind;
  title: string;
  about: string;
  subject: string;
  body: string;
  unknownGreeting: string;
  /** Whom to thank, in words. */
  credit: string;
  basedOn: string | null;
  /** Of an offer: what an editor said. */
  word: string;
  version: number;
  createdAt: Date;
  changedAt: Date;
  changedBy: string;
}

type Reads = Pick<Ctx, "db">;

export function templateFrom(row: Selectable<LetterTemplatesTable>): Template {
  return {
    id: row.id,
    slug: row.slug,
    partnership: row.partnership,
    state: row.state,
    kind: row.kind,
    title: row.title,
    about: row.about,
    subject: row.subject,
    body: row.body,
    unknownGreeting: row.unknown_greeting,
    credit: row.credit,
    basedOn: row.based_on,
    word: row.word,
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}

/** What a partnership may begin from: its own, the site's and what others shared; not what others keep to themselves. */
function open(ctx: Reads, partnership: string) {
  return ctx.db
    .selectFrom("letter_templates")
    .selectAll()
    .where((or) =>
      or.or([
        or("state", "in", ["site", "shared"]),
        or.and([or("state", "=", "own"), or("partnership", "=", partnership)]),
      ]),
    );
}

/** The one asked for; else the partnership's own of this kind, else the site's. */
export async function templateFor(
  ctx: Reads,
  partnership: string,
  kind: LetterKind,
  id: string | null,
): Promise<Template | undefined> {
  const rows = await open(ctx, partnership).where("kind", "=", kind).orderBy("slug").execute();
  const found =
    (id && rows.find((row) => row.id === id)) ||
    rows.find(({ state }) => state === "own") ||
    rows.find(({ state }) => state === "site");
  return found && templateFrom(found);
}

/** Everything a partnership may begin from, by kind; the library is small enough to be shown whole. */
export async function templatesOpenTo(ctx: Reads, partnership: string): Promise<Template[]> {
  const rows = await open(ctx, partnership)
    .orderBy("kind")
    .orderBy("title")
    .orderBy("id")
    .limit(400)
    .execute();
  return rows.map(templateFrom);
}

/** @param id well-formed */
export async function templateById(ctx: Reads, id: string): Promise<Template | undefined> {
  const row = await ctx.db.selectFrom("letter_templates").selectAll().where("id", "=", id).executeTakeFirst();
  return row && templateFrom(row);
}

/** What a partnership offered to the library, newest first. */
export async function offersOf(ctx: Reads, partnership: string): Promise<Template[]> {
  const rows = await ctx.db
    .selectFrom("letter_templates")
    .selectAll()
    .where("partnership", "=", partnership)
    .where("state", "in", ["offered", "shared", "declined", "withdrawn"])
    .orderBy("created_at", "desc")
    .limit(50)
    .execute();
  return rows.map(templateFrom);
}

export interface KeptVersion {
  version: number;
  subject: string;
  body: string;
  unknownGreeting: string;
  at: Date;
  byName: string;
}

/** How a partnership's own text stood before, newest first. */
export async function versionsOf(ctx: Reads, template: string): Promise<KeptVersion[]> {
  const rows = await ctx.db
    .selectFrom("letter_template_versions")
    .selectAll()
    .where("template", "=", template)
    .orderBy("version", "desc")
    .limit(100)
    .execute();
  return rows.map(({ version, subject, body, unknown_greeting, at, by_name }) => ({
    version,
    subject,
    body,
    unknownGreeting: unknown_greeting,
    at,
    byName: by_name,
  }));
}

export interface LibraryEntry extends Template {
  /** How many partnerships began a round from it, or made it their own. */
  usedBy: number;
}

/** The library by kind; a page of it. One query. */
export async function libraryPage(
  ctx: Reads,
  { kind, offset, limit }: { kind?: LetterKind | undefined; offset: number; limit: number },
): Promise<{ items: LibraryEntry[]; more: boolean }> {
  let query = ctx.db
    .selectFrom("letter_templates as t")
    .selectAll("t")
    .select(USED_BY.as("used_by"))
    .where("t.state", "in", ["site", "shared"]);
  if (kind) query = query.where("t.kind", "=", kind);
  const rows = await query
    .orderBy("t.kind")
    .orderBy("t.title")
    .orderBy("t.id")
    .offset(offset)
    .limit(limit + 1)
    .execute();
  return {
    items: rows.slice(0, limit).map((row) => ({ ...templateFrom(row), usedBy: row.used_by })),
    more: rows.length > limit,
  };
}

export async function libraryEntry(ctx: Reads, slug: string): Promise<LibraryEntry | undefined> {
  const row = await ctx.db
    .selectFrom("letter_templates as t")
    .selectAll("t")
    .select(USED_BY.as("used_by"))
    .where("t.state", "in", ["site", "shared"])
    .where("t.slug", "=", slug)
    .executeTakeFirst();
  return row && { ...templateFrom(row), usedBy: row.used_by };
}

const USED_BY = sql<number>`(select count(distinct u.partnership)::int from (
    select r.partnership from letter_rounds r where r.template = t.id
    union all
    select o.partnership from letter_templates o where o.based_on = t.id and o.state = 'own') as u)`;

/** What waits for an editor, oldest first. */
export async function offersWaiting(ctx: Reads, limit: number): Promise<Template[]> {
  const rows = await ctx.db
    .selectFrom("letter_templates")
    .selectAll()
    .where("state", "=", "offered")
    .orderBy("created_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(templateFrom);
}
