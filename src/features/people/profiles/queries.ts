import { sql } from "kysely";
import { type MediaFile, mediaByIds, mediaKey } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import "./tables.ts";
import { type ProfileRow, type SeenProfile, seenBy, type Viewer } from "./visibility.ts";

/** All but what the index holds, which nobody reads. */
export const PROFILE_COLUMNS = [
  "person",
  "slug",
  "listed_for",
  "written_by",
  "role",
  "title",
  "organization",
  "organization_name",
  "states",
  "counties",
  "sectors",
  "topics",
  "phases",
  "about",
  "can_help",
  "looking_for",
  "photo",
  "photo_alt",
  "shown",
  "version",
  "changed_at",
] as const satisfies readonly (keyof ProfileRow)[];

/** The same for a query written out, in which the table is called `p`. */
export const profileColumns = sql.join(PROFILE_COLUMNS.map((column) => sql.ref(`p.${column}`)));

/** Profiles with the names of their people. */
export function namedProfiles(ctx: { db: Db }) {
  return ctx.db
    .selectFrom("profiles as p")
    .innerJoin("people", "people.id", "p.person")
    .select(PROFILE_COLUMNS.map((column) => `p.${column}` as const))
    .select("people.name as person_name");
}

/** Somebody's own profile, all of it; undefined until they save one. */
export async function ownProfile(ctx: Ctx, personId: string): Promise<ProfileRow | undefined> {
  return ctx.db
    .selectFrom("profiles")
    .select(PROFILE_COLUMNS)
    .where("person", "=", personId)
    .executeTakeFirst();
}

/** A listed person at their address, as `viewer` sees them. */
export async function profileAt(ctx: Ctx, slug: string, viewer: Viewer): Promise<SeenProfile | undefined> {
  const row = await namedProfiles(ctx).where("p.slug", "=", slug).executeTakeFirst();
  return row && seenBy(viewer, row, row.person_name);
}

/** Those of some people who are listed for `viewer`, by their ids. One query, none for an empty list. */
export async function profilesOf(
  ctx: Ctx,
  personIds: readonly string[],
  viewer: Viewer,
): Promise<Map<string, SeenProfile>> {
  if (personIds.length === 0) return new Map();
  const rows = await namedProfiles(ctx).where("p.person", "in", personIds).execute();
  const seen = rows.flatMap((row) => seenBy(viewer, row, row.person_name) ?? []);
  return new Map(seen.map((one) => [one.personId, one]));
}

/** A photo as a page shows it; a private one comes with the key that opens it for whoever was shown the page. */
export interface ShownPhoto {
  file: MediaFile;
  key: string | undefined;
}

/** The photos of people who are shown, by the id of the file. One query, none where nobody shows one. */
export async function photosOf(
  ctx: Ctx,
  seen: readonly Pick<SeenProfile, "photo">[],
): Promise<Map<string, ShownPhoto>> {
  const alts = new Map(seen.flatMap(({ photo }) => (photo ? [[photo.id, photo.alt] as const] : [])));
  const files = await mediaByIds(ctx, [...alts.keys()]);
  return new Map(
    files.map((file) => [
      file.id,
      {
        // What it shows is told on the profile, not with the file: the log of files is read by editors.
        file: { ...file, alt: alts.get(file.id) || null, decorative: !alts.get(file.id) },
        key: file.visibility === "public" ? undefined : mediaKey(ctx, file.id),
      },
    ]),
  );
}
