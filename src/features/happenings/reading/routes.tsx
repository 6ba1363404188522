import { NotFound } from "#base/surprises.ts";
import { isEditor } from "#features/people/public.ts";
import { type Sector, sectors, sectorsByIds } from "#features/sectors/public.ts";
import { topicBySlug, topics, topicsByIds } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import { etagOf } from "#platform/http/page-cache.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { pictureShelf } from "#platform/pictures/picture-shelf.ts";
import { happeningPath, listPath } from "./address.ts";
import { describeFilter } from "./describe.ts";
import { feedItems } from "./feed-items.ts";
import { feedsOf } from "./feed-links.ts";
import { atomFeed, jsonFeed } from "./feeds.ts";
import { NO_FILTER, readFilter, readPage } from "./filter.ts";
import { listHappenings, PAGE_SIZE } from "./listing.ts";
import { pictureOf } from "./pictures.ts";
import { type Story, storyAt } from "./story.ts";
import { GonePage } from "./views/gone-page.tsx";
import { ListPage } from "./views/list-page.tsx";
import { StoryPage } from "./views/story-page.tsx";

const queryIn = (c: HouseContext) => new URL(c.req.url).searchParams;

async function showList(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const asked = queryIn(c);
  const filter = await readFilter(ctx, asked);
  const page = readPage(asked);
  const canonical = listPath(filter, page);
  // One view, one address: an empty field of the form, another order or somebody's tracking mark leads there.
  if (`/happenings${asked.size > 0 ? `?${asked}` : ""}` !== canonical) return c.redirect(canonical, 302);
  const listing = await listHappenings(ctx, filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  const title = describeFilter(filter);
  const beyond = page > 1 && listing.items.length === 0;
  return show(
    {
      title: page > 1 ? `${title}, page ${page}` : title,
      description: `${title}: what sector partnerships tried and what worked, with the documents themselves.`,
      canonical,
      feeds: feedsOf(filter),
      noindex: filter.unknown.length > 0 || filter.q !== "" || listing.items.length === 0,
      status: beyond ? 404 : 200,
    },
    <ListPage
      filter={filter}
      page={page}
      listing={listing}
      choices={{ sectors: await sectors(ctx), topics: await topics(ctx) }}
      sectors={
        await sectorsByIds(
          ctx,
          listing.items.flatMap((item) => item.sectors),
        )
      }
      timeZone={ctx.site.timeZone}
    />,
  );
}

async function answerFeed(c: HouseContext, kind: "atom" | "json"): Promise<Response> {
  const { ctx } = c.var;
  const filter = await readFilter(ctx, queryIn(c));
  const items = await feedItems(ctx, filter);
  const [text, type] =
    kind === "atom"
      ? [atomFeed(ctx.site, filter, items), "application/atom+xml"]
      : [jsonFeed(ctx.site, filter, items), "application/feed+json"];
  const etag = etagOf(Buffer.from(text));
  const headers = {
    etag,
    "cache-control": "no-cache",
    // Whoever wants to show our news on a page of theirs may read them from there.
    "access-control-allow-origin": "*",
  };
  if (c.req.header("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": `${type}; charset=utf-8` } });
}

/** A topic has no page of its own: its list is one. */
async function showTopic(c: HouseContext): Promise<Response> {
  const topic = await topicBySlug(c.var.ctx, c.req.param("slug") ?? "");
  if (!topic) throw new NotFound();
  return c.redirect(listPath({ ...NO_FILTER, topics: [topic] }), 301);
}

async function storyOf(c: HouseContext): Promise<Story | "gone"> {
  const { year = "", slug = "" } = c.req.param() as { year?: string; slug?: string };
  if (!/^\d{4}$/.test(year) || !/^[a-z0-9-]{1,100}$/.test(slug)) throw new NotFound();
  const story = await storyAt(c.var.ctx, Number(year), slug);
  if (!story) throw new NotFound();
  return story;
}

async function showStory(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const story = await storyOf(c);
  if (story === "gone") return show({ title: "No longer here", status: 410, noindex: true }, <GonePage />);
  const topicNames = await topicsByIds(ctx, story.topics);
  return show(
    {
      title: story.title,
      description: story.summary,
      canonical: happeningPath(story),
      kind: "article",
      picture: { path: `${happeningPath(story)}/picture.png`, alt: `${story.title}. ${story.place}` },
    },
    <StoryPage
      story={story}
      sectors={await sectorsOf(ctx, story)}
      topics={[...topicNames.values()]}
      site={ctx.site}
      {...(isEditor(ctx.actor) ? { deskHref: `/desk/happenings/${story.id}` } : {})}
    />,
  );
}

async function sectorsOf(ctx: Ctx, { sectors: ids }: Story): Promise<Sector[]> {
  const found = await sectorsByIds(ctx, ids);
  return [...found.values()].sort((a, b) => a.position - b.position);
}

/** The addresses of everything that is published, made anew so that each house has pictures of its own. */
export function readingRoutes(): Route[] {
  const draw = pictureShelf();

  async function answerPicture(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const story = await storyOf(c);
    if (story === "gone") throw new NotFound();
    const png = await draw(pictureOf(ctx, story, await sectorsOf(ctx, story)));
    return new Response(new Uint8Array(png), {
      headers: {
        "content-type": "image/png",
        "cache-control": "public, max-age=3600",
        // It is made to be shown on other sites.
        "cross-origin-resource-policy": "cross-origin",
      },
    });
  }

  return [
    reading("/happenings", showList),
    reading("/happenings.atom", (c) => answerFeed(c, "atom")),
    reading("/happenings.json", (c) => answerFeed(c, "json")),
    reading("/happenings/:year/:slug", showStory),
    reading("/happenings/:year/:slug/picture.png", answerPicture),
    reading("/topics/:slug", showTopic),
  ];
}
