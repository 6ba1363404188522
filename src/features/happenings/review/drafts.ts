import { done, hasProblems, joinProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import type { Ctx } from "#platform/context.ts";
import { type FormValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import { KINDS, LICENSES } from "../kinds.ts";
import { type Choices, choicesFor, withChosen } from "../submissions/choices.ts";
import { existingDocuments } from "../submissions/documents.ts";
import { LARGEST_FILE_BYTES, MOST_FILES } from "../submissions/rules.ts";
import type { HappeningContent } from "../tables.ts";
import type { WrittenContent } from "./editing.ts";
import { ContentForm } from "./forms.ts";
import {
  documentsFrom,
  draftArtefact,
  existingPieces,
  type Piece,
  pieceValues,
  sentPieces,
} from "./pieces.ts";

/** The editors' form as it stands, finished or not. */
export interface Draft {
  values: FormValues;
  pieces: Piece[];
  choices: Choices;
  problems: Problems;
  /** The pressed button; `save` is the one that means it. */
  act: string;
}

/** The form of what is stored, or an empty one. */
export async function storedDraft(ctx: Ctx, stored?: HappeningContent): Promise<Draft> {
  const choices = await choicesFor(ctx, stored);
  const none: Draft = {
    values: { license: "cc-by", kind: "news" },
    pieces: [],
    choices,
    problems: {},
    act: "",
  };
  if (!stored) return none;
  const pieces = existingPieces(await existingDocuments(ctx, stored.artefacts));
  const { kind, title, summary, story, state, alsoStates, place, partnership, credit, license } = stored;
  const slugs = (ids: string[], all: { id: string; slug: string }[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ slug }) => slug);
  return {
    ...none,
    pieces,
    values: {
      ...{ kind, title, summary, story, state, alsoStates, place, partnership, credit, license },
      sectors: slugs(stored.sectors, choices.sectors),
      topics: slugs(stored.topics, choices.topics),
      sourceName: stored.source.name,
      sourceUrl: stored.source.url ?? "",
      sourceNote: stored.source.note,
      ...Object.assign({}, ...pieces.map(pieceValues)),
    },
  };
}

/**
 * What was sent, files taken in; nothing of it is lost whatever comes next.
 *
 * @param storedFor the content that the form began with, of which the form itself says the version
 */
export async function sentDraft(
  c: HouseContext,
  storedFor?: (values: FormValues) => Promise<HappeningContent>,
): Promise<Draft> {
  const limits = { files: MOST_FILES, fileBytes: LARGEST_FILE_BYTES };
  const { values, files, problems } = await receivedForm(c, limits);
  const stored = await storedFor?.(values);
  return draftFrom(c.var.ctx, { values, received: files, problems, stored });
}

export async function draftFrom(
  ctx: Ctx,
  sent: {
    values: FormValues;
    received: Parameters<typeof sentPieces>[1]["received"];
    problems: Problems;
    stored: HappeningContent | undefined;
  },
): Promise<Draft> {
  const act = textOf(sent.values, "act");
  const existing = await existingDocuments(ctx, sent.stored?.artefacts ?? []);
  const found = await sentPieces(ctx, { values: sent.values, received: sent.received, existing, act });
  return {
    values: sent.values,
    pieces: found.pieces,
    choices: await choicesFor(ctx, sent.stored),
    problems: joinProblems(sent.problems, found.problems),
    act,
  };
}

/** A finished form as a command, or everything that has to be mended. */
export function checkDraft(draft: Draft): Outcome<WrittenContent> {
  const form = parse(ContentForm, draft.values);
  const chosen = form.ok ? withChosen({ ...form.value }, draft.choices) : undefined;
  const documents = documentsFrom(draft.values, draft.pieces);
  const problems = joinProblems(
    draft.problems,
    form.ok ? undefined : form.problems,
    chosen && !chosen.ok ? chosen.problems : undefined,
    documents.ok ? undefined : documents.problems,
  );
  if (!form.ok || !chosen?.ok || !documents.ok || hasProblems(problems)) return refused(problems);
  const { about, alsoStates, sourceName, sourceUrl, sourceNote, ...content } = form.value;
  return done({
    content: {
      ...content,
      alsoStates: alsoStates.filter((code) => code !== content.state),
      ...chosen.value,
      source: { name: sourceName, url: sourceUrl, note: sourceNote },
    },
    documents: documents.value,
    note: about,
  });
}

/** The unfinished form as a content, to be looked at: what is missing or wrong is left out. */
export function draftContent({ values, pieces, choices }: Draft): HappeningContent {
  const line = (name: string) => textOf(values, name).trim();
  const ids = (name: string, all: { id: string; slug: string }[]) =>
    all.filter(({ slug }) => listOf(values, name).includes(slug)).map(({ id }) => id);
  const address = ContentForm.shape.sourceUrl.safeParse(line("sourceUrl"));
  return {
    kind: KINDS.find((kind) => kind === line("kind")) ?? "news",
    title: line("title") || "A title",
    summary: line("summary"),
    story: textOf(values, "story").slice(0, 40_000),
    state: line("state"),
    alsoStates: listOf(values, "alsoStates"),
    place: line("place"),
    partnership: line("partnership"),
    sectors: ids("sectors", choices.sectors),
    topics: ids("topics", choices.topics),
    credit: line("credit"),
    source: {
      name: line("sourceName"),
      url: address.success ? address.data : null,
      note: line("sourceNote"),
    },
    license: LICENSES.find((license) => license === line("license")) ?? "as-shared",
    artefacts: pieces.map((piece) => draftArtefact(values, piece)),
  };
}
