import { type RawBuilder, sql } from "kysely";
import { wordsOf } from "#base/words/words-of.ts";
import type { Ctx } from "#platform/context.ts";
import { mark } from "../profiles/finding.ts";
import { profileColumns } from "../profiles/queries.ts";
import type { ProfilesTable } from "../profiles/tables.ts";
import { type ProfileRow, type SeenProfile, seenBy, type Viewer } from "../profiles/visibility.ts";
import type { PeopleFilter } from "./filter.ts";

/** People to a page. */
export const PEOPLE_PER_PAGE = 24;

export interface PeoplePage {
  people: SeenProfile[];
  /** The slug to go on after; undefined on the last page. */
  next: string | undefined;
}

const MOST_WORDS = 10;
const LONGEST_WORD = 40;

/**
 * Listed people whom `viewer` may see, by name, a page at a time. What is hidden from this viewer takes no part: the
 * index that is asked was made of what they may see. One query, whatever the number of people.
 *
 * @param after the slug of the last one on the page before; one that this viewer does not see ends the list
 */
export async function listPeople(
  ctx: Ctx,
  filter: PeopleFilter,
  viewer: Viewer,
  page: { after?: string | undefined; limit: number },
): Promise<PeoplePage> {
  if (filter.unknown.length > 0) return { people: [], next: undefined };
  const found = sql.ref<unknown>(`p.found_${viewer}` satisfies `p.${keyof ProfilesTable}`);
  const conditions = [sql<boolean>`${found} is not null`];
  const asked = questionOf(filter);
  if (asked === null) return { people: [], next: undefined };
  if (asked) conditions.push(sql`${found} @@ ${asked}`);
  if (page.after)
    conditions.push(
      sql`(p.sort_name, p.person) > (select sort_name, person from profiles p
        where slug = ${page.after} and ${found} is not null)`,
    );
  const { rows } = await sql<ProfileRow & { person_name: string }>`
    select ${profileColumns}, people.name as person_name
    from profiles p join people on people.id = p.person
    where ${sql.join(conditions, sql` and `)}
    order by p.sort_name, p.person limit ${page.limit + 1}`.execute(ctx.db);
  const seen = rows.slice(0, page.limit).flatMap((row) => seenBy(viewer, row, row.person_name) ?? []);
  return { people: seen, next: rows.length > page.limit ? seen.at(-1)?.slug : undefined };
}

/** The filter as a question for the index; undefined where everybody is asked for, null where nobody can match. */
function questionOf(filter: PeopleFilter): RawBuilder<unknown> | undefined | null {
  const marks = [
    filter.state && mark("state", filter.state.code),
    filter.sector && mark("sector", filter.sector.id),
    filter.topic && mark("topic", filter.topic.id),
    filter.phase && mark("phase", filter.phase),
    filter.role && mark("role", filter.role),
  ].filter((one) => one !== undefined);
  const marked = marks.length > 0 ? sql`${marks.map((one) => `'${one}'`).join(" & ")}::tsquery` : undefined;
  if (!filter.q) return marked;
  const words = wordsQuery(filter.q);
  if (!words) return null;
  return marked ? sql`(${marked} && ${words})` : words;
}

/**
 * Words as a question: all of them, the last as a beginning. One that English texts are full of counts as a name only.
 * No word is taken for another: what is guessed from would
 * have to hold the names of people who are hidden by now.
 */
export function wordsQuery(typed: string): RawBuilder<unknown> | undefined {
  const words = wordsOf(typed)
    .slice(0, MOST_WORDS)
    .map((word) => Array.from(word).slice(0, LONGEST_WORD).join(""));
  if (words.length === 0) return undefined;
  const last = `'${words.at(-1)}'`;
  const whole = words.slice(0, -1).map((word) => `'${word}'`);
  const ending = sql`(case when numnode(to_tsquery('english', ${last})) > 0
    then to_tsquery('english', ${`${last}:*`}) || to_tsquery('simple', ${`${last}:*`})
    else to_tsquery('simple', ${`${last}:*A`}) end)`;
  return whole.length > 0 ? sql`(to_tsquery('english', ${whole.join(" & ")}) && ${ending})` : ending;
}
