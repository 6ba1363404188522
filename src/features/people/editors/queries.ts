import { sql } from "kysely";
import type { Db } from "#platform/database/tables.ts";
import { type Person, personFrom } from "../queries.ts";

const PER_PAGE = 50;

export interface EditorsPage {
  editors: Person[];
  /** From 1. */
  page: number;
  pages: number;
}

/** Editors, those who joined first standing first. @param page from 1 */
export async function editorsPage(ctx: { db: Db }, page: number): Promise<EditorsPage> {
  const rows = await ctx.db
    .selectFrom("people")
    .selectAll()
    .select(sql<number>`count(*) over ()`.as("total"))
    .where("role", "!=", "member")
    .orderBy("created_at")
    .orderBy("id")
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute();
  return { editors: rows.map(personFrom), page, pages: Math.ceil((rows[0]?.total ?? 0) / PER_PAGE) };
}

/** Somebody who works the desk, and so has an address. */
export type Editor = Person & { email: string };

/** Every editor, for the choice of whom to hand an item to or to write to. */
export async function editors(ctx: { db: Db }): Promise<Editor[]> {
  const rows = await ctx.db
    .selectFrom("people")
    .selectAll()
    .where("role", "!=", "member")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.flatMap((row) => (row.email === null ? [] : [{ ...personFrom(row), email: row.email }]));
}
