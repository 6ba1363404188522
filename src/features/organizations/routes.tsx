import { CSV_START, csvLine } from "#base/csv.ts";
import { stateByCode } from "#features/places/public.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { queryOf, readFilter, readPage } from "./filter.ts";
import { ORGANIZATION_KIND_WORDS } from "./kinds.ts";
import { allOrganizations, listOrganizations, PAGE_SIZE } from "./listing.ts";
import type { Organization } from "./queries.ts";
import { describe, ListPage } from "./views/list-page.tsx";

async function showList(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const query = new URL(c.req.url).searchParams;
  const filter = readFilter(query);
  const page = readPage(query);
  const canonical = `/organizations${queryOf(filter, page)}`;
  // One view, one address: an empty field of the form, another order or somebody's tracking mark leads there.
  if (`/organizations${query.size > 0 ? `?${query}` : ""}` !== canonical) return c.redirect(canonical, 302);
  const listing = await listOrganizations(ctx, filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  const title = describe(filter);
  return show(
    {
      title: page > 1 ? `${title}, page ${page}` : title,
      description:
        "The businesses, colleges, boards, chambers and agencies that sector partnerships are made of.",
      canonical,
      noindex: filter.q !== "" || listing.items.length === 0,
      status: page > 1 && listing.items.length === 0 ? 404 : 200,
    },
    <ListPage filter={filter} listing={listing} page={page} />,
  );
}

/** All that matches, as fast as it is taken and never held as a whole. */
function saveList(c: HouseContext): Response {
  const { ctx } = c.var;
  const lines = csvLines(allOrganizations(ctx, readFilter(new URL(c.req.url).searchParams)));
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(out) {
      const { done, value } = await lines.next();
      if (done) out.close();
      else out.enqueue(encoder.encode(value));
    },
  });
  return c.body(stream, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="organizations.csv"`,
  });
}

async function* csvLines(pages: AsyncIterable<Organization[]>): AsyncGenerator<string> {
  yield CSV_START + csvLine(["name", "kind", "place", "state", "website", "page"]);
  for await (const page of pages)
    yield page
      .map((one) =>
        csvLine([
          one.name,
          ORGANIZATION_KIND_WORDS[one.kind].one,
          one.place,
          one.stateCode ? (stateByCode(one.stateCode)?.name ?? "") : "",
          one.url ?? "",
          `/organizations/${one.slug}`,
        ]),
      )
      .join("");
}

export const publicRoutes: Route[] = [
  reading("/organizations", showList),
  reading("/organizations.csv", saveList),
];
