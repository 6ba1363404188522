import { networkOf } from "#base/network.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { judgeSender } from "#platform/http/gate.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { choicesFor } from "./choices.ts";
import { type FileRow, linkKeys, NOTHING_YET } from "./documents.ts";
import { checkDraft, receivedDraft, requestKey } from "./drafts.ts";
import { ShareForm } from "./forms.ts";
import { linkRoutes } from "./link-routes.tsx";
import { submissionHref } from "./links.ts";
import { submissionByRequest } from "./queries.ts";
import { CONSENT_TEXT } from "./rules.ts";
import { sendSubmission } from "./sending.ts";
import { statusRoutes } from "./status-routes.tsx";
import { Preview } from "./views/preview.tsx";
import { SharePage } from "./views/share-page.tsx";

interface Shown {
  values?: FormValues;
  rows?: FileRow[];
  problems?: Problems;
  seePreview?: boolean;
}

async function showForm(c: HouseContext, shown: Shown = {}): Promise<Response> {
  const { ctx } = c.var;
  const { values = {}, rows = [], problems = {}, seePreview = false } = shown;
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: "Share what worked",
      description:
        "Share a quick win, a best practice, a story or a document with other sector partnerships.",
      canonical: "/share",
      scripts: ["writing.js", "editor.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <SharePage
      values={values}
      problems={problems}
      rows={rows}
      links={linkKeys(values)}
      choices={await choicesFor(ctx)}
      formKey={textOf(values, "key") || ctx.random.token()}
      siteUrl={ctx.site.url}
      seePreview={seePreview}
    />,
  );
}

async function takeForm(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const draft = await receivedDraft(c, NOTHING_YET);
  const { values, rows } = draft;
  if (draft.act !== "send")
    return showForm(c, { values, rows, problems: draft.problems, seePreview: draft.act === "preview" });

  const checked = checkDraft(ShareForm, draft, await choicesFor(ctx), NOTHING_YET);
  if (!checked.ok) return showForm(c, { values, rows, problems: checked.problems });
  const { form, content, documents } = checked.value;
  const { name, email, role, organization } = form;
  const sender = { name, email, role, organization };
  const key = requestKey(ctx, textOf(values, "key"), { sender, content, documents });
  const before = key ? await submissionByRequest(ctx, key) : undefined;
  if (before) return c.redirect(submissionHref(ctx, "sent", before), 303);

  const { doubt, problems } = await judgeSender(c, values, { email });
  if (hasProblems(problems)) return showForm(c, { values, rows, problems });
  const submission = await sendSubmission(ctx, {
    sender,
    content,
    documents,
    consentText: CONSENT_TEXT,
    channel: "form",
    network: ctx.seal("network", networkOf(c.var.remoteAddress)),
    doubt,
    requestKey: key,
  });
  return c.redirect(submissionHref(ctx, "sent", submission), 303);
}

/** The piece of page that the live preview takes in. */
async function showPreview(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const values = await formValues(c);
  const keys = Object.keys(values).flatMap((name) => (name.startsWith("title-") ? name.slice(6) : []));
  const view = (
    <Preview
      values={values}
      choices={await choicesFor(ctx)}
      keys={keys}
      siteUrl={ctx.site.url}
      anchor="live-preview"
    />
  );
  return c.html(view as never);
}

export const submissionRoutes: Route[] = [
  get("/share", "everyone", (c) => showForm(c)),
  post("/share", "everyone", takeForm),
  post("/share/preview", "everyone", showPreview),
  ...linkRoutes,
  ...statusRoutes,
];
