import type { Child } from "hono/jsx";
import { dayOf } from "#base/local-time.ts";
import { NotFound } from "#base/surprises.ts";
import { happeningsOfPartnership, type ListedHappening } from "#features/happenings/public.ts";
import { regionOutline, stateByCode, stateOutline } from "#features/places/public.ts";
import { sectors, sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipPart } from "#platform/feature.ts";
import { etagOf } from "#platform/http/page-cache.ts";
import { type Feed, type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";
import { pictureShelf } from "#platform/pictures/picture-shelf.ts";
import type { SharePicture } from "#platform/pictures/share-picture.ts";
import { HUE_FILLS } from "#ui/hue-fills.ts";
import { hueOf } from "../hue.ts";
import { STAGE_WORDS } from "../stages.ts";
import { atomPath, listPath, partnershipPath } from "./address.ts";
import { isTended } from "./contact.ts";
import { describeFilter } from "./describe.ts";
import { directoryOf } from "./directory.ts";
import { faceOf, type PartnershipFace } from "./face.ts";
import { atomOf } from "./feed.ts";
import { filtersSet, type PartnershipFilter, readFilter, readPage } from "./filter.ts";
import { listPartnerships, PAGE_SIZE } from "./listing.ts";
import { partnershipsLike } from "./similar.ts";
import { csvOf } from "./table.ts";
import { HappeningsPage } from "./views/happenings-page.tsx";
import { ListPage } from "./views/list-page.tsx";
import { placeWords } from "./views/partnership-card.tsx";
import { PartnershipPage } from "./views/partnership-page.tsx";

/** Happenings on its own page; all of them are one link away. */
const SHOWN = 4;
const HAPPENINGS_PER_PAGE = 15;

const queryIn = (c: HouseContext) => new URL(c.req.url).searchParams;

async function showList(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const asked = queryIn(c);
  const filter = await readFilter(ctx, asked);
  const page = readPage(asked);
  const canonical = listPath(filter, page);
  // One view, one address: an empty field of the form, another order or somebody's tracking mark leads there.
  if (`/partnerships${asked.size > 0 ? `?${asked}` : ""}` !== canonical) return c.redirect(canonical, 302);
  const listing = await listPartnerships(ctx, filter, {
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const title = describeFilter(filter);
  return show(
    {
      title: page > 1 ? `${title}, page ${page}` : title,
      description: `${title}: where they are, how far they are, what their businesses decided to do, and how to reach them.`,
      canonical,
      feeds: feedsOf(filter),
      noindex: filter.unknown.length > 0 || filter.q !== "" || listing.items.length === 0,
      status: page > 1 && listing.items.length === 0 ? 404 : 200,
    },
    <ListPage
      filter={filter}
      page={page}
      listing={listing}
      offered={await sectors(ctx)}
      sectors={
        await sectorsByIds(
          ctx,
          listing.items.flatMap((item) => item.sectors),
        )
      }
    />,
  );
}

function feedsOf(filter: PartnershipFilter): Feed[] {
  const title = filtersSet(filter) === 0 ? "All partnerships" : describeFilter(filter);
  return [{ title, href: atomPath(filter), type: "application/atom+xml" }];
}

async function answerAtom(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const text = await atomOf(ctx, await readFilter(ctx, queryIn(c)));
  const etag = etagOf(Buffer.from(text));
  const headers = { etag, "cache-control": "no-cache", "access-control-allow-origin": "*" };
  if (c.req.header("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: { ...headers, "content-type": "application/atom+xml; charset=utf-8" },
  });
}

async function answerCsv(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const text = await csvOf(ctx, await readFilter(ctx, queryIn(c)));
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="partnerships.csv"',
      "cache-control": "no-cache",
      "access-control-allow-origin": "*",
    },
  });
}

async function faceIn(c: HouseContext): Promise<PartnershipFace> {
  const slug = c.req.param("slug") ?? "";
  const face = /^[a-z0-9-]{1,160}$/.test(slug) ? await faceOf(c.var.ctx, slug) : undefined;
  if (!face) throw new NotFound();
  return face;
}

async function showPartnership(c: HouseContext, parts: readonly PartnershipPart[]): Promise<Response> {
  const { ctx, show } = c.var;
  const face = await faceIn(c);
  const { content } = face;
  const happenings = await happeningsOfPartnership(ctx, face.slug, { limit: SHOWN });
  const alike = await partnershipsLike(ctx, face);
  const tended = await isTended(ctx, face);
  const added: Child[] = [];
  for (const part of parts) added.push(await part.render(ctx, face));
  const scope = { partnership: face.id, states: content.states };
  const path = partnershipPath(face.slug);
  const day = (at: Date) => dayOf(at, ctx.site.timeZone);
  return show(
    {
      title: content.name,
      description: content.summary || `${STAGE_WORDS[face.stage].name}. ${placeWords(content)}.`,
      canonical: path,
      kind: "article",
      picture: { path: `${path}/picture.png`, alt: `${content.name}. ${placeWords(content)}` },
    },
    <PartnershipPage
      face={face}
      sectors={
        await sectorsByIds(ctx, [
          ...content.sectors,
          ...sectorsOf(happenings.items),
          ...alike.flatMap(({ partnership }) => partnership.sectors),
        ])
      }
      directory={await directoryOf(ctx, content)}
      happenings={happenings}
      alike={alike}
      added={added}
      tended={tended}
      reachable={face.contactable && tended}
      site={ctx.site}
      today={day(ctx.now)}
      changedOn={day(face.changedAt)}
      confirmedOn={face.confirmedAt && day(face.confirmedAt)}
      tendHref={may(ctx.actor, "partnership.tend", scope) ? `${path}/tend` : undefined}
    />,
  );
}

function sectorsOf(items: ListedHappening[]): string[] {
  return items.flatMap((item) => item.sectors);
}

async function showHappenings(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const face = await faceIn(c);
  const page = readPage(queryIn(c));
  const { items, more } = await happeningsOfPartnership(ctx, face.slug, {
    offset: (page - 1) * HAPPENINGS_PER_PAGE,
    limit: HAPPENINGS_PER_PAGE,
  });
  if (items.length === 0 && page > 1) throw new NotFound();
  const path = `${partnershipPath(face.slug)}/happenings`;
  return show(
    {
      title: `What the ${face.content.name} shared${page > 1 ? `, page ${page}` : ""}`,
      description: `Quick wins, documents and news of the ${face.content.name}.`,
      canonical: page > 1 ? `${path}?page=${page}` : path,
      noindex: items.length === 0,
    },
    <HappeningsPage
      face={face}
      items={items}
      more={more}
      page={page}
      sectors={await sectorsByIds(ctx, sectorsOf(items))}
      timeZone={ctx.site.timeZone}
    />,
  );
}

/** The addresses that readers know, made anew so that each house has pictures of its own. */
export function readingRoutes(parts: readonly PartnershipPart[]): Route[] {
  const draw = pictureShelf();

  async function answerPicture(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const png = await draw(await pictureOf(ctx, await faceIn(c)));
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
    reading("/partnerships", showList),
    reading("/partnerships.atom", answerAtom),
    reading("/partnerships.csv", answerCsv),
    reading("/partnerships/:slug", (c) => showPartnership(c, parts)),
    reading("/partnerships/:slug/happenings", showHappenings),
    reading("/partnerships/:slug/picture.png", answerPicture),
  ];
}

/** A partnership as a stamp: its counties where they are told, its state where they are not. */
async function pictureOf(ctx: Ctx, { content }: PartnershipFace): Promise<SharePicture> {
  const own = [...(await sectorsByIds(ctx, content.sectors)).values()];
  const state = stateByCode(content.states[0] ?? "");
  const counties = content.countiesKnown === "exact" ? regionOutline(content.counties) : undefined;
  return {
    title: content.name,
    community: ctx.site.name,
    fill: HUE_FILLS[hueOf(own)],
    ...(own.length === 1 ? { sector: own[0]!.name } : {}),
    ...(counties || state
      ? {
          place: counties && content.region ? content.region : (state?.name ?? content.region),
          outline: counties ?? stateOutline(state!.code),
        }
      : {}),
  };
}
