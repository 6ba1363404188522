import type { z } from "zod";
import { momentAt } from "#base/local-time.ts";
import { type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { formValues, parse } from "#platform/http/forms.ts";
import { idOf, me } from "#platform/http/params.ts";
import { type Access, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { distrustSubmitter, trustSubmitter } from "../submissions/trust.ts";
import { REVIEWERS, stateProblem } from "./access.ts";
import {
  askForChanges,
  clearDoubt,
  dateHappening,
  declineHappening,
  noteHappening,
  publishHappening,
  reopenHappening,
  scheduleHappening,
  setFeatured,
  unpublishHappening,
  unscheduleHappening,
  writeLetter,
} from "./actions.ts";
import { knownDate } from "./dates.ts";
import { restoreVersion } from "./editing.ts";
import {
  ChangesForm,
  DateForm,
  DeclineForm,
  HoldForm,
  LetterForm,
  NoteForm,
  PublishForm,
  RestoreForm,
  ScheduleForm,
  SeenForm,
  UnpublishForm,
} from "./forms.ts";
import { holdHappening, markRead, releaseHappening } from "./holding.ts";
import { contentsOf } from "./queries.ts";
import { planProblem } from "./rules.ts";
import { itemOf, showReview } from "./showing.tsx";

/** What a deed answers: nothing when it is done, or what has to be mended first. */
type Answer = Outcome<unknown> | undefined;

/**
 * One button or small form on the page of a happening: parse, act, back to the page. What has to be mended, and what
 * somebody else did meanwhile, is told there, with everything that was typed.
 */
function deed<S extends z.ZodType>(
  path: string,
  form: S,
  done: string,
  act: (c: HouseContext, command: z.output<S>) => Promise<Answer | undefined>,
  access: Access = REVIEWERS,
): Route {
  return post(`/desk/happenings/:id/${path}`, access, async (c) => {
    await itemOf(c);
    const values = await formValues(c);
    const parsed = parse(form, values);
    if (!parsed.ok) return showReview(c, { values, problems: parsed.problems });
    try {
      const answer = await act(c, parsed.value);
      if (answer && !answer.ok) return showReview(c, { values, problems: answer.problems });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return showReview(c, { values, problems: { "": [error.message] }, status: 409 });
    }
    return c.redirect(`/desk/happenings/${idOf(c)}${done ? `?done=${done}` : ""}`, 303);
  });
}

/** For deeds that need nothing but the address. */
const Nothing = NoteForm.pick({}).loose();

async function publish(c: HouseContext, command: z.output<typeof PublishForm>): Promise<Answer> {
  const { ctx } = c.var;
  const { dated, dateNote, ...seen } = command;
  if (dated === undefined) {
    await publishHappening(ctx, idOf(c), seen, me(c));
    return undefined;
  }
  if (dated === "") return problem("dated", "Say when it was, or publish it with today's date.");
  const date = knownDate(dated, { zone: ctx.site.timeZone, now: ctx.now, present: null });
  if (!date.ok) return date;
  const { at, precision } = date.value;
  await publishHappening(ctx, idOf(c), seen, me(c), { at: at ?? ctx.now, precision, note: dateNote });
  return undefined;
}

async function setTime(c: HouseContext, command: z.output<typeof ScheduleForm>): Promise<Answer> {
  const { ctx } = c.var;
  const at = momentAt(command.at, ctx.site.timeZone, command.occurrence);
  if (!at.ok) return at;
  const wrong = planProblem(at.value, ctx.now);
  if (wrong) return problem("at", wrong);
  await scheduleHappening(ctx, idOf(c), { ...command, at: at.value }, me(c));
  return undefined;
}

async function setDate(c: HouseContext, command: z.output<typeof DateForm>): Promise<Answer> {
  const { ctx } = c.var;
  const { publishedAt } = await itemOf(c);
  const date = knownDate(command.dated, { zone: ctx.site.timeZone, now: ctx.now, present: publishedAt });
  if (!date.ok) return date;
  await dateHappening(ctx, idOf(c), { ...date.value, note: command.dateNote });
  return undefined;
}

async function restore(c: HouseContext, command: z.output<typeof RestoreForm>): Promise<Answer> {
  const { ctx } = c.var;
  const content = (await contentsOf(ctx, idOf(c), [command.restore])).get(command.restore);
  const wrong = content && stateProblem(ctx, content.state);
  if (wrong) return problem("", `That version is of another state. ${wrong}`);
  await restoreVersion(ctx, idOf(c), command, me(c));
  return undefined;
}

async function setTrust(c: HouseContext, trusted: boolean): Promise<undefined> {
  const { sender } = await itemOf(c);
  if (!sender) throw new NotFound();
  await (trusted ? trustSubmitter : distrustSubmitter)(c.var.ctx, sender.email);
}

const quietly =
  <T>(act: (c: HouseContext, command: T) => Promise<unknown>) =>
  async (c: HouseContext, command: T): Promise<undefined> => {
    await act(c, command);
  };

export const deedRoutes: Route[] = [
  deed(
    "hold",
    HoldForm,
    "held",
    quietly((c, { from }) => holdHappening(c.var.ctx, idOf(c), me(c), from)),
  ),
  deed(
    "release",
    Nothing,
    "released",
    quietly((c) => releaseHappening(c.var.ctx, idOf(c), me(c))),
  ),
  deed(
    "reading",
    SeenForm.pick({ version: true }),
    "",
    quietly(async (c, { version }) => {
      const item = await itemOf(c);
      await markRead(c.var.ctx, item.id, me(c).id, Math.min(version, item.version));
    }),
  ),
  deed(
    "changes",
    ChangesForm,
    "asked",
    quietly((c, command) =>
      askForChanges(c.var.ctx, idOf(c), { ...command, message: command.changes }, me(c)),
    ),
  ),
  deed(
    "letters",
    LetterForm,
    "letter",
    quietly((c, { letter }) => writeLetter(c.var.ctx, idOf(c), { message: letter }, me(c))),
  ),
  deed(
    "notes",
    NoteForm,
    "noted",
    quietly((c, { note }) => noteHappening(c.var.ctx, idOf(c), note, me(c))),
  ),
  deed(
    "settlement",
    Nothing,
    "noted",
    quietly((c) => noteHappening(c.var.ctx, idOf(c), "No answer needed.", me(c))),
  ),
  deed(
    "clearance",
    Nothing,
    "cleared",
    quietly((c) => clearDoubt(c.var.ctx, idOf(c))),
  ),
  deed("publication", PublishForm, "published", publish),
  deed("schedule", ScheduleForm, "scheduled", setTime),
  deed(
    "schedule/removal",
    SeenForm,
    "unscheduled",
    quietly((c, seen) => unscheduleHappening(c.var.ctx, idOf(c), seen, me(c))),
  ),
  deed(
    "decline",
    DeclineForm,
    "declined",
    quietly((c, command) => declineHappening(c.var.ctx, idOf(c), command, me(c))),
  ),
  deed(
    "review",
    SeenForm,
    "reopened",
    quietly((c, seen) => reopenHappening(c.var.ctx, idOf(c), seen, me(c))),
  ),
  deed(
    "unpublication",
    UnpublishForm,
    "unpublished",
    quietly((c, command) =>
      unpublishHappening(c.var.ctx, idOf(c), { ...command, reason: command.why }, me(c)),
    ),
  ),
  deed(
    "feature",
    Nothing,
    "featured",
    quietly((c) => setFeatured(c.var.ctx, idOf(c), true)),
    "editor",
  ),
  deed(
    "feature/removal",
    Nothing,
    "unfeatured",
    quietly((c) => setFeatured(c.var.ctx, idOf(c), false)),
    "editor",
  ),
  deed("date", DateForm, "dated", setDate),
  deed("versions", RestoreForm, "restored", restore),
  // The home page and whom the house trusts concern every state.
  deed("trust", Nothing, "trusted", (c) => setTrust(c, true), "editor"),
  deed("distrust", Nothing, "distrusted", (c) => setTrust(c, false), "editor"),
];
