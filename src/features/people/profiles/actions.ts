import { sql } from "kysely";
import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict } from "#base/surprises.ts";
import { addMedia, removeMedia, setVisibility } from "#features/media/public.ts";
import { findOrAddOrganization, organizationsNamed } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { ReceivedFile } from "#platform/files/receive.ts";
import type { SignedIn } from "../rules.ts";
import { refreshFound, writeFound } from "./finding.ts";
import type { ProfileCommand } from "./forms.ts";
import { PROFILE_COLUMNS } from "./queries.ts";
import "./tables.ts";
import { type ProfileRow, seenBy } from "./visibility.ts";

/** A new photo, private until it is shown to everyone. The name it came with may tell more than the picture does. */
export async function keepPhoto(ctx: Ctx, file: ReceivedFile): Promise<string> {
  const ending = file.kind.extensions[0] ?? "jpg";
  return (await addMedia(ctx, { ...file, name: `photo.${ending}` })).id;
}

/**
 * Saves what a person says of themselves. `photo` is a media file, or null for none.
 *
 * @throws Conflict when it was saved elsewhere since `version` was read
 */
export async function saveProfile(
  ctx: Ctx,
  person: Pick<SignedIn, "id" | "name">,
  command: ProfileCommand,
  photo: string | null,
): Promise<{ slug: string }> {
  return transact(ctx, async (ctx) => {
    const before = await lockedProfile(ctx, person.id);
    if ((before?.version ?? 0) !== command.version) throw new Conflict();
    const slug = await slugFor(ctx, command.name, before?.slug);
    const values = {
      slug,
      listed_for: command.listedFor,
      written_by: command.writtenBy,
      role: command.role,
      title: command.title,
      organization: await organizationFor(ctx, command),
      organization_name: command.organization,
      states: command.state,
      counties: command.county,
      sectors: command.sector,
      topics: command.topic,
      phases: command.phase,
      about: command.about,
      can_help: command.canHelp,
      looking_for: command.lookingFor,
      photo,
      photo_alt: photo ? command.photoAlt : "",
      shown: JSON.stringify(command.shown),
      // Made anew below; the old ones may not stand beside who it is listed for now.
      found_public: null,
      found_members: null,
      version: command.version + 1,
      changed_at: ctx.now,
    };
    const row = await ctx.db
      .insertInto("profiles")
      .values({ person: person.id, sort_name: "", created_at: ctx.now, ...values })
      .onConflict((conflict) => conflict.column("person").doUpdateSet(values))
      .returning(PROFILE_COLUMNS)
      .executeTakeFirstOrThrow();
    await setName(ctx, person, command.name);
    await writeFound(ctx, row, command.name);
    await showPhoto(ctx, before?.photo ?? null, row, command.name);
    await tellSaved(ctx, before, row);
    return { slug };
  });
}

async function lockedProfile(ctx: Ctx, personId: string): Promise<ProfileRow | undefined> {
  // Two first saves at once have no row to lock yet.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profile ${personId}`}, 0))`.execute(ctx.db);
  return ctx.db
    .selectFrom("profiles")
    .select(PROFILE_COLUMNS)
    .where("person", "=", personId)
    .forUpdate()
    .executeTakeFirst();
}

/** The address follows the name; a namesake's gets a few letters of chance, which tell nothing of who has the other. */
async function slugFor(ctx: Ctx, name: string, before: string | undefined): Promise<string> {
  const base = slugify(name) || "member";
  if (before && (before === base || before.replace(/-[a-z0-9]{4}$/, "") === base)) return before;
  const taken = await ctx.db
    .selectFrom("profiles")
    .select("person")
    .where("slug", "=", base)
    .executeTakeFirst();
  return taken ? namesakeSlug(ctx, base) : base;
}

export function namesakeSlug(ctx: Ctx, base: string): string {
  return `${numberedSlug(base, 1).slice(0, 70).replace(/-+$/, "")}-${ctx.random.id().slice(0, 4)}`;
}

/**
 * The organization's entry in the directory. What only some may see adds nothing to it, for everybody reads the
 * directory of organizations: it is looked up there, no more.
 */
async function organizationFor(ctx: Ctx, command: ProfileCommand): Promise<string | null> {
  const name = command.organization;
  if (!name) return null;
  const isPublic = (part: string) => command.listedFor === "public" && command.shown[part] === "public";
  if (!isPublic("organization")) {
    const [found] = await organizationsNamed(ctx, [{ name }]);
    return found?.id ?? null;
  }
  const stateCode = isPublic("places") && command.state.length === 1 ? command.state[0] : undefined;
  return (await findOrAddOrganization(ctx, { name, stateCode })).id;
}

async function setName(ctx: Ctx, person: Pick<SignedIn, "id" | "name">, name: string): Promise<void> {
  const renamed = await ctx.db
    .updateTable("people")
    .set({ name })
    .where("id", "=", person.id)
    .where("name", "!=", name)
    .returning("id")
    .executeTakeFirst();
  if (renamed) await tell(ctx, { name: "person.renamed", subject: { kind: "person", id: person.id } });
}

async function showPhoto(ctx: Ctx, before: string | null, row: ProfileRow, name: string): Promise<void> {
  if (before && before !== row.photo) await removeMedia(ctx, [before]);
  if (!row.photo) return;
  const isPublic = seenBy("public", row, name)?.photo !== null && seenBy("public", row, name) !== undefined;
  await setVisibility(ctx, [row.photo], isPublic ? "public" : "private");
}

/** Only what readers without an account may see makes pages anew. */
async function tellSaved(ctx: Ctx, before: ProfileRow | undefined, after: ProfileRow): Promise<void> {
  const isPublic = before?.listed_for === "public" || after.listed_for === "public";
  await tell(ctx, {
    name: isPublic ? "profile.changed" : "profile.saved",
    subject: { kind: "person", id: after.person },
  });
}

/** Somebody's name changed elsewhere: the directory follows. */
export async function followName(ctx: Ctx, personId: string): Promise<void> {
  await refreshFound(ctx, personId);
  const row = await ctx.db
    .selectFrom("profiles")
    .select("listed_for")
    .where("person", "=", personId)
    .executeTakeFirst();
  if (row?.listed_for === "public")
    await tell(ctx, { name: "profile.changed", subject: { kind: "person", id: personId } });
}
