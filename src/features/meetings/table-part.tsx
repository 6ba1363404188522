import type { TablePart } from "#platform/feature.ts";
import { guestCounts } from "./guests/queries.ts";
import { meetingPath, meetingsPath } from "./paths.ts";
import { nextMeetingOf } from "./queries.ts";
import { answersWords, cameWords } from "./views/count-words.ts";
import { whenWords } from "./when.ts";

/** Meetings on the table's front page: the next one, and the answers so far. */
export const meetingsPart: TablePart = {
  order: 30,
  title: "Meetings",
  words:
    "Plan one, ask people to it, check them in, and send the notes: from the first invitation to the last.",
  href: (slug) => meetingsPath(slug),
  async render(ctx, { id, slug }) {
    const next = await nextMeetingOf(ctx, id);
    if (!next) return null;
    const counts = (await guestCounts(ctx, [next.id])).get(next.id)!;
    return (
      <p>
        Next: <a href={meetingPath(slug, next.id)}>{next.title}</a>
        <br />
        {whenWords(next)}
        {next.place && `, ${next.place}`}
        <br />
        {next.state === "under-way" ? cameWords(counts) : answersWords(counts)}
      </p>
    );
  },
};
