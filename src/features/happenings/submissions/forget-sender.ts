import { sql } from "kysely";
import { removeMedia } from "#features/media/public.ts";
import { personByEmail } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import { mediaIds } from "../writing.ts";
import { copyOfUpdates } from "./copy-of-sender.ts";

const FORGOTTEN = "a sender who asked to be forgotten";

export const personalUpdates: PersonalData[] = [
  { done: "updates that were not on the site deleted, with their files", forget: deleteUnpublished },
  { done: "published updates kept, without who sent them in", forget: clearPublished, copy: copyOfUpdates },
  { done: "notes of trust in their address deleted", forget: forgetTrust },
];

async function deleteUnpublished(ctx: Ctx, email: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom("happenings as h")
    .innerJoin("submissions as s", "s.happening", "h.id")
    .select("h.id")
    .where("s.email", "=", email)
    .where("h.stage", "!=", "published")
    .forUpdate()
    .execute();
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  const versions = await ctx.db
    .selectFrom("happening_versions")
    .select("content")
    .where("happening", "in", ids)
    .execute();
  const files = [...new Set(versions.flatMap(({ content }) => mediaIds(content)))];
  await ctx.db.deleteFrom("happenings").where("id", "in", ids).execute();
  await removeMedia(ctx, files);
  // The log keeps that something was done, and loses the titles and names of files that were never public.
  await sql`update events set particulars = '{}'
    where (subject_kind = 'happening' and subject_id = any (${ids}))
      or (subject_kind = 'media' and subject_id = any (${files}))`.execute(ctx.db);
  return ids.length;
}

async function clearPublished(ctx: Ctx, email: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom("submissions")
    .select("happening")
    .where("email", "=", email)
    .forUpdate()
    .execute();
  for (const { happening } of rows) {
    await ctx.db
      .updateTable("submissions")
      .set({
        ...{ name: "", email: "", role: "", organization: "", network: null, request_key: null },
        // Links in mails that were sent stop opening it.
        link_key: ctx.random.token(),
      })
      .where("happening", "=", happening)
      .execute();
    for (const table of ["happening_messages", "happening_versions"] as const)
      await sql`update ${sql.table(table)} set by_name = ${FORGOTTEN}
        where happening = ${happening} and by_kind = 'submitter'`.execute(ctx.db);
  }
  const editor = await personByEmail(ctx, email);
  if (editor)
    for (const table of ["happening_messages", "happening_versions", "trusted_submitters"] as const)
      await sql`update ${sql.table(table)} set by_name = 'An editor' where by_person = ${editor.id}`.execute(
        ctx.db,
      );
  return rows.length;
}

async function forgetTrust(ctx: Ctx, email: string): Promise<number> {
  const rows = await ctx.db
    .deleteFrom("trusted_submitters")
    .where("email", "=", email)
    .returning("email")
    .execute();
  return rows.length;
}
