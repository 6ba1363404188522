import { hasProblems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import type { HappeningContent } from "../tables.ts";
import { homeOf, REVIEWERS, stateProblem } from "./access.ts";
import { contentDifferences, namedIn } from "./comparing.ts";
import { checkDraft, type Draft, draftContent, draftFrom, sentDraft, storedDraft } from "./drafts.ts";
import { editHappening, writeHappening } from "./editing.ts";
import { contentsOf, type UnderReview, versionsOf } from "./queries.ts";
import { deedsAt } from "./rules.ts";
import { itemOf } from "./showing.tsx";
import { ContentView } from "./views/content-view.tsx";
import { EditPage, type EditPageProps } from "./views/edit-page.tsx";

/** The happening whose form it is, with the version and the content that the form began with. */
interface Editing {
  item: UnderReview;
  base: number;
  stored: HappeningContent;
}

interface Shown {
  draft: Draft;
  version: number;
  base: number;
  meanwhile?: EditPageProps["meanwhile"];
}

async function preview(c: HouseContext, draft: Draft) {
  const { ctx } = c.var;
  const content = draftContent(draft);
  return <ContentView content={content} named={await namedIn(ctx, content)} siteUrl={ctx.site.url} />;
}

async function showForm(c: HouseContext, item: UnderReview | undefined, shown: Shown): Promise<Response> {
  const { draft, version, base, meanwhile } = shown;
  const failed = hasProblems(draft.problems);
  const title = item ? `Edit “${item.content.title}”` : "Write a happening";
  const other = item?.inHand && item.inHand.personId !== me(c).id ? item.inHand.name : undefined;
  return c.var.show(
    {
      title,
      noindex: true,
      scripts: ["writing.js", "editor.js"],
      failed,
      status: meanwhile ? 409 : failed ? 422 : 200,
    },
    <EditPage
      existing={item && { id: item.id, title: item.content.title, stage: item.stage }}
      draft={draft}
      version={version}
      base={base}
      meanwhile={meanwhile}
      inOtherHand={other}
      home={homeOf(c.var.ctx, item?.content.state ?? "")}
      preview={await preview(c, draft)}
      keep={keptAs(item?.id, base)}
    />,
  );
}

/** Each version has its own draft in the browser, or an old one would cover what others saved since. */
const keptAs = (id: string | undefined, base: number) => (id ? `edit-${id}-${base}` : "write-happening");

async function showEdit(c: HouseContext): Promise<Response> {
  const item = await itemOf(c);
  if (!deedsAt(item.stage, false).edit) throw new NotFound("This cannot be edited any more.");
  const draft = await storedDraft(c.var.ctx, item.content);
  return showForm(c, item, { draft, version: item.version, base: item.version });
}

/** The form's own beginning, so that a file which somebody else took out meanwhile is still in what was typed. */
async function editing(c: HouseContext, item: UnderReview, base: number): Promise<Editing> {
  const stored = (await contentsOf(c.var.ctx, item.id, [base])).get(base);
  return { item, base: stored ? base : item.version, stored: stored ?? item.content };
}

const numberOf = (text: string) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0);

async function save(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const item = await itemOf(c);
  if (!deedsAt(item.stage, false).edit) throw new NotFound("This cannot be edited any more.");
  const drafted = await sentDraft(
    c,
    async (values) => (await editing(c, item, numberOf(textOf(values, "base")))).stored,
  );
  const base = numberOf(textOf(drafted.values, "base")) || item.version;
  const version = numberOf(textOf(drafted.values, "version")) || item.version;
  if (drafted.act !== "save") return showForm(c, item, { draft: drafted, version, base });
  const written = checkDraft(drafted);
  if (!written.ok) {
    return showForm(c, item, { draft: { ...drafted, problems: written.problems }, version, base });
  }
  const elsewhere = stateProblem(ctx, written.value.content.state);
  if (elsewhere)
    return showForm(c, item, { draft: { ...drafted, problems: { state: [elsewhere] } }, version, base });
  try {
    await editHappening(ctx, item.id, { ...written.value, version }, me(c));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showMeanwhile(c, drafted, { version, base });
  }
  return c.redirect(`/desk/happenings/${item.id}?done=saved&typed=${keptAs(item.id, base)}`, 303);
}

/** Somebody else saved first: what they changed, and everything that was typed, on top of their version. */
async function showMeanwhile(
  c: HouseContext,
  draft: Draft,
  { version, base }: { version: number; base: number },
): Promise<Response> {
  const { ctx } = c.var;
  const item = await itemOf(c);
  const before = (await contentsOf(ctx, item.id, [version])).get(version) ?? item.content;
  const named = await namedIn(ctx, before, item.content);
  const [newest] = await versionsOf(ctx, item.id);
  return showForm(c, item, {
    draft,
    version: item.version,
    base,
    meanwhile: {
      by: newest?.byName ?? "Somebody",
      version: item.version,
      fields: contentDifferences(before, item.content, named),
    },
  });
}

async function showNew(c: HouseContext): Promise<Response> {
  return showForm(c, undefined, { draft: await storedDraft(c.var.ctx), version: 1, base: 1 });
}

async function saveNew(c: HouseContext): Promise<Response> {
  const draft = await sentDraft(c);
  if (draft.act !== "save") return showForm(c, undefined, { draft, version: 1, base: 1 });
  const written = checkDraft(draft);
  if (!written.ok) {
    return showForm(c, undefined, { draft: { ...draft, problems: written.problems }, version: 1, base: 1 });
  }
  const id = await writeHappening(c.var.ctx, written.value, me(c));
  return c.redirect(`/desk/happenings/${id}?done=written&typed=${keptAs(undefined, 1)}`, 303);
}

/** The piece of page beside the form, drawn again whenever the typing pauses. */
async function answerPreview(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const item = c.req.param("id") ? await itemOf(c) : undefined;
  const stored = item && (await editing(c, item, numberOf(textOf(values, "base")))).stored;
  const draft = await draftFrom(c.var.ctx, { values, received: [], problems: {}, stored });
  return c.html((await preview(c, draft)) as never);
}

export const editRoutes: Route[] = [
  get("/desk/happenings/new", "editor", showNew),
  post("/desk/happenings", "editor", saveNew),
  post("/desk/happenings/preview", "editor", answerPreview),
  get("/desk/happenings/:id/edit", REVIEWERS, showEdit),
  post("/desk/happenings/:id", REVIEWERS, save),
  post("/desk/happenings/:id/preview", REVIEWERS, answerPreview),
];
