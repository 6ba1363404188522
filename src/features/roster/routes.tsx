import { CSV_START, csvLine } from "#base/csv.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { ofTable, TEAM, type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, formValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addContact, changeContact, removeContact } from "./actions.ts";
import { filterFrom } from "./filter.ts";
import { readContact, StandingForm, versionIn } from "./forms.ts";
import { setStanding } from "./moving.ts";
import { contactPath, peoplePath } from "./paths.ts";
import {
  type Contact,
  championsOf,
  companiesOf,
  contactById,
  contactsOf,
  segmentsOf,
  standingCounts,
  wayOf,
} from "./queries.ts";
import { CONSENT_WORDS, SIDE_WORDS, STANDING_WORDS } from "./standings.ts";
import { ContactForm } from "./views/contact-form.tsx";
import { ContactPage } from "./views/contact-page.tsx";
import { PeoplePage } from "./views/people-page.tsx";

const PAGE = 50;
const MOST_EXPORTED = 20_000;

const pageIn = (c: HouseContext) =>
  Math.min(1_000, Math.max(1, Number.parseInt(c.req.query("page") ?? "", 10) || 1));

async function showPeople(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const filter = filterFrom(new URL(c.req.url).searchParams);
  const page = pageIn(c);
  const { items, more } = await contactsOf(ctx, workspace.id, filter, {
    offset: (page - 1) * PAGE,
    limit: PAGE,
  });
  return c.var.show(
    { title: `People: ${workspace.name}`, noindex: true },
    <PeoplePage
      workspace={workspace}
      filter={filter}
      people={items}
      page={page}
      more={more}
      counts={await standingCounts(ctx, workspace.id)}
      segments={await segmentsOf(ctx, workspace.id)}
      done={c.req.query("done")}
      added={Number(c.req.query("added")) || 0}
    />,
  );
}

/** The list as it is filtered, for a spreadsheet; the team's own notes stay here. */
async function savePeople(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const filter = filterFrom(new URL(c.req.url).searchParams);
  const { items } = await contactsOf(c.var.ctx, workspace.id, filter, { offset: 0, limit: MOST_EXPORTED });
  const lines = items.map((one) =>
    csvLine([
      one.name,
      one.title,
      one.company?.name ?? "",
      SIDE_WORDS[one.side].one,
      one.isChampion ? "yes" : "",
      STANDING_WORDS[one.standing],
      one.email ?? "",
      one.phone,
      one.segments.join("; "),
      CONSENT_WORDS[one.consent],
      one.consentSource,
    ]),
  );
  return new Response(
    CSV_START +
      csvLine([
        "name",
        "title",
        "company",
        "side",
        "champion",
        "standing",
        "email",
        "phone",
        "segments",
        "consent",
        "consent_source",
      ]) +
      lines.join(""),
    {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${workspace.slug}-people.csv"`,
      },
    },
  );
}

/** @throws NotFound also for somebody on another roster */
async function contactIn(c: HouseContext, workspace: Workspace): Promise<Contact> {
  const contact = await contactById(c.var.ctx, workspace.id, idOf(c));
  if (!contact) throw new NotFound();
  return contact;
}

async function showContact(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const contact = await contactIn(c, workspace);
  return c.var.show(
    { title: contact.name || (contact.email ?? "Somebody"), noindex: true, scripts: ["writing.js"] },
    <ContactPage
      workspace={workspace}
      contact={contact}
      {...(await wayOf(c.var.ctx, contact.id))}
      done={c.req.query("done")}
    />,
  );
}

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

/** What the form shows of somebody. */
function valuesOf(contact: Contact, knownBy: readonly { id: string }[]): FormValues {
  return {
    name: contact.name,
    greeting: contact.greeting,
    title: contact.title,
    email: contact.email ?? "",
    phone: contact.phone,
    company: contact.company?.name ?? "",
    side: contact.side,
    standing: contact.standing,
    ...(contact.isChampion ? { isChampion: "yes" } : {}),
    assistantName: contact.assistant?.name ?? "",
    assistantEmail: contact.assistant?.email ?? "",
    segments: contact.segments.join(", "),
    consent: contact.consent,
    consentSource: contact.consentSource,
    caresAbout: contact.caresAbout,
    note: contact.note,
    knownBy: knownBy.map(({ id }) => id),
    version: String(contact.version),
  };
}

const BLANK: FormValues = { side: "business", standing: "shortlist", consent: "unasked" };

async function showForm(
  c: HouseContext,
  contact: Contact | undefined,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const knownBy = contact ? (await wayOf(ctx, contact.id)).knownBy : [];
  const now = contact ? valuesOf(contact, knownBy) : BLANK;
  const champions = await championsOf(ctx, workspace.id);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: contact ? `Change ${contact.name || contact.email}` : "Add somebody",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <ContactForm
      workspace={workspace}
      contact={contact}
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      chosen={values ? listOf(values, "knownBy") : knownBy.map(({ id }) => id)}
      knowers={[
        ...champions,
        ...knownBy.filter(({ id }) => !champions.some((champion) => champion.id === id)),
      ].filter(({ id }) => id !== contact?.id)}
      companies={(await companiesOf(ctx, workspace.id)).map(({ name }) => name)}
      problems={problems}
    />,
  );
}

async function takeNew(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = readContact(values);
  if (!form.ok) return showForm(c, undefined, { values, problems: form.problems });
  const workspace = await workspaceIn(c);
  const added = await addContact(c.var.ctx, workspace, form.value);
  if (!added.ok) return showForm(c, undefined, { values, problems: added.problems });
  return c.redirect(`${contactPath(workspace.slug, added.value.id)}?done=added`, 303);
}

async function takeChange(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const workspace = await workspaceIn(c);
  const contact = await contactIn(c, workspace);
  const form = readContact(values);
  if (!form.ok) return showForm(c, contact, { values, problems: form.problems });
  try {
    const changed = await changeContact(c.var.ctx, workspace, contact.id, form.value, versionIn(values));
    if (!changed.ok) return showForm(c, contact, { values, problems: changed.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, await contactIn(c, workspace), { values, stale: true });
  }
  return c.redirect(`${contactPath(workspace.slug, contact.id)}?done=changed`, 303);
}

async function takeStanding(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const contact = await contactIn(c, workspace);
  const form = parse(StandingForm, await formValues(c));
  if (form.ok) await setStanding(c.var.ctx, workspace.id, contact.id, form.value.standing);
  return c.redirect(`${contactPath(workspace.slug, contact.id)}?done=${form.ok ? "moved" : "unmoved"}`, 303);
}

async function remove(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  await removeContact(c.var.ctx, workspace.id, idOf(c));
  return c.redirect(`${peoplePath(workspace.slug)}?done=removed`, 303);
}

const ONE = ofTable("/people/:id");

export const contactRoutes: Route[] = [
  get(ofTable("/people"), TEAM, showPeople),
  get(ofTable("/people.csv"), TEAM, savePeople),
  get(ofTable("/people/new"), TEAM, (c) => showForm(c, undefined)),
  post(ofTable("/people"), TEAM, takeNew),
  get(ONE, TEAM, showContact),
  get(`${ONE}/edit`, TEAM, async (c) => showForm(c, await contactIn(c, await workspaceIn(c)))),
  post(`${ONE}/edit`, TEAM, takeChange),
  post(`${ONE}/standing`, TEAM, takeStanding),
  post(`${ONE}/removal`, TEAM, remove),
];
