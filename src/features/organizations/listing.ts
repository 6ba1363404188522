import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { askOf } from "#platform/words/ask.ts";
import type { OrganizationFilter } from "./filter.ts";
import {
  ORGANIZATION_COLUMNS,
  type Organization,
  type OrganizationRow,
  organizationFrom,
} from "./queries.ts";

export interface OrganizationListing {
  items: Organization[];
  total: number;
  /** Mistyped words of the question, and what was looked for instead. */
  corrected: { from: string; to: string }[];
}

/** Lines to a page. */
export const PAGE_SIZE = 40;

/** One page of the directory, by name. Two queries, and one more where words are asked for; the whole is counted once. */
export async function listOrganizations(
  ctx: Ctx,
  filter: OrganizationFilter,
  page: { offset: number; limit: number },
): Promise<OrganizationListing> {
  const question = filter.q ? await askOf(ctx, filter.q) : undefined;
  const asked = question ? simpleQuery(question.words) : undefined;
  if (question && !asked) return { items: [], total: 0, corrected: question.corrected };
  const where = whereOf(filter, asked);
  const { rows } = await sql<OrganizationRow>`
    select ${ORGANIZATION_COLUMNS} from organizations where ${where} order by lower(name), id
    limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  const count = async () => {
    const counted = await sql<{ total: number }>`
      select count(*)::integer as total from organizations where ${where}`.execute(ctx.db);
    return counted.rows[0]!.total;
  };
  const whole = !(filter.state || filter.kind || asked);
  return {
    items: rows.map(organizationFrom),
    // Counting tens of thousands takes longer than finding the page; until something changes they are as many.
    total: await (whole ? ctx.keep("how many organizations", count) : count()),
    corrected: question?.corrected ?? [],
  };
}

/** All that a filter finds, by name, some hundreds at a time. */
export async function* allOrganizations(
  ctx: Ctx,
  filter: OrganizationFilter,
  atOnce = 500,
): AsyncGenerator<Organization[]> {
  const question = filter.q ? await askOf(ctx, filter.q) : undefined;
  const where = whereOf(filter, question && (simpleQuery(question.words) ?? "''"));
  for (let after: OrganizationRow | undefined; ; ) {
    const from = after ? sql`and (lower(name), id) > (lower(${after.name}), ${after.id}::uuid)` : sql``;
    const { rows } = await sql<OrganizationRow>`
      select ${ORGANIZATION_COLUMNS} from organizations where ${where} ${from} order by lower(name), id limit ${atOnce}`.execute(
      ctx.db,
    );
    if (rows.length > 0) yield rows.map(organizationFrom);
    after = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}

/** Every word, the last as a beginning; names are looked up as they are written, not by their stems. */
function simpleQuery(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  return words
    .map((word, index) => `'${word.replaceAll("'", "")}'${index === words.length - 1 ? ":*" : ""}`)
    .join(" & ");
}

function whereOf({ state, kind }: OrganizationFilter, asked: string | undefined): RawBuilder<unknown> {
  const parts = [sql`merged_into is null`];
  if (state) parts.push(sql`state_code = ${state.code}`);
  if (kind) parts.push(sql`kind = ${kind}`);
  if (asked) parts.push(sql`words @@ to_tsquery('simple', ${asked})`);
  return sql.join(parts, sql` and `);
}
