import { sql } from "kysely";
import { renderPlainText } from "#base/markdown/plain-text.ts";
import type { HomeCard, ModerationQueue, SearchSource, SitemapSource } from "#base/sockets.ts";
import { excerptAround } from "#base/words/marked-text.ts";
import type { Ctx } from "#platform/context.ts";
import { countNewInquiries, inquiries, thankYouPage } from "./queries.ts";
import { seasonWords, TIER_WORDS } from "./rules.ts";
import { ThanksLine } from "./views/thanks-line.tsx";

const actorId = ({ actor }: Ctx) => (actor.kind === "person" ? actor.id : null);

export const inquiryQueue: ModerationQueue<Ctx> = {
  kind: "Sponsoring inquiry",

  async counts(ctx) {
    const { all, mine, doubtful } = await countNewInquiries(ctx, actorId(ctx));
    return { all, new: all, mine, asked: 0, scheduled: 0, doubtful };
  },

  async waiting(ctx, view, limit) {
    // Nothing of this kind waits for its sender or for a time.
    if (view === "asked" || view === "scheduled") return [];
    const person = actorId(ctx);
    const rows = await inquiries(ctx, {
      states: ["new"],
      limit,
      ...(view === "mine" && person ? { inHandOf: person } : {}),
      doubtful: view === "doubtful",
    });
    return rows.map((inquiry) => ({
      kind: "Sponsoring inquiry",
      title: `${inquiry.organization} asks about sponsoring`,
      href: `/desk/inquiries/${inquiry.id}`,
      state: "Waits for an answer",
      mark: "new" as const,
      waitingSince: inquiry.receivedAt,
      from: inquiry.name,
      inHand: inquiry.inHand,
      ...(inquiry.doubt ? { doubt: inquiry.doubt } : {}),
    }));
  },
};

export const sponsorThanks: HomeCard<Ctx> = {
  order: 50,
  async render(ctx) {
    const { sponsors } = await thankYouPage(ctx);
    // Some are thanked twice, as presenting and as founding sponsor.
    const names = [...new Set(sponsors.map(({ name }) => name))];
    return names.length > 0 ? ThanksLine({ names }) : null;
  },
};

export const sponsorSearch: SearchSource<Ctx> = {
  kind: "Sponsor",
  heading: "Sponsors",
  order: 30,
  async search(ctx, question, limit) {
    if (!question.tsquery) return [];
    const matches = sql<boolean>`to_tsvector('english', search_text(name || ' ' || paragraph)) @@ to_tsquery('english', ${question.tsquery})`;
    const rows = await ctx.db
      .selectFrom("sponsors")
      .select(["name", "slug", "tier", "season", "paragraph"])
      .where(matches)
      .where("retired_at", "is", null)
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: row.name,
      href: `/sponsors#${row.slug}`,
      kind: row.season ? `${TIER_WORDS[row.tier].one}, ${seasonWords(row.season)}` : TIER_WORDS[row.tier].one,
      summary: excerptAround(renderPlainText(row.paragraph), question.roots),
      score: 0.5,
    }));
  },
};

export const sponsorSitemap: SitemapSource<Ctx> = {
  async entries(ctx) {
    const { pastSeasons } = await thankYouPage(ctx);
    return [{ path: "/sponsors" }, ...pastSeasons.map((season) => ({ path: `/sponsors/seasons/${season}` }))];
  },
};
