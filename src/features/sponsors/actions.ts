import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { describeMedia, setVisibility } from "#features/media/public.ts";
import { editors } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { learnWords } from "#platform/words/known-words.ts";
import type { InquiryCommand, OpportunityCommand, SponsorCommand } from "./forms.ts";
import { answerMail, inquiryMail } from "./mails.tsx";
import { inquiryById } from "./queries.ts";
import { stateAfterAnswer } from "./rules.ts";

async function freeSlug(
  ctx: Ctx,
  table: "sponsors" | "sponsor_opportunities",
  name: string,
): Promise<string> {
  const base = slugify(name) || "sponsor";
  for (let attempt = 1; ; attempt += 1) {
    const slug = numberedSlug(base, attempt);
    const taken = await ctx.db.selectFrom(table).select("id").where("slug", "=", slug).executeTakeFirst();
    if (!taken) return slug;
  }
}

/** Adds a sponsor at the end of its tier. `logo` is a media file, which becomes public with the sponsor. */
export async function addSponsor(
  ctx: Ctx,
  command: SponsorCommand & { source?: string },
  logo: string | null,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const last = await ctx.db
      .selectFrom("sponsors")
      .select((all) => all.fn.max("position").as("position"))
      .where("tier", "=", command.tier)
      .executeTakeFirst();
    await ctx.db
      .insertInto("sponsors")
      .values({
        id,
        slug: await freeSlug(ctx, "sponsors", `${command.name} ${command.season ?? ""}`),
        name: command.name,
        tier: command.tier,
        season: command.season,
        position: (last?.position ?? 0) + 1,
        paragraph: command.paragraph,
        url: command.url,
        logo,
        source: command.source ?? null,
        retired_at: null,
        created_at: ctx.now,
      })
      .execute();
    await publishLogo(ctx, logo, command.logoAlt);
    await learnWords(ctx, `${command.name} ${command.paragraph}`);
    await tell(ctx, {
      name: "sponsor.added",
      subject: { kind: "sponsor", id },
      particulars: { name: command.name },
    });
    return id;
  });
}

async function publishLogo(ctx: Ctx, logo: string | null, alt: string): Promise<void> {
  if (!logo) return;
  await describeMedia(ctx, logo, { alt });
  await setVisibility(ctx, [logo], "public");
}

/** @throws Conflict when another editor saved since `version` was read */
export async function changeSponsor(
  ctx: Ctx,
  id: string,
  command: SponsorCommand & { version: number },
  logo: string | null,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("sponsors")
      .set({
        name: command.name,
        tier: command.tier,
        season: command.season,
        paragraph: command.paragraph,
        url: command.url,
        logo,
        version: command.version + 1,
      })
      .where("id", "=", id)
      .where("version", "=", command.version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, "sponsors", id);
    await publishLogo(ctx, logo, command.logoAlt);
    await learnWords(ctx, `${command.name} ${command.paragraph}`);
    await tell(ctx, {
      name: "sponsor.changed",
      subject: { kind: "sponsor", id },
      particulars: { name: command.name },
    });
  });
}

async function staleOrMissing(
  ctx: Ctx,
  table: "sponsors" | "sponsor_opportunities" | "sponsor_inquiries",
  id: string,
) {
  const row = await ctx.db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
  return row ? new Conflict() : new NotFound();
}

/** Takes a sponsor off today's page, or puts it back; its season's page keeps it either way. */
export async function setRetired(ctx: Ctx, id: string, retired: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("sponsors")
      .set({ retired_at: retired ? ctx.now : null })
      .where("id", "=", id)
      .returning("name")
      .executeTakeFirst();
    if (!row) throw new NotFound();
    await tell(ctx, {
      name: retired ? "sponsor.retired" : "sponsor.returned",
      subject: { kind: "sponsor", id },
      particulars: { name: row.name },
    });
  });
}

/** Moves a sponsor one place up or down within its tier, and numbers the tier anew. */
export async function moveSponsor(ctx: Ctx, id: string, direction: "up" | "down"): Promise<void> {
  await transact(ctx, async (ctx) => {
    const one = await ctx.db
      .selectFrom("sponsors")
      .select(["tier", "name"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!one) throw new NotFound();
    const rows = await ctx.db
      .selectFrom("sponsors")
      .select("id")
      .where("tier", "=", one.tier)
      .orderBy("position")
      .orderBy("created_at")
      .forUpdate()
      .execute();
    const ids = rows.map((row) => row.id);
    const from = ids.indexOf(id);
    const to = direction === "up" ? from - 1 : from + 1;
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    for (const [index, sponsor] of ids.entries()) {
      await ctx.db
        .updateTable("sponsors")
        .set({ position: index + 1 })
        .where("id", "=", sponsor)
        .execute();
    }
    await tell(ctx, {
      name: "sponsor.moved",
      subject: { kind: "sponsor", id },
      particulars: { name: one.name, direction },
    });
  });
}

export async function addOpportunity(ctx: Ctx, command: OpportunityCommand): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const last = await ctx.db
      .selectFrom("sponsor_opportunities")
      .select((all) => all.fn.max("position").as("position"))
      .executeTakeFirst();
    await ctx.db
      .insertInto("sponsor_opportunities")
      .values({
        ...command,
        id,
        slug: await freeSlug(ctx, "sponsor_opportunities", command.name),
        position: (last?.position ?? 0) + 1,
      })
      .execute();
    await tell(ctx, {
      name: "opportunity.added",
      subject: { kind: "opportunity", id },
      particulars: { name: command.name },
    });
    return id;
  });
}

/** @throws Conflict when another editor saved since `version` was read */
export async function changeOpportunity(
  ctx: Ctx,
  id: string,
  command: OpportunityCommand & { version: number },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { version, ...values } = command;
    const row = await ctx.db
      .updateTable("sponsor_opportunities")
      .set({ ...values, version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, "sponsor_opportunities", id);
    await tell(ctx, {
      name: "opportunity.changed",
      subject: { kind: "opportunity", id },
      particulars: { name: values.name },
    });
  });
}

/** Takes an inquiry from anyone. `doubt` says why a person should look twice; the inquiry is kept all the same. */
export async function receiveInquiry(
  ctx: Ctx,
  command: InquiryCommand,
  doubt: string | null,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const id = ctx.random.id();
    const opportunity = command.opportunity
      ? await ctx.db
          .selectFrom("sponsor_opportunities")
          .select(["id", "name"])
          .where("slug", "=", command.opportunity)
          .executeTakeFirst()
      : undefined;
    await ctx.db
      .insertInto("sponsor_inquiries")
      .values({
        id,
        received_at: ctx.now,
        name: command.name,
        organization: command.organization,
        email: command.email,
        opportunity: opportunity?.id ?? null,
        message: command.message,
        state: "new",
        in_hand: null,
        doubt,
      })
      .execute();
    // A doubtful one waits on the desk alone, so that a flood of them cannot flood the editors' mailboxes.
    if (!doubt) {
      const letter = inquiryMail(ctx.site, { ...command, id, opportunity: opportunity?.name ?? null });
      for (const editor of await editors(ctx)) await queueMail(ctx, { ...letter, to: editor.email });
    }
    await tell(ctx, { name: "inquiry.received", subject: { kind: "inquiry", id } });
    return id;
  });
}

/** Says who looks after an inquiry, so that two editors do not answer the same person. */
export async function takeInquiry(ctx: Ctx, id: string, personId: string | null): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("sponsor_inquiries")
      .set({ in_hand: personId })
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new NotFound();
    await tell(ctx, {
      name: personId ? "inquiry.taken" : "inquiry.released",
      subject: { kind: "inquiry", id },
    });
  });
}

/**
 * Sends an answer by mail and keeps it with the inquiry.
 *
 * @throws Conflict when another editor answered or closed since `version` was read
 */
export async function answerInquiry(
  ctx: Ctx,
  id: string,
  command: { answer: string; version: number },
  by: { id: string; name: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const inquiry = await inquiryById(ctx, id);
    if (!inquiry) throw new NotFound();
    const row = await ctx.db
      .updateTable("sponsor_inquiries")
      .set({ state: stateAfterAnswer(inquiry.state), in_hand: by.id, version: command.version + 1 })
      .where("id", "=", id)
      .where("version", "=", command.version)
      .returning("id")
      .executeTakeFirst();
    if (!row)
      throw new Conflict(
        "Another editor has answered or closed this inquiry meanwhile. Your answer was not sent.",
      );
    await ctx.db
      .insertInto("sponsor_answers")
      .values({
        id: ctx.random.id(),
        inquiry: id,
        at: ctx.now,
        by_person: by.id,
        by_name: by.name,
        text: command.answer,
      })
      .execute();
    await queueMail(ctx, { ...answerMail(ctx.site, inquiry, command.answer, by.name), to: inquiry.email });
    await tell(ctx, { name: "inquiry.answered", subject: { kind: "inquiry", id } });
  });
}

/** @throws Conflict when another editor acted on it since `version` was read */
export async function closeInquiry(ctx: Ctx, id: string, version: number): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("sponsor_inquiries")
      .set({ state: "closed", version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw await staleOrMissing(ctx, "sponsor_inquiries", id);
    await tell(ctx, { name: "inquiry.closed", subject: { kind: "inquiry", id } });
  });
}
