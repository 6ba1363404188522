import type { DeskView, ModerationQueue, SitemapSource } from "#base/sockets.ts";
import { partnershipNames } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { KIND_WORDS } from "./kinds.ts";
import { libraryPath } from "./paths.ts";
import { offersWaiting } from "./templates/queries.ts";

/** Texts that partnerships offer to the library. Nobody takes one in hand: reading one is a minute. */
export const offerQueue: ModerationQueue<Ctx> = {
  kind: "Letter",
  async counts(ctx) {
    const { offers } = await ctx.db
      .selectFrom("letter_templates")
      .select((all) => all.fn.countAll<number>().as("offers"))
      .where("state", "=", "offered")
      .executeTakeFirstOrThrow();
    return { all: Number(offers), new: Number(offers), mine: 0, asked: 0, scheduled: 0, doubtful: 0 };
  },
  async waiting(ctx, view: DeskView, limit) {
    if (view !== "all" && view !== "new") return [];
    const offers = await offersWaiting(ctx, limit);
    const names = await partnershipNames(
      ctx,
      offers.flatMap(({ partnership }) => partnership ?? []),
    );
    return offers.map((offer) => ({
      kind: "Letter",
      title: `${KIND_WORDS[offer.kind].one}: ${offer.title}`,
      href: `/desk/letters/${offer.id}`,
      state: "Offered to the library of letters",
      mark: "new",
      waitingSince: offer.createdAt,
      from: names.get(offer.partnership ?? "")?.name ?? "A partnership",
      inHand: null,
    }));
  },
};

export const librarySitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const rows = await ctx.db
      .selectFrom("letter_templates")
      .select(["slug", "changed_at"])
      .where("state", "in", ["site", "shared"])
      .orderBy("slug")
      .execute();
    return [
      { path: libraryPath() },
      ...rows.map(({ slug, changed_at }) => ({ path: libraryPath(slug ?? ""), changedAt: changed_at })),
    ];
  },
};
