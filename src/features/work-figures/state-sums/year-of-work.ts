import { Temporal } from "temporal-polyfill";
import { leadsAtReviews, lettersTold } from "#features/action-plans/public.ts";
import { businessesWhoCame, heldMeetings } from "#features/meetings/public.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { businessYears, isOfWhole, meetingFigures, type Span } from "../figures.ts";
import type { YearOfWork } from "./sums.ts";

/** A calendar year in a zone. */
function yearIn(zone: string, year: number): Span {
  const at = (year: number) =>
    new Date(
      Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime({ timeZone: zone })
        .epochMilliseconds,
    );
  return { from: at(year), to: at(year + 1), first: `${year}-01-01`, last: `${year}-12-31` };
}

/** One partnership's calendar year, counted as its own team sees it. Five queries. */
export async function yearOfWork(ctx: Ctx, { id, timeZone }: Workspace, year: number): Promise<YearOfWork> {
  const spans = [yearIn(timeZone, year), yearIn(timeZone, year - 1)];
  const [span] = spans;
  const came = [];
  for (const one of spans) came.push(await businessesWhoCame(ctx, id, one));
  // The span before only says who came before.
  const [businesses] = businessYears([...spans], came);
  const held = (await heldMeetings(ctx, id, span!)).filter(isOfWhole);
  const letters = await lettersTold(ctx, id, span!.from);
  const meetings = meetingFigures(held, letters, timeZone);
  const reviews = (await leadsAtReviews(ctx, id, span!.first)).filter(
    ({ reviewedOn }) => reviewedOn <= span!.last,
  );
  const { engaged, fresh, returning, before } = businesses!;
  return {
    meetings: meetings.length,
    business: meetings.reduce((sum, { business }) => sum + business, 0),
    public: meetings.reduce((sum, meeting) => sum + meeting.public, 0),
    sameDay: meetings.filter(({ sameDay }) => sameDay).length,
    daysToNotes: meetings.flatMap(({ daysToNotes }) => daysToNotes ?? []),
    engaged,
    fresh,
    returning,
    before,
    welcomes: letters.welcomes.filter(({ at }) => at < span!.to).reduce((sum, one) => sum + one.letters, 0),
    plan: reviews.at(-1) ?? null,
  };
}
