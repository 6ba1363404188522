import type { z } from "zod";
import { networkOf } from "#base/network.ts";
import { done, hasProblems, joinProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { TooMany } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { LEAST_FREE_BYTES } from "#platform/files/store.ts";
import { type FormValues, parse, textOf } from "#platform/http/forms.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import type { HappeningContent } from "../tables.ts";
import { type Choices, withChosen } from "./choices.ts";
import {
  type DocumentCommand,
  documentsFrom,
  type ExistingDocuments,
  existingRows,
  type FileRow,
  fileRows,
} from "./documents.ts";
import type { ContentCommand, SenderCommand } from "./forms.ts";
import { LARGEST_FILE_BYTES, MOST_FILES } from "./rules.ts";

/** The form as it was sent, finished or not: nothing of it is lost whatever comes next. */
export interface Draft {
  values: FormValues;
  rows: FileRow[];
  /** About files that could not be taken; the rest is checked when the form is meant as finished. */
  problems: Problems;
  /** Which button: to look at it, to take files in, to leave one out, or to send. */
  act: "preview" | "attach" | "remove" | "send";
}

export async function receivedDraft(c: HouseContext, existing: ExistingDocuments): Promise<Draft> {
  const crowded = await isCrowded(c);
  const { values, files, problems } = await receivedForm(c, {
    files: crowded ? 0 : MOST_FILES,
    fileBytes: LARGEST_FILE_BYTES,
  });
  if (crowded && problems.files) problems.files = [crowded];
  const act = textOf(values, "act");
  const remove = act.startsWith("remove-") ? act.slice("remove-".length) : undefined;
  const found = await fileRows(c.var.ctx, {
    values,
    received: files,
    existing,
    ...(remove === undefined ? {} : { remove }),
  });
  return {
    values,
    rows: found.rows,
    problems: joinProblems(problems, found.problems),
    act: remove !== undefined ? "remove" : act === "preview" || act === "attach" ? act : "send",
  };
}

const LARGE_FORM_BYTES = 100_000;
const LARGE_FORMS_PER_HOUR = 120;

/**
 * Files are kept before anybody looks at them, so one network could fill the disk, and many together could even so.
 * Beyond the limit, or where the disk is almost full, they are left out, with this sentence, and the words of the form are taken all the same.
 */
async function isCrowded(c: HouseContext): Promise<string | undefined> {
  const { ctx, limits, remoteAddress } = c.var;
  if ((await ctx.files.freeBytes()) <= LEAST_FREE_BYTES)
    return "There is no room for files on this site just now. Please add yours later, or share a link to them; everything else is still here.";
  // Whoever does not say how much is coming may send much.
  const bytes = Number(c.req.header("content-length") ?? Number.POSITIVE_INFINITY);
  if (bytes < LARGE_FORM_BYTES) return undefined;
  try {
    const network = ctx.seal("rate limit", `files from ${networkOf(remoteAddress)}`);
    await limits.allow(network, LARGE_FORMS_PER_HOUR, 3_600);
    return undefined;
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const minutes = Math.max(1, Math.ceil(error.retryAfter / 60));
    return `Many files have come from your network in the last hour. Please add yours again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}; everything else is still here.`;
  }
}

/** A finished draft as a command, or everything that has to be mended, in the order of the form. */
export function checkDraft<S extends z.ZodType<ContentCommand>>(
  schema: S,
  draft: Draft,
  choices: Choices,
  existing: ExistingDocuments,
): Outcome<{
  form: z.output<S>;
  content: Omit<HappeningContent, "artefacts" | "source">;
  documents: DocumentCommand[];
}> {
  const form = parse(schema, draft.values);
  const chosen = form.ok ? withChosen(form.value, choices) : undefined;
  const documents = documentsFrom(draft.values, draft.rows, existing);
  const problems = joinProblems(
    draft.problems,
    form.ok ? undefined : form.problems,
    chosen && !chosen.ok ? chosen.problems : undefined,
    documents.ok ? undefined : documents.problems,
  );
  if (!form.ok || !chosen?.ok || !documents.ok || hasProblems(problems))
    return refused(inFormOrder(problems));
  const { partnership, place, state, kind, title, summary, story, credit, license, alsoStates } = form.value;
  return done({
    form: form.value,
    content: {
      ...{ partnership, place, state, kind, title, summary, story, credit, license },
      alsoStates: alsoStates.filter((code) => code !== state),
      ...chosen.value,
    },
    documents: documents.value,
  });
}

// Documents and links, whose fields end in a key, come after the topics.
const BEFORE_DOCUMENTS =
  "name email role organization partnership place state alsoStates kind title summary story sectors topics".split(
    " ",
  );
const AFTER_DOCUMENTS = "credit license answer consent".split(" ");

/** As the form asks for them, so that its summary reads from top to bottom. */
function inFormOrder(problems: Problems): Problems {
  const place = (field: string) => {
    if (field === "") return -1;
    if (BEFORE_DOCUMENTS.includes(field)) return BEFORE_DOCUMENTS.indexOf(field);
    return 100 + Math.max(0, AFTER_DOCUMENTS.indexOf(field) + 1);
  };
  return Object.fromEntries(Object.entries(problems).sort(([a], [b]) => place(a) - place(b)));
}

/**
 * The same form with the same words and files is the same submission: a double click, a repeated request. Mended
 * and sent again it is another, so that nothing that was mended gets lost.
 */
export function requestKey(
  ctx: Pick<Ctx, "seal">,
  key: string,
  command: { sender: SenderCommand; content: object; documents: DocumentCommand[] },
): string | null {
  if (key === "") return null;
  const documents = command.documents.map(({ file, ...rest }) => [
    rest,
    file && "waiting" in file ? [file.waiting.sha256, file.waiting.name] : null,
  ]);
  return ctx.seal("share request", JSON.stringify([key, command.sender, command.content, documents]));
}

/** A stored content as the form shows it. */
export function valuesFrom(
  content: HappeningContent,
  existing: ExistingDocuments,
  choices: Choices,
): FormValues {
  const { kind, title, summary, story, state, place, partnership, credit, license, alsoStates } = content;
  const slugs = (ids: string[], all: { id: string; slug: string }[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ slug }) => slug);
  const values: FormValues = {
    ...{ kind, title, summary, story, state, place, partnership, credit, license, alsoStates },
    sectors: slugs(content.sectors, choices.sectors),
    topics: slugs(content.topics, choices.topics),
  };
  for (const { key, from } of existingRows({ artefacts: content.artefacts, media: existing.media })) {
    if (!("artefact" in from)) continue;
    describe(values, key, from.artefact);
    values[`alt-${key}`] = from.media.alt ?? "";
    if (from.media.decorative) values[`decorative-${key}`] = "yes";
  }
  const links = content.artefacts.filter(({ url }) => url !== null);
  for (const [index, link] of links.entries()) {
    const key = `link${index + 1}`;
    describe(values, key, link);
    values[`url-${key}`] = link.url ?? "";
    values[`id-${key}`] = link.id;
  }
  return values;
}

function describe(values: FormValues, key: string, artefact: HappeningContent["artefacts"][number]): void {
  values[`title-${key}`] = artefact.title;
  values[`as-${key}`] = artefact.kind;
  values[`transcript-${key}`] = artefact.transcript;
  if (artefact.transcriptPromised) values[`promised-${key}`] = "yes";
  values[`by-${key}`] = artefact.transcriptPromised ? artefact.transcriptNote : "";
}
