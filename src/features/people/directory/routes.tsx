import type { Child } from "hono/jsx";
import { NotFound } from "#base/surprises.ts";
import { organizationsByIds } from "#features/organizations/public.ts";
import { sectors } from "#features/sectors/public.ts";
import { topics } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PersonPart } from "#platform/feature.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/layout.tsx";
import { profileAt } from "../profiles/queries.ts";
import { shownPeople } from "../profiles/showing.ts";
import { ProfileView } from "../profiles/views/profile-view.tsx";
import { viewerOf } from "../profiles/visibility.ts";
import { letterRoutes } from "../relay/offering.tsx";
import { filtersInUse, peopleQuery, readPeopleFilter } from "./filter.ts";
import { listPeople, PEOPLE_PER_PAGE } from "./queries.ts";
import { DirectoryPage } from "./views/directory-page.tsx";

async function showDirectory(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const query = new URL(c.req.url).searchParams;
  const filter = await readPeopleFilter(ctx, query);
  const after = slugIn(query.get("after"));
  const page = await listPeople(ctx, filter, viewerOf(ctx.actor), { after, limit: PEOPLE_PER_PAGE });
  return c.var.show(
    {
      title: "People",
      description: "Practitioners of sector partnerships who are glad to be found by their peers.",
      canonical: `/people${peopleQuery(filter, after)}`,
      // What single questions find is for who asks; search engines get the list.
      noindex: filtersInUse(filter) > 0,
    },
    <DirectoryPage
      filter={filter}
      sectors={await sectors(ctx)}
      topics={await topics(ctx)}
      people={await shownPeople(ctx, page.people)}
      after={after}
      next={page.next}
      isMember={ctx.actor.kind === "person"}
    />,
  );
}

function slugIn(text: string | null): string | undefined {
  return text && /^[a-z0-9-]{1,100}$/.test(text) ? text : undefined;
}

async function personAt(c: HouseContext) {
  const { ctx } = c.var;
  const slug = slugIn(c.req.param("slug") ?? null);
  const seen = slug && (await profileAt(ctx, slug, viewerOf(ctx.actor)));
  if (!seen) throw new NotFound();
  return seen;
}

async function showPerson(c: HouseContext, parts: readonly PersonPart[]): Promise<Response> {
  const { ctx } = c.var;
  const seen = await personAt(c);
  const [person] = await shownPeople(ctx, [seen]);
  const added: Child[] = [];
  for (const part of parts) added.push(await part(ctx, { id: seen.personId, name: seen.name }));
  const isSelf = ctx.actor.kind === "person" && ctx.actor.id === seen.personId;
  return c.var.show(
    {
      title: seen.name,
      description:
        [person!.role, person!.title, person!.organization].filter(Boolean).join(", ") ||
        `${seen.name} on ${ctx.site.name}`,
    },
    <>
      <PageHead
        title={seen.name}
        trail={[{ href: "/people", label: "People" }]}
        actions={
          isSelf ? (
            <ButtonLink href="/profile" look="quiet" icon="pencil">
              Change your profile
            </ButtonLink>
          ) : undefined
        }
      />
      <ProfileView
        person={person!}
        organizationHref={await organizationHref(ctx, seen.organization.id)}
        letter={seen.takesLetters && !isSelf ? `/people/${seen.slug}/letter` : undefined}
      />
      {added}
    </>,
  );
}

async function organizationHref(ctx: Ctx, id: string | null): Promise<string | undefined> {
  const organization = id ? (await organizationsByIds(ctx, [id])).get(id) : undefined;
  return organization && `/organizations/${organization.slug}`;
}

const lettersToPeople = letterRoutes("/people/:slug/letter", async (c) => {
  const { personId, slug, name, takesLetters } = await personAt(c);
  if (!takesLetters) throw new NotFound();
  return {
    to: { kind: "person", id: personId, name, addresses: [] },
    place: { title: name, href: `/people/${slug}`, trail: [{ href: "/people", label: "People" }] },
  };
});

/** @param parts what other rooms tell of a person */
export const directoryRoutes = (parts: readonly PersonPart[]): Route[] => [
  reading("/people", showDirectory),
  reading("/people/:slug", (c) => showPerson(c, parts)),
  ...lettersToPeople,
];
