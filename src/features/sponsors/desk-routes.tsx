import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { addMedia } from "#features/media/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import { sameSecret } from "#platform/secrets.ts";
import { addSponsor, changeSponsor, moveSponsor, setRetired } from "./actions.ts";
import { SponsorEditForm, SponsorForm } from "./forms.ts";
import { opportunities } from "./opportunities/queries.ts";
import { allSponsors, type Sponsor, sponsorById } from "./queries.ts";
import { ManageSponsors } from "./views/manage.tsx";
import { SponsorFormPage } from "./views/sponsor-form.tsx";

const LARGEST_LOGO_BYTES = 5 * 1024 * 1024;

/** What came back from a form: nothing yet, problems, or somebody else's newer version. */
interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showList(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  return c.var.show(
    { title: "Sponsors", noindex: true },
    <ManageSponsors
      sponsors={await allSponsors(ctx)}
      opportunities={await opportunities(ctx, { openOnly: false })}
    />,
  );
}

function stored(sponsor: Sponsor): FormValues {
  return {
    name: sponsor.name,
    tier: sponsor.tier,
    season: sponsor.season ?? "",
    paragraph: sponsor.paragraph,
    url: sponsor.url ?? "",
    state: sponsor.state ?? "",
    logoAlt: sponsor.logo?.alt ?? "",
    version: String(sponsor.version),
  };
}

async function existingSponsor(c: HouseContext): Promise<Sponsor> {
  const sponsor = await sponsorById(c.var.ctx, idOf(c));
  if (!sponsor) throw new NotFound();
  return sponsor;
}

async function showForm(c: HouseContext, existing: Sponsor | undefined, returned: Returned = {}) {
  const { values, problems = {}, stale } = returned;
  const now = existing ? stored(existing) : {};
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: existing ? `Change ${existing.name}` : "Add a sponsor",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <SponsorFormPage
      existing={existing}
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

/**
 * A new logo is kept even when another field needs mending: its id travels on in the form, under our seal, or any
 * file could be published by its id.
 */
async function readForm(c: HouseContext, existingLogo: string | null) {
  const { values, files, problems } = await receivedForm(c, { files: 1, fileBytes: LARGEST_LOGO_BYTES });
  const { ctx } = c.var;
  if (!sameSecret(textOf(values, "logoSeal"), ctx.seal("logo", textOf(values, "logoId"))))
    delete values.logoId;
  const picture = files.find((file) => file.field === "logo");
  if (picture && !picture.kind.isImage) {
    Object.assign(problems, problem("logo", "The logo must be a picture: PNG, JPEG or WebP.").problems);
  } else if (picture) {
    values.logoId = (await addMedia(ctx, picture)).id;
    values.logoSeal = ctx.seal("logo", values.logoId);
  }
  const logo = textOf(values, "logoId") || existingLogo;
  if (logo && !textOf(values, "logoAlt").trim()) {
    Object.assign(
      problems,
      problem("logoAlt", "Say what the logo shows, for people who cannot see it.").problems,
    );
  }
  return { values, problems, logo };
}

async function add(c: HouseContext): Promise<Response> {
  const { values, problems, logo } = await readForm(c, null);
  const form = parse(SponsorForm, values);
  if (!form.ok) return showForm(c, undefined, { values, problems: { ...form.problems, ...problems } });
  if (hasProblems(problems)) return showForm(c, undefined, { values, problems });
  await addSponsor(c.var.ctx, form.value, logo);
  return c.redirect("/desk/sponsors", 303);
}

async function change(c: HouseContext): Promise<Response> {
  const existing = await existingSponsor(c);
  const { values, problems, logo } = await readForm(c, existing.logo?.id ?? null);
  const form = parse(SponsorEditForm, values);
  if (!form.ok) return showForm(c, existing, { values, problems: { ...form.problems, ...problems } });
  if (hasProblems(problems)) return showForm(c, existing, { values, problems });
  try {
    await changeSponsor(c.var.ctx, existing.id, form.value, logo);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, await existingSponsor(c), { values, stale: true });
  }
  return c.redirect("/desk/sponsors", 303);
}

async function move(c: HouseContext): Promise<void> {
  const direction = textOf(await formValues(c), "direction");
  await moveSponsor(c.var.ctx, idOf(c), direction === "up" ? "up" : "down");
}

const toList = () => "/desk/sponsors";

export const deskRoutes: Route[] = [
  get("/desk/sponsors", "editor", showList),
  get("/desk/sponsors/new", "editor", (c) => showForm(c, undefined)),
  post("/desk/sponsors", "editor", add),
  get("/desk/sponsors/:id", "editor", async (c) => showForm(c, await existingSponsor(c))),
  post("/desk/sponsors/:id", "editor", change),
  post("/desk/sponsors/:id/position", "editor", deed(move, toList)),
  post(
    "/desk/sponsors/:id/retirement",
    "editor",
    deed((c) => setRetired(c.var.ctx, idOf(c), true), toList),
  ),
  post(
    "/desk/sponsors/:id/return",
    "editor",
    deed((c) => setRetired(c.var.ctx, idOf(c), false), toList),
  ),
];
