import { sql } from "kysely";
import { slugify } from "#base/slug.ts";
import type { Ctx } from "#platform/context.ts";
import { namesakeSlug } from "../profiles/actions.ts";
import "../profiles/tables.ts";

/** An address for each name, as a profile's own save gives it. One query. */
export async function slugsFor(ctx: Ctx, names: readonly string[]): Promise<string[]> {
  const bases = names.map((name) => slugify(name) || "member");
  const { rows } = await sql<{ slug: string }>`
    select slug from profiles where slug = any(${[...new Set(bases)]}::text[])`.execute(ctx.db);
  const taken = new Set(rows.map(({ slug }) => slug));
  return bases.map((base) => {
    let slug = base;
    while (taken.has(slug)) slug = namesakeSlug(ctx, base);
    taken.add(slug);
    return slug;
  });
}
