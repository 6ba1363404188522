import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import { findOrAddOrganization, ORGANIZATION_KINDS } from "#features/organizations/public.ts";
import { sectors } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { MILESTONE_KINDS, type PartnershipDraft, partialDate, ROLES_IN_PARTNERSHIP } from "./content.ts";
import { STAGES } from "./stages.ts";
import { THEME_SLUGS } from "./themes.ts";
import { addPartnership } from "./writing.ts";

const Source = z.object({ name: z.string(), url: z.url().nullable(), note: z.string().default("") });

const Partnership = z.object({
  name: z.string(),
  slug: z.string(),
  nameIsOurs: z.boolean(),
  alsoKnownAs: z.array(z.string()).default([]),
  state: z.string().length(2),
  place: z.string(),
  region: z.string(),
  sectors: z.array(z.string()),
  setting: z.enum(["rural", "metro", "both"]).nullish(),
  stage: z.enum(STAGES).exclude(["unknown"]).nullable(),
  since: partialDate.nullish(),
  stageNote: z.string().nullable(),
  summary: z.string(),
  story: z.string().default(""),
  milestones: z
    .array(
      z.object({
        kind: z.enum(MILESTONE_KINDS),
        title: z.string(),
        on: partialDate.nullish(),
        note: z.string().default(""),
        source: z.string().default(""),
      }),
    )
    .default([]),
  priorities: z
    .array(
      z.object({
        title: z.string(),
        theme: z.enum(THEME_SLUGS as [string, ...string[]]),
        description: z.string().default(""),
        state: z.enum(["open", "under-way", "achieved", "set-aside"]).default("open"),
        cameOfIt: z.string().default(""),
      }),
    )
    .default([]),
  roles: z
    .array(
      z.object({
        role: z.enum(ROLES_IN_PARTNERSHIP),
        organization: z.string(),
        kind: z.enum(ORGANIZATION_KINDS),
        url: z.url().nullable(),
      }),
    )
    .default([]),
  sources: z.array(Source).min(1),
});
type Told = z.output<typeof Partnership>;

const Place = z.object({
  slug: z.string(),
  countyFips: z.array(z.string().length(5)),
  countiesAre: z.enum(["exact", "approximate", "whole-state", "unknown"]),
  note: z.string().nullable(),
});

const FILE = "starter/partnerships.yaml";

/** The partnerships that the community's earlier pages and their sources speak of, each fact with its source. */
export const partnershipStarter: StarterSource<Ctx> = {
  name: "partnerships",
  // After the sectors they name; before the happenings, which then find theirs.
  order: 20,
  async load(ctx, content) {
    const { partnerships } = z
      .object({ partnerships: z.array(Partnership) })
      .parse(parseYaml(await content.text(FILE)));
    const { places } = z
      .object({ places: z.array(Place) })
      .parse(parseYaml(await content.text("starter/places.yaml")));
    const known = {
      places: new Map(places.map((place) => [place.slug, place])),
      sectors: new Map((await sectors(ctx)).map(({ slug, id }) => [slug, id])),
    };
    for (const told of partnerships) await load(ctx, told, known);
    return partnerships.length;
  },
};

interface Known {
  places: Map<string, z.output<typeof Place>>;
  sectors: Map<string, string>;
}

async function load(ctx: Ctx, told: Told, known: Known): Promise<void> {
  const place = known.places.get(told.place);
  if (!place)
    throw new Error(`content/${FILE}: ${told.slug} names the place ${told.place}, which does not exist.`);
  const sectorOf = (slug: string) => {
    const id = known.sectors.get(slug);
    if (!id) throw new Error(`content/${FILE}: ${told.slug} names the sector ${slug}, which does not exist.`);
    return id;
  };
  const roles = [];
  for (const { role, organization, kind, url } of told.roles) {
    const { id, name } = await organizationOf(ctx, { name: organization, kind, url }, told);
    roles.push({ id: ctx.random.id(), role, organization: { name, id } });
  }
  const content: PartnershipDraft = {
    name: told.name,
    alsoKnownAs: told.alsoKnownAs,
    nameIsOurs: told.nameIsOurs,
    summary: told.summary,
    story: told.story,
    region: told.region,
    states: [told.state],
    counties: place.countyFips,
    countiesKnown: place.countiesAre,
    countiesNote: place.note ?? "",
    setting: told.setting ?? null,
    sectors: told.sectors.map(sectorOf),
    milestones: told.milestones.map(({ on, ...rest }) => ({ ...rest, on: on ?? null, id: ctx.random.id() })),
    priorities: told.priorities.map((priority) => ({ ...priority, id: ctx.random.id() })),
    roles,
    sources: told.sources,
  };
  await addPartnership(ctx, {
    content,
    stage: told.stage ?? "unknown",
    stageSince: told.since ?? null,
    word: told.stageNote ?? "",
    slug: told.slug,
  });
}

/** The one in the directory, or a new one, with the source that names it. */
async function organizationOf(
  ctx: Ctx,
  given: { name: string; kind: (typeof ORGANIZATION_KINDS)[number]; url: string | null },
  told: Told,
): Promise<{ id: string; name: string }> {
  const [source] = told.sources;
  const found = await findOrAddOrganization(ctx, {
    ...given,
    stateCode: told.state,
    source: [source?.name, source?.url].filter(Boolean).join(", "),
  });
  return { id: found.id, name: given.name };
}
