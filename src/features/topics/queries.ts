import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import "./tables.ts";

/** What a happening is about, whatever its sector. */
export interface Topic {
  id: string;
  /** Stands in addresses and never changes: `/happenings?topic=apprenticeship`. */
  slug: string;
  name: string;
  /** One sentence, plain text. */
  description: string;
  position: number;
  /** Retired ones are not offered any more; what already belongs to them keeps them. */
  retiredAt: Date | null;
  version: number;
}

/** Every topic, retired ones last, each group in the editors' order. A few dozen at most, so never paged. */
export function allTopics(ctx: Ctx): Promise<Topic[]> {
  return ctx.keep("topics", async () => {
    const rows = await ctx.db
      .selectFrom("topics")
      .selectAll()
      .orderBy(sql`retired_at is not null`)
      .orderBy("position")
      .orderBy("name")
      .execute();
    return rows.map(({ id, slug, name, description, position, retired_at, version }) => ({
      id,
      slug,
      name,
      description,
      position,
      retiredAt: retired_at,
      version,
    }));
  });
}

/** The topics that are offered, in the editors' order. */
export async function topics(ctx: Ctx): Promise<Topic[]> {
  return (await allTopics(ctx)).filter((topic) => !topic.retiredAt);
}

/** Also a retired one: its address stays readable. */
export async function topicBySlug(ctx: Ctx, slug: string): Promise<Topic | undefined> {
  return (await allTopics(ctx)).find((topic) => topic.slug === slug);
}

/** Several at once, by id, retired ones included; whatever is not there is left out. */
export async function topicsByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Topic>> {
  const wanted = new Set(ids);
  const found = (await allTopics(ctx)).filter((topic) => wanted.has(topic.id));
  return new Map(found.map((topic) => [topic.id, topic]));
}
