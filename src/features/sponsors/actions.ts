import { NotFound } from "#base/surprises.ts";
import { describeMedia, setVisibility } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { learnWords } from "#platform/words/known-words.ts";
import type { SponsorCommand } from "./forms.ts";
import { freeSlug } from "./free-slug.ts";
import { staleOrMissing } from "./stale.ts";

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
        state_code: command.state,
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
        state_code: command.state,
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
