import type { TablePart } from "#platform/feature.ts";
import { KIND_WORDS } from "./kinds.ts";
import { lettersPath } from "./paths.ts";
import { roundFrom } from "./rounds/queries.ts";
import { RoundBadge } from "./team/views/rounds-page.tsx";

const SHOWN = 4;

/** What is written and has not gone out, the newest first. */
export const lettersPart: TablePart = {
  order: 30,
  title: "Letters",
  words: "Invitations, same-day follow-ups and welcome letters.",
  href: (slug) => lettersPath(slug),
  async render(ctx, { id, slug, timeZone }) {
    const rows = await ctx.db
      .selectFrom("letter_rounds")
      .selectAll()
      .where("partnership", "=", id)
      .where("state", "<>", "sent")
      .orderBy("created_at", "desc")
      .limit(SHOWN)
      .execute();
    if (rows.length === 0) return null;
    return (
      <ul class="bare">
        {rows.map(roundFrom).map((round) => (
          <li>
            <a href={lettersPath(slug, round.id)}>{KIND_WORDS[round.kind].one}</a>{" "}
            <RoundBadge round={round} sent={0} zone={timeZone} />
          </li>
        ))}
      </ul>
    );
  },
};
