import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { LetterKind } from "../kinds.ts";
import { actorName, tellOf } from "../telling.ts";
import { unknownFields } from "../writing.tsx";
import { type Template, templateById, templateFor, versionsOf } from "./queries.ts";

export interface OwnText {
  subject: string;
  body: string;
  unknownGreeting: string;
}

/**
 * Keeps a partnership's own text of a kind; how it stood before is kept too.
 *
 * @param base.version of its own text when the form was made; 0 where there was none
 * @param base.from the text of the library that it began from
 * @throws Conflict when somebody changed it since
 */
export async function keepOwn(
  ctx: Ctx,
  workspace: Workspace,
  kind: LetterKind,
  text: OwnText,
  base: { version: number; from: string | null },
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const slips = unknownFields(text);
    if (slips.length > 0)
      return problem(
        "body",
        `Nothing is called ${slips.map((name) => `{{${name}}}`).join(", ")}. The names that can stand in braces are listed below.`,
      );
    const found = await templateFor(ctx, workspace.id, kind, base.from);
    const own = await ownOf(ctx, workspace.id, kind);
    if ((own?.version ?? 0) !== base.version) throw new Conflict();
    const version = base.version + 1;
    const id = own?.id ?? ctx.random.id();
    const words = { subject: text.subject, body: text.body, unknown_greeting: text.unknownGreeting };
    if (own)
      await ctx.db
        .updateTable("letter_templates")
        .set({ ...words, version, changed_at: ctx.now, changed_by: actorName(ctx) })
        .where("id", "=", id)
        .execute();
    else
      await ctx.db
        .insertInto("letter_templates")
        .values({
          id,
          slug: null,
          partnership: workspace.id,
          state: "own",
          kind,
          title: found?.title ?? "Our own text",
          ...words,
          based_on: found && found.state !== "own" ? found.id : null,
          version,
          created_at: ctx.now,
          changed_at: ctx.now,
          changed_by: actorName(ctx),
        })
        .execute();
    await ctx.db
      .insertInto("letter_template_versions")
      .values({ template: id, version, ...words, at: ctx.now, by_name: actorName(ctx) })
      .execute();
    await tellOf(ctx, "letters.text-kept", workspace.id, { kind });
    return done(null);
  });
}

/** Its own text of a kind, locked for the one who changes it. */
async function ownOf(ctx: Ctx, partnership: string, kind: LetterKind) {
  return ctx.db
    .selectFrom("letter_templates")
    .select(["id", "version"])
    .where("partnership", "=", partnership)
    .where("kind", "=", kind)
    .where("state", "=", "own")
    .forUpdate()
    .executeTakeFirst();
}

/** Puts an earlier version of its own text in place again, as the newest. @throws NotFound */
export async function restoreVersion(
  ctx: Ctx,
  workspace: Workspace,
  kind: LetterKind,
  wanted: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const own = await ownOf(ctx, workspace.id, kind);
    const before = own && (await versionsOf(ctx, own.id)).find(({ version }) => version === wanted);
    if (!own || !before) throw new NotFound();
    await keepOwn(ctx, workspace, kind, before, { version: own.version, from: null });
  });
}

export interface Offer {
  title: string;
  about: string;
  subject: string;
  body: string;
  unknownGreeting: string;
  credit: string;
}

/** Offers a text to the library, as it was shown; an editor looks at it first. */
export async function offerToLibrary(
  ctx: Ctx,
  workspace: Workspace,
  kind: LetterKind,
  offer: Offer,
): Promise<Outcome<string>> {
  return transact(ctx, async (ctx): Promise<Outcome<string>> => {
    const slips = unknownFields(offer);
    if (slips.length > 0)
      return problem("body", `Nothing is called ${slips.map((name) => `{{${name}}}`).join(", ")}.`);
    const waiting = await ctx.db
      .selectFrom("letter_templates")
      .select("id")
      .where("partnership", "=", workspace.id)
      .where("kind", "=", kind)
      .where("state", "=", "offered")
      .executeTakeFirst();
    if (waiting) return problem("", "A text of this kind waits for an editor already. Withdraw it first.");
    const id = ctx.random.id();
    await ctx.db
      .insertInto("letter_templates")
      .values({
        id,
        slug: null,
        partnership: workspace.id,
        state: "offered",
        kind,
        title: offer.title,
        about: offer.about,
        subject: offer.subject,
        body: offer.body,
        unknown_greeting: offer.unknownGreeting,
        credit: offer.credit,
        based_on: null,
        created_at: ctx.now,
        changed_at: ctx.now,
        changed_by: actorName(ctx),
      })
      .execute();
    await tellOf(ctx, "letters.text-offered", workspace.id, { kind, template: id });
    return done(id);
  });
}

/** Takes an offer back, or a text out of the library; who made it their own keeps it. @throws NotFound */
export async function withdrawOffer(ctx: Ctx, workspace: Workspace, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const template = await templateById(ctx, id);
    if (template?.partnership !== workspace.id || !["offered", "shared"].includes(template.state))
      throw new NotFound();
    await ctx.db
      .updateTable("letter_templates")
      .set({ state: "withdrawn", slug: null, changed_at: ctx.now })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, "letters.text-withdrawn", workspace.id, { template: id });
  });
}

/** An editor's answer to an offer. @throws NotFound, Conflict when another editor was faster */
export async function decideOffer(
  ctx: Ctx,
  id: string,
  answer: "shared" | "declined",
  word: string,
): Promise<Template> {
  return transact(ctx, async (ctx) => {
    const template = await templateById(ctx, id);
    if (!template?.partnership) throw new NotFound();
    const changed = await ctx.db
      .updateTable("letter_templates")
      .set({
        state: answer,
        slug: answer === "shared" ? await freeSlug(ctx, template.title) : null,
        word,
        changed_at: ctx.now,
      })
      .where("id", "=", id)
      .where("state", "=", "offered")
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new Conflict("It was answered, or taken back, while you were reading.");
    await tellOf(
      ctx,
      answer === "shared" ? "letters.text-shared" : "letters.text-declined",
      template.partnership,
      {
        template: id,
        kind: template.kind,
      },
    );
    return template;
  });
}

async function freeSlug(ctx: Ctx, title: string): Promise<string> {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "letter";
  const rows = await ctx.db
    .selectFrom("letter_templates")
    .select("slug")
    .where("slug", "like", `${base}%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = base;
  for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`;
  return slug;
}
