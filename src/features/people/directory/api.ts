import { z } from "zod";
import { absoluteUrl } from "#base/site.ts";
import { mediaHref } from "#features/media/public.ts";
import { apiProblem, apiRefusal, endpoint } from "#platform/http/api.ts";
import { profileAt } from "../profiles/queries.ts";
import { PHASE_KEYS, ROLE_KEYS } from "../profiles/roles.ts";
import { type ShownPerson, shownPeople } from "../profiles/showing.ts";
import type { SeenProfile } from "../profiles/visibility.ts";
import { peopleQuery, readPeopleFilter } from "./filter.ts";
import { listPeople } from "./queries.ts";

const PersonAnswer = z
  .object({
    slug: z.string(),
    url: z.url(),
    name: z.string(),
    role: z.enum(ROLE_KEYS).nullable().describe("What they are in this work."),
    title: z.string().nullable(),
    organization: z.string().nullable(),
    states: z.array(z.string()).describe("Postal codes, lower case."),
    counties: z.array(z.string()).describe("FIPS codes of five digits."),
    sectors: z.array(z.string()).describe("Slugs."),
    topics: z.array(z.string()).describe("Slugs."),
    phases: z.array(z.enum(PHASE_KEYS)).describe("Phases of a partnership they work in now."),
    about: z.string().nullable(),
    can_help: z.string().nullable(),
    looking_for: z.string().nullable(),
    photo: z.object({ url: z.url(), alt: z.string() }).nullable(),
    changed_at: z.iso.datetime(),
  })
  .meta({ id: "Person" });

const Slug = z.string().regex(/^[a-z0-9-]{1,100}$/);

const ListQuery = z.object({
  state: z.string().max(60).optional().describe("Postal code: ne."),
  sector: z.string().max(60).optional().describe("Slug of a sector."),
  topic: z.string().max(60).optional().describe("Slug of a topic."),
  phase: z.enum(PHASE_KEYS).optional(),
  role: z.enum(ROLE_KEYS).optional(),
  q: z.string().max(200).optional().describe("Words that must all stand in what they tell."),
  after: Slug.optional().describe("Slug of the last person of the page before."),
  per_page: z.coerce.number().int().min(1).max(50).default(24),
});

/** People who are listed for everyone, with what they show to everyone; a session makes no difference here. */
export const peopleEndpoints = [
  endpoint({
    method: "GET",
    path: "/people",
    tag: "People",
    summary: "People who list themselves for everyone, by name, with the parts that they show to everyone.",
    query: ListQuery,
    answer: z.object({
      items: z.array(PersonAnswer),
      next: z.url().nullable().describe("The next page; null on the last one."),
    }),
    cached: true,
    async handle(c, { query: { after, per_page } }) {
      const { ctx } = c.var;
      const filter = await readPeopleFilter(ctx, new URL(c.req.url).searchParams);
      if (filter.unknown.length > 0)
        return apiRefusal(
          Object.fromEntries(
            filter.unknown.map(({ name, value }) => [name, [`We know no ${name} “${value}”.`]]),
          ),
        );
      const page = await listPeople(ctx, filter, "public", { after, limit: per_page });
      const shown = await shownPeople(ctx, page.people);
      const rest = peopleQuery(filter, page.next);
      return {
        items: page.people.map((seen, index) =>
          answerOf(seen, shown[index]!, (path) => absoluteUrl(ctx.site, path)),
        ),
        next: page.next ? absoluteUrl(ctx.site, `/api/v1/people${rest}&per_page=${per_page}`) : null,
      };
    },
  }),
  endpoint({
    method: "GET",
    path: "/people/:slug",
    tag: "People",
    summary: "One person who is listed for everyone.",
    params: z.object({ slug: Slug }),
    answer: PersonAnswer,
    cached: true,
    async handle(c, { params }) {
      const { ctx } = c.var;
      const seen = await profileAt(ctx, params.slug, "public");
      if (!seen) return apiProblem(404, "Nobody is listed for everyone at this address.");
      const [shown] = await shownPeople(ctx, [seen]);
      return answerOf(seen, shown!, (path) => absoluteUrl(ctx.site, path));
    },
  }),
];

function answerOf(seen: SeenProfile, shown: ShownPerson, url: (path: string) => string) {
  const { photo } = shown;
  return {
    slug: seen.slug,
    url: url(`/people/${seen.slug}`),
    name: seen.name,
    role: seen.role || null,
    title: seen.title || null,
    organization: seen.organization.name || null,
    states: seen.states,
    counties: seen.counties,
    sectors: shown.sectors.map(({ slug }) => slug),
    topics: shown.topics.map(({ slug }) => slug),
    phases: seen.phases,
    about: seen.about || null,
    can_help: seen.canHelp || null,
    looking_for: seen.lookingFor || null,
    photo: photo ? { url: url(mediaHref(photo.file)), alt: photo.file.alt ?? "" } : null,
    changed_at: seen.changedAt.toISOString(),
  };
}
