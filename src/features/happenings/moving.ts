import { sql } from "kysely";
import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { setVisibility } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { contentOf, learnContent } from "./content.ts";
import type { DatePrecision } from "./kinds.ts";
import { type Mover, mayMove, type Stage } from "./stages.ts";
import { mediaIds } from "./writing.ts";

/** Any number of ours: two publications in one year take their addresses one after the other. */
const ADDRESS_LOCK = 7_301_956;

export interface Move {
  to: Stage;
  mover: Mover;
  /** The version the mover had before their eyes; a publication names it so that nothing unseen goes out. */
  version?: number;
  /** The stage the mover saw it in; where it stands elsewhere by now, they decide again. */
  from?: Stage;
  /** For `scheduled`. */
  publishAt?: Date;
  /** For `published`: an earlier date than now, as far as it is known; starter content and imports give it. */
  dated?: { at: Date; precision: DatePrecision; note: string; slug?: string };
}

const EVENT_OF: Record<Stage, `happening.${string}`> = {
  unconfirmed: "happening.created",
  received: "happening.received",
  "in-review": "happening.taken-up",
  "changes-asked": "happening.changes-asked",
  scheduled: "happening.scheduled",
  published: "happening.published",
  unpublished: "happening.unpublished",
  declined: "happening.declined",
  withdrawn: "happening.withdrawn",
};

/**
 * The only way from one stage to another. Publishing gives the happening its address, which it keeps for good, and
 * opens its files to readers; leaving the public closes them again.
 *
 * @throws Conflict when the way is not open from the present stage, or the version is no longer the newest
 */
export async function moveHappening(ctx: Ctx, id: string, move: Move): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom("happenings")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound();
    if (!mayMove(row.stage, move.to, move.mover) || (move.from && move.from !== row.stage)) {
      throw new Conflict("This has moved on meanwhile, so that is no longer possible. Nothing was changed.");
    }
    if (move.version !== undefined && move.version !== row.version) {
      throw new Conflict("Somebody saved a newer version meanwhile. Read it first; nothing was published.");
    }
    const isPublic = move.to === "published";
    await ctx.db
      .updateTable("happenings")
      .set({
        stage: move.to,
        stage_since: ctx.now,
        publish_at: move.to === "scheduled" ? (move.publishAt ?? null) : null,
        publish_version: move.to === "scheduled" ? row.version : null,
        ...(isPublic ? await addressFor(ctx, row, move) : {}),
        ...(move.to === "published" || move.to === "withdrawn" || move.to === "declined"
          ? { in_hand: null, in_hand_since: null }
          : {}),
      })
      .where("id", "=", id)
      .execute();
    const stored = await contentOf(ctx, id);
    if (stored && (isPublic || row.stage === "published")) {
      await setVisibility(ctx, mediaIds(stored.content), isPublic ? "public" : "private");
    }
    if (stored && isPublic) await learnContent(ctx, stored.content);
    await tell(ctx, {
      name: EVENT_OF[move.to] as `${string}.${string}`,
      subject: { kind: "happening", id },
      particulars: {
        title: row.title,
        from: row.stage,
        ...(move.publishAt ? { at: move.publishAt.toISOString() } : {}),
      },
    });
  });
}

/** Year and slug at the first publication; a happening that returns comes back to the address it had. */
async function addressFor(
  ctx: Ctx,
  row: { id: string; year: number | null; slug: string | null; title: string; published_at: Date | null },
  move: Move,
) {
  if (row.year !== null && row.slug !== null && row.published_at) return {};
  const at = move.dated?.at ?? ctx.now;
  const year = Number(
    new Intl.DateTimeFormat("en-US", { timeZone: ctx.site.timeZone, year: "numeric" }).format(at),
  );
  await sql`select pg_advisory_xact_lock(${ADDRESS_LOCK}, ${year})`.execute(ctx.db);
  const wanted = move.dated?.slug ?? (slugify(row.title) || "happening");
  for (let attempt = 1; ; attempt += 1) {
    const slug = numberedSlug(wanted, attempt);
    const taken = await ctx.db
      .selectFrom("happenings")
      .select("id")
      .where("year", "=", year)
      .where("slug", "=", slug)
      .executeTakeFirst();
    if (taken) continue;
    return {
      year,
      slug,
      published_at: at,
      date_precision: move.dated?.precision ?? ("day" as const),
      date_note: move.dated?.note ?? "",
    };
  }
}
