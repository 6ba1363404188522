import { dayOf } from "#base/local-time.ts";
import { NotFound } from "#base/surprises.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { networkPicture } from "../picture/queries.ts";
import { allSets, currentSet, type IndicatorSet, publishedSet } from "../sets/queries.ts";
import { IndicatorsPage, NoIndicatorsPage, VersionPage } from "./views/indicators-page.tsx";

const TITLE = "Is your partnership Next Gen?";
const DESCRIPTION =
  "The signs of a Next Gen sector partnership, each at four levels in plain words, with one thing to do next, and where partnerships of the network stand.";

async function showIndicators(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const set = await currentSet(ctx);
  if (!set) return show({ title: TITLE, description: DESCRIPTION }, <NoIndicatorsPage />);
  const picture = await networkPicture(ctx, c.req.query("among") ?? "all");
  const sets = await allSets(ctx);
  return show(
    { title: TITLE, description: DESCRIPTION, canonical: "/indicators" },
    <IndicatorsPage
      set={set}
      picture={picture}
      earlier={sets.filter(({ state }) => state === "past").map(({ version }) => version)}
      publishedOn={publishedOn(c, set)}
      drawnOn={picture ? dayOf(picture.drawnAt, ctx.site.timeZone) : ""}
    />,
  );
}

const publishedOn = (c: HouseContext, set: IndicatorSet) =>
  dayOf(set.publishedAt ?? set.createdAt, c.var.ctx.site.timeZone);

async function showVersion(c: HouseContext): Promise<Response> {
  const asked = c.req.param("version") ?? "";
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw new NotFound();
  const set = await publishedSet(c.var.ctx, Number(asked));
  return c.var.show(
    {
      title: `${set.name}, version ${set.version}`,
      ...(set.state === "current" ? { canonical: "/indicators" } : {}),
    },
    <VersionPage set={set} publishedOn={publishedOn(c, set)} />,
  );
}

export const explainingRoutes: Route[] = [
  reading("/indicators", showIndicators),
  reading("/indicators/versions/:version", showVersion),
];
