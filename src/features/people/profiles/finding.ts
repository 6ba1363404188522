import { type RawBuilder, sql } from "kysely";
import { foldText } from "#base/words/words-of.ts";
import type { Ctx } from "#platform/context.ts";
import { namedProfiles } from "./queries.ts";
import { roleWords } from "./roles.ts";
import "./tables.ts";
import { type ProfileRow, type SeenProfile, seenBy } from "./visibility.ts";

/** A mark by which a list is narrowed. No text can hold one: the parser cuts at the sign it begins with. */
export function mark(sort: "state" | "sector" | "topic" | "phase" | "role", value: string): string {
  return `@${sort}:${value}`;
}

/**
 * Writes by what a person is found, anew: for each audience from what that audience sees and nothing else, so that a
 * hidden part neither answers to words nor to a filter.
 */
export async function writeFound(ctx: Ctx, row: ProfileRow, name: string): Promise<void> {
  await ctx.db
    .updateTable("profiles")
    .set({
      sort_name: foldText(name),
      found_public: vectorOf(seenBy("public", row, name)),
      found_members: vectorOf(seenBy("members", row, name)),
    })
    .where("person", "=", row.person)
    .execute();
}

function vectorOf(seen: SeenProfile | undefined): RawBuilder<string | null> {
  if (!seen) return sql<null>`null`;
  const near = [seen.organization.name, seen.title, roleWords(seen.role)].join(" ");
  const said = [seen.canHelp, seen.lookingFor, seen.about].join(" ");
  // As they are written, too: "Will" is a word of every English text and a person, and of "organizatio", half typed,
  // no stem is the beginning.
  return sql<string>`
    setweight(to_tsvector('simple', search_text(${seen.name})), 'A')
    || setweight(to_tsvector('english', search_text(${seen.name})), 'A')
    || setweight(to_tsvector('english', search_text(${near})), 'B')
    || setweight(to_tsvector('english', search_text(${said})), 'C')
    || setweight(to_tsvector('simple', search_text(${`${near} ${said}`})), 'D')
    || array_to_tsvector(${marksOf(seen)}::text[])`;
}

function marksOf(seen: SeenProfile): string[] {
  return [
    ...seen.states.map((code) => mark("state", code)),
    ...seen.sectors.map((id) => mark("sector", id)),
    ...seen.topics.map((id) => mark("topic", id)),
    ...seen.phases.map((phase) => mark("phase", phase)),
    ...(seen.role ? [mark("role", seen.role)] : []),
  ];
}

/** After something the index is made of changed elsewhere: the name, or the organization. */
export async function refreshFound(ctx: Ctx, personId: string): Promise<void> {
  const row = await namedProfiles(ctx).where("p.person", "=", personId).executeTakeFirst();
  if (row) await writeFound(ctx, row, row.person_name);
}
