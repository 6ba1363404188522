import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { lookUp, type Sources, suggestionsFrom } from "./queries.ts";
import { SearchPage } from "./views/search-page.tsx";

/** Of each group. Who wants more wants another word, or the group's own list. */
const SHOWN = 30;
const SUGGESTED = 8;

export function searchRoutes(sources: Sources): Route[] {
  async function showSearch(c: HouseContext): Promise<Response> {
    const typed = c.req.query("q") ?? "";
    const answer = await lookUp(c.var.ctx, sources, typed, SHOWN);
    const { text } = answer.question;
    return c.var.show(
      { title: text ? `“${text}”, search` : "Search", noindex: true, canonical: "/search" },
      <SearchPage answer={answer} />,
    );
  }

  async function suggest(c: HouseContext): Promise<Response> {
    const { question, groups } = await lookUp(c.var.ctx, sources, c.req.query("q") ?? "", SUGGESTED);
    const items = suggestionsFrom(groups, SUGGESTED).map(({ title, href, kind }) => ({ title, href, kind }));
    return c.json({ items, corrected: question.corrected });
  }

  return [reading("/search", showSearch), reading("/search/suggestions", suggest)];
}
