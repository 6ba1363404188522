import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { addMedia } from "#features/media/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import {
  addOpportunity,
  addSponsor,
  answerInquiry,
  changeOpportunity,
  changeSponsor,
  closeInquiry,
  moveSponsor,
  setRetired,
  takeInquiry,
} from "./actions.ts";
import { AnswerForm, OpportunityEditForm, OpportunityForm, SponsorEditForm, SponsorForm } from "./forms.ts";
import { allSponsors, inquiryById, opportunities, sponsorById } from "./queries.ts";
import { InquiryPage } from "./views/inquiry-page.tsx";
import { ManageSponsors } from "./views/manage.tsx";
import { OpportunityFormPage } from "./views/opportunity-form.tsx";
import { SponsorFormPage } from "./views/sponsor-form.tsx";

const LARGEST_LOGO_BYTES = 5 * 1024 * 1024;

const statusOf = (problems: Problems) => (hasProblems(problems) ? 422 : 200);

function idOf(c: HouseContext): string {
  const id = c.req.param("id") ?? "";
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFound();
  return id;
}

function me(c: HouseContext): { id: string; name: string } {
  const { actor } = c.var.ctx;
  if (actor.kind !== "person") throw new NotFound();
  return actor;
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

async function showSponsorForm(
  c: HouseContext,
  id: string | undefined,
  values?: FormValues,
  problems: Problems = {},
) {
  const existing = id ? await sponsorById(c.var.ctx, id) : undefined;
  if (id && !existing) throw new NotFound();
  const stored: FormValues = existing
    ? {
        name: existing.name,
        tier: existing.tier,
        season: existing.season ?? "",
        paragraph: existing.paragraph,
        url: existing.url ?? "",
        logoAlt: existing.logo?.alt ?? "",
        version: String(existing.version),
      }
    : {};
  return c.var.show(
    {
      title: existing ? `Change ${existing.name}` : "Add a sponsor",
      noindex: true,
      scripts: ["writing.js"],
      failed: hasProblems(problems),
      status: statusOf(problems),
    },
    <SponsorFormPage existing={existing} values={values ?? stored} problems={problems} />,
  );
}

/** A new logo is kept even when another field needs mending: its id travels on in the form. */
async function readSponsorForm(c: HouseContext, existingLogo: string | null) {
  const { values, files, problems } = await receivedForm(c, { files: 1, fileBytes: LARGEST_LOGO_BYTES });
  const picture = files.find((file) => file.field === "logo");
  if (picture && !picture.kind.isImage) {
    Object.assign(problems, problem("logo", "The logo must be a picture: PNG, JPEG or WebP.").problems);
  } else if (picture) {
    values.logoId = (await addMedia(c.var.ctx, picture)).id;
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

async function saveSponsor(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const id = c.req.param("id") ? idOf(c) : undefined;
  const existing = id ? await sponsorById(ctx, id) : undefined;
  if (id && !existing) throw new NotFound();
  const { values, problems, logo } = await readSponsorForm(c, existing?.logo?.id ?? null);
  const form = parse(id ? SponsorEditForm : SponsorForm, values);
  const all = form.ok ? problems : { ...form.problems, ...problems };
  if (!form.ok || hasProblems(all)) return showSponsorForm(c, id, values, all);
  if (id) await changeSponsor(ctx, id, form.value as never, logo);
  else await addSponsor(ctx, form.value, logo);
  return c.redirect("/desk/sponsors", 303);
}

async function opportunityById(c: HouseContext, id: string) {
  const found = (await opportunities(c.var.ctx, { openOnly: false })).find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}

async function showOpportunityForm(
  c: HouseContext,
  id?: string,
  values?: FormValues,
  problems: Problems = {},
) {
  const existing = id ? await opportunityById(c, id) : undefined;
  const stored: FormValues = existing
    ? {
        name: existing.name,
        season: existing.season ?? "",
        summary: existing.summary,
        paragraph: existing.paragraph,
        open: existing.open ? "yes" : "",
        version: String(existing.version),
      }
    : { open: "yes" };
  return c.var.show(
    {
      title: existing ? `Change ${existing.name}` : "Add something to support",
      noindex: true,
      scripts: ["writing.js"],
      failed: hasProblems(problems),
      status: statusOf(problems),
    },
    <OpportunityFormPage existing={existing} values={values ?? stored} problems={problems} />,
  );
}

async function saveOpportunity(c: HouseContext): Promise<Response> {
  const id = c.req.param("id") ? idOf(c) : undefined;
  const values = await formValues(c);
  const form = parse(id ? OpportunityEditForm : OpportunityForm, values);
  if (!form.ok) return showOpportunityForm(c, id, values, form.problems);
  if (id) await changeOpportunity(c.var.ctx, id, form.value as never);
  else await addOpportunity(c.var.ctx, form.value);
  return c.redirect("/desk/sponsors", 303);
}

async function showInquiry(
  c: HouseContext,
  values: FormValues = {},
  problems: Problems = {},
): Promise<Response> {
  const { ctx } = c.var;
  const inquiry = await inquiryById(ctx, idOf(c));
  if (!inquiry) throw new NotFound();
  return c.var.show(
    {
      title: `${inquiry.organization} asks about sponsoring`,
      noindex: true,
      scripts: ["writing.js"],
      failed: hasProblems(problems),
      status: statusOf(problems),
    },
    <InquiryPage
      inquiry={inquiry}
      zone={ctx.site.timeZone}
      me={me(c).id}
      values={values}
      problems={problems}
    />,
  );
}

async function answer(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(AnswerForm, values);
  if (!form.ok) return showInquiry(c, values, form.problems);
  await answerInquiry(c.var.ctx, idOf(c), form.value, me(c));
  return c.redirect(`/desk/inquiries/${idOf(c)}`, 303);
}

/** A verb without fields: do it, then go back to where it shows. */
function deed(act: (c: HouseContext) => Promise<void>, next: (c: HouseContext) => string) {
  return async (c: HouseContext) => {
    await act(c);
    return c.redirect(next(c), 303);
  };
}

const toList = () => "/desk/sponsors";
const toInquiry = (c: HouseContext) => `/desk/inquiries/${idOf(c)}`;

export const deskRoutes: Route[] = [
  get("/desk/sponsors", "editor", showList),
  get("/desk/sponsors/new", "editor", (c) => showSponsorForm(c, undefined)),
  post("/desk/sponsors", "editor", saveSponsor),
  get("/desk/sponsors/:id", "editor", (c) => showSponsorForm(c, idOf(c))),
  post("/desk/sponsors/:id", "editor", saveSponsor),
  post(
    "/desk/sponsors/:id/position",
    "editor",
    deed(async (c) => {
      const direction = textOf(await formValues(c), "direction");
      await moveSponsor(c.var.ctx, idOf(c), direction === "up" ? "up" : "down");
    }, toList),
  ),
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
  get("/desk/opportunities/new", "editor", (c) => showOpportunityForm(c)),
  post("/desk/opportunities", "editor", saveOpportunity),
  get("/desk/opportunities/:id", "editor", (c) => showOpportunityForm(c, idOf(c))),
  post("/desk/opportunities/:id", "editor", saveOpportunity),
  get("/desk/inquiries/:id", "editor", (c) => showInquiry(c)),
  post("/desk/inquiries/:id/answers", "editor", answer),
  post(
    "/desk/inquiries/:id/hold",
    "editor",
    deed((c) => takeInquiry(c.var.ctx, idOf(c), me(c).id), toInquiry),
  ),
  post(
    "/desk/inquiries/:id/release",
    "editor",
    deed((c) => takeInquiry(c.var.ctx, idOf(c), null), toInquiry),
  ),
  post(
    "/desk/inquiries/:id/closure",
    "editor",
    deed(async (c) => {
      const version = Number(textOf(await formValues(c), "version")) || 0;
      await closeInquiry(c.var.ctx, idOf(c), version);
    }, toInquiry),
  ),
];
