import { fieldDifferences } from "#base/differences.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { stateByCode } from "#features/places/public.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import type { DiffField } from "#ui/diff.tsx";
import { KIND_WORDS } from "../kinds.ts";
import type { HappeningContent } from "../tables.ts";
import { changeSubmission } from "./changing.ts";
import { choicesFor } from "./choices.ts";
import { existingDocuments, existingRows, type FileRow, linkKeys } from "./documents.ts";
import { checkDraft, receivedDraft, valuesFrom } from "./drafts.ts";
import { EditForm } from "./forms.ts";
import { submissionHref } from "./links.ts";
import { withAdded } from "./merging.ts";
import { type Submission, versionsOf } from "./queries.ts";
import { maySubmitterEdit } from "./rules.ts";
import { allowWriting, keptSecret, opened } from "./signed.ts";
import { EditPage } from "./views/edit-page.tsx";

/** Everything that the form needs to know of what is stored. */
async function stored(c: HouseContext, submission: Submission) {
  const { ctx } = c.var;
  const versions = await versionsOf(ctx, submission.id);
  const [newest] = versions;
  if (!newest) throw new Error("A happening has no version");
  const existing = await existingDocuments(
    ctx,
    newest.content.artefacts,
    versions.flatMap(({ content }) => content.artefacts),
  );
  return { versions, newest, existing, choices: await choicesFor(ctx, newest.content) };
}

type Stored = Awaited<ReturnType<typeof stored>>;

interface Shown {
  values: FormValues;
  rows: FileRow[];
  version: number;
  problems?: Problems;
  seePreview?: boolean;
  meanwhile?: DiffField[];
}

function show(c: HouseContext, submission: Submission, { choices }: Stored, shown: Shown): Promise<Response> {
  const { ctx } = c.var;
  const { values, rows, version, problems = {}, seePreview = false, meanwhile } = shown;
  const failed = hasProblems(problems);
  return keptSecret(
    c.var.show(
      {
        title: `Change “${submission.title}”`,
        noindex: true,
        scripts: ["writing.js", "editor.js"],
        failed,
        status: meanwhile ? 409 : failed ? 422 : 200,
      },
      <EditPage
        title={submission.title}
        statusHref={submissionHref(ctx, "status", submission)}
        draft={draftName(submission.id, version)}
        version={version}
        values={values}
        problems={problems}
        rows={rows}
        links={linkKeys(values)}
        choices={choices}
        siteUrl={ctx.site.url}
        seePreview={seePreview}
        wasAsked={submission.stage === "changes-asked"}
        {...(meanwhile ? { meanwhile } : {})}
      />,
    ),
  );
}

/** Each version has its own draft in the browser, or an old draft would cover what an editor changed since. */
const draftName = (id: string, version: number) => `edit-${id}-${version}`;

export async function showEdit(c: HouseContext): Promise<Response> {
  const submission = await opened(c, "status");
  if (!maySubmitterEdit(submission.stage))
    return c.redirect(submissionHref(c.var.ctx, "status", submission), 303);
  const known = await stored(c, submission);
  const { newest, existing, choices } = known;
  return show(c, submission, known, {
    values: valuesFrom(newest.content, existing, choices),
    rows: existingRows({ ...existing, artefacts: existing.present }),
    version: newest.number,
  });
}

export async function saveEdit(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const submission = await opened(c, "status");
  const known = await stored(c, submission);
  const draft = await receivedDraft(c, known.existing);
  const { values, rows, problems, act } = draft;
  const version = Number(values.version) || known.newest.number;
  if (act !== "send")
    return show(c, submission, known, { values, rows, version, problems, seePreview: act === "preview" });

  const checked = checkDraft(EditForm, draft, known.choices, known.existing);
  if (!checked.ok) return show(c, submission, known, { values, rows, version, problems: checked.problems });
  await allowWriting(c, submission);
  const { form, content, documents } = checked.value;
  try {
    await changeSubmission(ctx, submission.id, {
      content,
      documents,
      version: form.version,
      answer: form.answer,
    });
  } catch (conflict) {
    if (!(conflict instanceof Conflict)) throw conflict;
    return showConflict(c, conflict, { values, rows, version });
  }
  const draftOf = encodeURIComponent(draftName(submission.id, form.version));
  return c.redirect(`${submissionHref(ctx, "status", submission)}?done=saved&draft=${draftOf}`, 303);
}

/** Theirs is saved, ours is in the form: nothing is lost, whoever was faster. */
async function showConflict(
  c: HouseContext,
  conflict: Conflict,
  { values, rows, version }: Pick<Shown, "values" | "rows" | "version">,
): Promise<Response> {
  const submission = await opened(c, "status");
  const known = await stored(c, submission);
  const { newest, versions, existing } = known;
  if (!maySubmitterEdit(submission.stage)) {
    const problems = {
      "": [
        `${conflict.message} What you wrote is still here, so that you can copy it into a message to them.`,
      ],
    };
    return show(c, submission, known, { values, rows, version, problems, meanwhile: [] });
  }
  const base = versions.find(({ number }) => number === version)?.content ?? newest.content;
  const merged = withAdded({ values, rows }, base, newest.content, existing, known.choices);
  return show(c, submission, known, {
    ...merged,
    version: newest.number,
    meanwhile: fieldDifferences(inWords(base), inWords(newest.content), LABELS),
  });
}

const LABELS = {
  title: "Title",
  summary: "Summary",
  story: "Story",
  kind: "Kind",
  state: "State",
  partnership: "Partnership",
  place: "Place",
  documents: "Documents",
  credit: "Credit",
};

function inWords(content: HappeningContent): Record<string, unknown> {
  return {
    ...content,
    kind: KIND_WORDS[content.kind].name,
    state: stateByCode(content.state)?.name,
    documents: content.artefacts.map(({ title }) => title),
  };
}
