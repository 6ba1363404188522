import type { TablePart } from "#platform/feature.ts";
import { peoplePath } from "./paths.ts";
import { standingCounts } from "./queries.ts";
import { WayLine } from "./views/way-line.tsx";

/** The roster on the table's front page: how many stand where. */
export const rosterPart: TablePart = {
  order: 20,
  title: "People",
  words: "Champions, businesses and support partners, how far each has come, and who knows whom.",
  href: (slug) => peoplePath(slug),
  async render(ctx, { id, slug }) {
    const counts = await standingCounts(ctx, id);
    if (counts.length === 0) return null;
    return <WayLine counts={counts} href={(standing) => `${peoplePath(slug)}?standing=${standing}`} />;
  },
};
