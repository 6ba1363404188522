import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { sectors, sectorsByIds } from "#features/sectors/public.ts";
import { topics, topicsByIds } from "#features/topics/public.ts";
import { type FormValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import { sameSecret } from "#platform/secrets.ts";
import { signedIn } from "../signed-in.ts";
import { keepPhoto, saveProfile } from "./actions.ts";
import { ProfileForm, shownField } from "./forms.ts";
import { ownProfile, photosOf } from "./queries.ts";
import { shownPeople } from "./showing.ts";
import { PreviewPage } from "./views/preview-page.tsx";
import { ProfileFormPage } from "./views/profile-form.tsx";
import { PART_KEYS, type ProfileRow, seenBy, type Viewer } from "./visibility.ts";

const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024;

/** The stored profile as the form shows it; of one that was never saved, the name alone. */
function stored(row: ProfileRow | undefined, name: string): FormValues {
  const shown = Object.fromEntries(PART_KEYS.map((part) => [shownField(part), row?.shown[part] ?? "nobody"]));
  if (!row) return { ...shown, name, listedFor: "nobody", writtenBy: "nobody", version: "0" };
  return {
    ...shown,
    name,
    role: row.role,
    title: row.title,
    organization: row.organization_name,
    state: row.states,
    county: row.counties,
    sector: row.sectors,
    topic: row.topics,
    phase: row.phases,
    about: row.about,
    canHelp: row.can_help,
    lookingFor: row.looking_for,
    photoAlt: row.photo_alt,
    listedFor: row.listed_for,
    writtenBy: row.written_by,
    version: String(row.version),
  };
}

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showForm(c: HouseContext, returned: Returned = {}): Promise<Response> {
  const { ctx } = c.var;
  const self = signedIn(c);
  const row = await ownProfile(ctx, self.id);
  const now = stored(row, self.name);
  const { values = now, problems = {}, stale } = returned;
  const photo = textOf(values, "photoId") || row?.photo;
  const photos = await photosOf(
    ctx,
    photo ? [{ photo: { id: photo, alt: textOf(values, "photoAlt") } }] : [],
  );
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: "Your profile",
      noindex: true,
      scripts: ["writing.js", "county-picker.js", "profile.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <ProfileFormPage
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : values}
      theirs={stale ? now : undefined}
      problems={problems}
      sectors={await withRetired(await sectors(ctx), () => sectorsByIds(ctx, row?.sectors ?? []))}
      topics={await withRetired(await topics(ctx), () => topicsByIds(ctx, row?.topics ?? []))}
      photo={photo ? photos.get(photo) : undefined}
      saved={c.req.query("saved") !== undefined && !failed && !stale}
    />,
  );
}

/** What somebody chose before it was retired stays on their form. */
async function withRetired<T extends { id: string }>(offered: T[], chosen: () => Promise<Map<string, T>>) {
  const known = new Set(offered.map(({ id }) => id));
  return [...offered, ...[...(await chosen()).values()].filter(({ id }) => !known.has(id))];
}

/** A new photo is kept even when another field needs mending: its id travels on in the form, under our seal. */
async function readForm(c: HouseContext, before: string | null) {
  const { ctx } = c.var;
  const { values, files, problems } = await receivedForm(c, { files: 1, fileBytes: LARGEST_PHOTO_BYTES });
  if (!sameSecret(textOf(values, "photoSeal"), ctx.seal("profile photo", textOf(values, "photoId"))))
    delete values.photoId;
  const picture = files.find((file) => file.field === "photo");
  if (picture && !picture.kind.isImage) {
    Object.assign(problems, problem("photo", "The photo must be a picture: PNG, JPEG or WebP.").problems);
  } else if (picture) {
    values.photoId = await keepPhoto(ctx, picture);
    values.photoSeal = ctx.seal("profile photo", values.photoId);
  }
  const removed = textOf(values, "removePhoto") === "yes" && !picture;
  const photo = removed ? null : textOf(values, "photoId") || before;
  if (photo && !textOf(values, "photoAlt").trim()) {
    Object.assign(
      problems,
      problem("photoAlt", "Say what the photo shows, for people who cannot see it.").problems,
    );
  }
  return { values, problems, photo };
}

async function save(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const self = signedIn(c);
  const before = await ownProfile(ctx, self.id);
  const { values, problems, photo } = await readForm(c, before?.photo ?? null);
  const form = parse(ProfileForm, values);
  if (!form.ok) return showForm(c, { values, problems: { ...form.problems, ...problems } });
  if (hasProblems(problems)) return showForm(c, { values, problems });
  try {
    await saveProfile(ctx, self, form.value, photo);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, { values, stale: true });
  }
  const preview = textOf(values, "then") === "preview";
  return c.redirect(preview ? "/profile/preview" : "/profile?saved", 303);
}

async function showPreview(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const self = signedIn(c);
  const row = await ownProfile(ctx, self.id);
  const as: Viewer = c.req.query("as") === "public" ? "public" : "members";
  const seen = row && seenBy(as, row, self.name);
  const [person] = seen ? await shownPeople(ctx, [seen]) : [];
  return c.var.show(
    { title: "Your profile as others see it", noindex: true },
    <PreviewPage as={as} person={person} />,
  );
}

export const profileRoutes: Route[] = [
  get("/profile", "member", (c) => showForm(c)),
  post("/profile", "member", save),
  get("/profile/preview", "member", showPreview),
];
