import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import {
  ofTable,
  partnershipNames,
  TEAM,
  workspaceById,
  workspaceIn,
} from "#features/partnerships/public.ts";
import { contactsOf } from "#features/roster/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route, reading } from "#platform/http/routes.ts";
import { LETTER_KINDS, type LetterKind } from "../kinds.ts";
import { wordFilesOf } from "../paper/word-files.ts";
import { lettersPath, libraryPath } from "../paths.ts";
import { decideOffer, keepOwn, offerToLibrary, restoreVersion, withdrawOffer } from "../templates/actions.ts";
import { DecisionForm, OfferForm, OwnForm } from "../templates/forms.ts";
import { withoutPrivateFacts } from "../templates/private-facts.ts";
import {
  libraryEntry,
  libraryPage,
  offersOf,
  templateById,
  templateFor,
  templatesOpenTo,
  versionsOf,
} from "../templates/queries.ts";
import { DeskOfferPage } from "./views/desk-offer-page.tsx";
import { LibraryEntryPage, LibraryPage } from "./views/library-pages.tsx";
import { OfferPage } from "./views/offer-page.tsx";
import { OwnTextPage } from "./views/own-text-page.tsx";
import { TemplatesPage } from "./views/templates-page.tsx";

const SCRIPTS = ["writing.js"];
const PER_PAGE = 24;

function kindIn(c: HouseContext): LetterKind {
  const kind = LETTER_KINDS.find((one) => one === c.req.param("kind"));
  if (!kind) throw new NotFound();
  return kind;
}

export async function showTemplates(c: HouseContext, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const failed = hasProblems(problems);
  return c.var.show(
    { title: "Our own texts", noindex: true, scripts: SCRIPTS, failed, status: failed ? 422 : 200 },
    <TemplatesPage
      workspace={workspace}
      templates={await templatesOpenTo(ctx, workspace.id)}
      offers={await offersOf(ctx, workspace.id)}
      wordFiles={await wordFilesOf(ctx, workspace.id)}
      done={c.req.query("done")}
      problems={problems}
    />,
  );
}

async function showOwn(
  c: HouseContext,
  values?: FormValues,
  problems: Problems = {},
  stale = false,
): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const kind = kindIn(c);
  const found = await templateFor(ctx, workspace.id, kind, c.req.query("from") ?? null);
  const own = found?.state === "own" ? found : await templateFor(ctx, workspace.id, kind, null);
  const version = own?.state === "own" ? own.version : 0;
  const failed = hasProblems(problems) || stale;
  return c.var.show(
    {
      title: "Our own text",
      noindex: true,
      scripts: SCRIPTS,
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <OwnTextPage
      workspace={workspace}
      kind={kind}
      begunFrom={found}
      versions={own?.state === "own" ? await versionsOf(ctx, own.id) : []}
      stale={stale ? own : undefined}
      values={{
        subject: found?.subject ?? "",
        body: found?.body ?? "",
        unknownGreeting: found?.unknownGreeting ?? "Dear neighbor",
        from: found?.id ?? "",
        ...values,
        version: String(version),
      }}
      problems={problems}
    />,
  );
}

async function keep(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const kind = kindIn(c);
  const values = await formValues(c);
  const form = parse(OwnForm, values);
  if (!form.ok) return showOwn(c, values, form.problems);
  const { version, from, ...text } = form.value;
  try {
    const kept = await keepOwn(c.var.ctx, workspace, kind, text, { version, from });
    if (!kept.ok) return showOwn(c, values, kept.problems);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showOwn(c, values, {}, true);
  }
  return c.redirect(`${lettersPath(workspace.slug, "templates")}?done=kept`, 303);
}

async function restore(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const version = Number(c.req.param("version"));
  if (!Number.isInteger(version)) throw new NotFound();
  await restoreVersion(c.var.ctx, workspace, kindIn(c), version);
  return c.redirect(`${lettersPath(workspace.slug, "templates")}?done=kept`, 303);
}

async function showOffer(c: HouseContext, values?: FormValues, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const kind = kindIn(c);
  const own = await templateFor(ctx, workspace.id, kind, null);
  if (own?.state !== "own") throw new NotFound();
  const { items } = await contactsOf(ctx, workspace.id, {}, { offset: 0, limit: 5_000 });
  const known = { workspace, contacts: items };
  const subject = withoutPrivateFacts(own.subject, known);
  const body = withoutPrivateFacts(own.body, known);
  const failed = hasProblems(problems);
  return c.var.show(
    { title: "Offer it to the library", noindex: true, scripts: SCRIPTS, failed, status: failed ? 422 : 200 },
    <OfferPage
      workspace={workspace}
      kind={kind}
      facts={[...subject.facts, ...body.facts]}
      values={
        values ?? {
          title: own.title,
          about: "",
          credit: workspace.name,
          subject: subject.text,
          body: body.text,
          unknownGreeting: own.unknownGreeting,
        }
      }
      problems={problems}
    />,
  );
}

async function offer(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const values = await formValues(c);
  const form = parse(OfferForm, values);
  if (!form.ok) return showOffer(c, values, form.problems);
  const offered = await offerToLibrary(c.var.ctx, workspace, kindIn(c), form.value);
  if (!offered.ok) return showOffer(c, values, offered.problems);
  return c.redirect(`${lettersPath(workspace.slug, "templates")}?done=offered`, 303);
}

async function showLibrary(c: HouseContext): Promise<Response> {
  const kind = LETTER_KINDS.find((one) => one === c.req.query("kind"));
  const page = Math.min(1_000, Math.max(1, Math.trunc(Number(c.req.query("page")) || 1)));
  const { items, more } = await libraryPage(c.var.ctx, {
    kind,
    offset: (page - 1) * PER_PAGE,
    limit: PER_PAGE,
  });
  return c.var.show(
    {
      title: "A library of letters",
      description:
        "Invitations, follow-ups and welcome letters that sector partnerships write, to take and to make your own.",
      canonical: kind ? `${libraryPath()}?kind=${kind}` : libraryPath(),
    },
    <LibraryPage entries={items} kind={kind} page={page} more={more} />,
  );
}

async function showEntry(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const entry = await libraryEntry(ctx, c.req.param("slug") ?? "");
  if (!entry) throw new NotFound();
  const names = await partnershipNames(ctx, entry.partnership ? [entry.partnership] : []);
  return c.var.show(
    { title: entry.title, ...(entry.about ? { description: entry.about } : {}) },
    <LibraryEntryPage entry={entry} from={entry.partnership ? names.get(entry.partnership) : undefined} />,
  );
}

async function showDeskOffer(
  c: HouseContext,
  values: FormValues = {},
  problems: Problems = {},
): Promise<Response> {
  const { ctx } = c.var;
  const template = await templateById(ctx, idOf(c));
  // What a partnership keeps to itself, editors do not see either.
  if (!template?.partnership || template.state === "own") throw new NotFound();
  const failed = hasProblems(problems);
  return c.var.show(
    { title: template.title, noindex: true, scripts: SCRIPTS, failed, status: failed ? 422 : 200 },
    <DeskOfferPage
      template={template}
      partnership={(await workspaceById(ctx, template.partnership))?.name ?? "A partnership"}
      values={values}
      problems={problems}
    />,
  );
}

async function decide(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(DecisionForm, values);
  if (!form.ok) return showDeskOffer(c, values, form.problems);
  await decideOffer(c.var.ctx, idOf(c), form.value.answer, form.value.word);
  return c.redirect(`/desk/letters/${idOf(c)}`, 303);
}

export const templateRoutes: Route[] = [
  reading("/letters/library", showLibrary),
  reading("/letters/library/:slug", showEntry),
  get(ofTable("/letters/templates"), TEAM, (c) => showTemplates(c)),
  get(ofTable("/letters/templates/:kind"), TEAM, (c) => showOwn(c)),
  post(ofTable("/letters/templates/:kind"), TEAM, keep),
  post(ofTable("/letters/templates/:kind/versions/:version"), TEAM, restore),
  get(ofTable("/letters/templates/:kind/offer"), TEAM, (c) => showOffer(c)),
  post(ofTable("/letters/templates/:kind/offer"), TEAM, offer),
  post(
    ofTable("/letters/offers/:id/withdrawal"),
    TEAM,
    deed(
      async (c) => withdrawOffer(c.var.ctx, await workspaceIn(c), idOf(c)),
      (c) => lettersPath(c.req.param("slug") ?? "", "templates"),
    ),
  ),
  get("/desk/letters/:id", "editor", (c) => showDeskOffer(c)),
  post("/desk/letters/:id", "editor", decide),
];
