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
    .where("role", "=", "editor")
    .orderBy("created_at")
    .orderBy("id")
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute();
  return { editors: rows.map(personFrom), page, pages: Math.ceil((rows[0]?.total ?? 0) / PER_PAGE) };
}

/** Every editor, for the choice of whom to hand an item to or to write to. */
export async function editors(ctx: { db: Db }): Promise<Person[]> {
  const rows = await ctx.db
    .selectFrom("people")
    .selectAll()
    .where("role", "=", "editor")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(personFrom);
}
