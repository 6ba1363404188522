import { z } from "zod";
import { optionalText } from "#base/fields.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { ofTable, TEAM, type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import { championsOf, contactById, nameOrAddress } from "#features/roster/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { usualMinutes } from "../agenda/templates.ts";
import { askingCount } from "../asking/queries.ts";
import { guestCounts } from "../guests/queries.ts";
import { guestsWithoutNotes } from "../notes/queries.ts";
import { meetingIn } from "../open-meeting.ts";
import { pageIn } from "../page-in.ts";
import { meetingPath } from "../paths.ts";
import { type Meeting, meetingById, meetingsOf } from "../queries.ts";
import { cancelMeeting, changeMeeting, planMeeting } from "./actions.ts";
import { copiedFrom, readMeeting, readVersion, valuesOf } from "./forms.ts";
import { MeetingFormPage } from "./views/meeting-form.tsx";
import { MeetingPage } from "./views/meeting-page.tsx";
import { MeetingsPage } from "./views/meetings-page.tsx";

const PAGE_SIZE = 20;

async function showMeetings(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const which = c.req.query("which") === "past" ? ("past" as const) : ("coming" as const);
  const page = pageIn(c);
  const { items, more } = await meetingsOf(ctx, workspace.id, {
    which,
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const counts = await guestCounts(
    ctx,
    items.map(({ id }) => id),
  );
  return c.var.show(
    { title: `Meetings, ${workspace.name}`, noindex: true },
    <MeetingsPage
      workspace={workspace}
      which={which}
      meetings={items.map((meeting) => ({ meeting, counts: counts.get(meeting.id)! }))}
      page={page}
      more={more}
    />,
  );
}

const SAID: Record<string, string> = {
  planned: "The meeting is planned. Next: look over the agenda, then say who is asked.",
  changed: "The change is kept.",
  "called-off": "The meeting is called off. Those who meant to come are told by mail.",
  opened: "The meeting is open.",
  ended: "The meeting has ended. Thank you all.",
  reopened: "The meeting is under way again.",
};

async function showMeeting(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  const counts = (await guestCounts(ctx, [meeting.id])).get(meeting.id)!;
  const champion = meeting.welcomedBy && (await contactById(ctx, workspace.id, meeting.welcomedBy));
  return c.var.show(
    { title: meeting.title, noindex: true, scripts: ["writing.js"] },
    <MeetingPage
      workspace={workspace}
      meeting={meeting}
      counts={counts}
      asking={await askingCount(ctx, meeting.id)}
      withoutNotes={meeting.notesPublishedAt ? (await guestsWithoutNotes(ctx, meeting)).length : 0}
      welcomes={champion ? nameOrAddress(champion) : null}
      said={SAID[c.req.query("said") ?? ""] ?? null}
      now={ctx.now}
    />,
  );
}

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showForm(
  c: HouseContext,
  found: { workspace: Workspace; existing?: Meeting | undefined; from?: Meeting | undefined },
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, existing, from } = found;
  const failed = hasProblems(problems) || stale === true;
  const stored = existing ? valuesOf(existing) : from ? anewAfter(from) : blankFor(workspace);
  const counts = existing && (await guestCounts(ctx, [existing.id])).get(existing.id);
  return c.var.show(
    {
      title: existing ? `Change ${existing.title}` : "Plan a meeting",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <MeetingFormPage
      {...found}
      champions={await championsOf(ctx, workspace.id)}
      awaited={
        counts ? counts.business.yes + counts.public.yes + counts.business.maybe + counts.public.maybe : 0
      }
      values={values ? { ...values, ...(stale ? { version: stored.version ?? "" } : {}) } : stored}
      theirs={stale ? stored : undefined}
      problems={problems}
      now={ctx.now}
    />,
  );
}

/** The same again on a day that is still to be chosen; what was promised or linked for that one day is not taken over. */
function anewAfter(meeting: Meeting): FormValues {
  return { ...valuesOf(meeting), startsLocal: "", occurrence: "", notesPromisedOn: "", onlineUrl: "" };
}

function blankFor(workspace: Workspace): FormValues {
  return { kind: "launch", timeZone: workspace.timeZone, minutes: String(usualMinutes("launch")) };
}

async function showNew(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const from = await earlier(c, workspace, { from: c.req.query("from") ?? "" });
  return showForm(c, { workspace, from });
}

async function earlier(c: HouseContext, workspace: Workspace, values: FormValues) {
  const id = copiedFrom(values);
  return id ? meetingById(c.var.ctx, workspace.id, id) : undefined;
}

async function plan(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const values = await formValues(c);
  const from = await earlier(c, workspace, values);
  const facts = readMeeting(values);
  if (!facts.ok) return showForm(c, { workspace, from }, { values, problems: facts.problems });
  const id = await planMeeting(c.var.ctx, workspace, facts.value, from?.id);
  return c.redirect(`${meetingPath(workspace.slug, id)}?said=planned`, 303);
}

async function showChange(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  return showForm(c, { workspace, existing: meeting });
}

async function change(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const values = await formValues(c);
  const facts = readMeeting(values);
  const rest = readVersion(values);
  if (!facts.ok) return showForm(c, { workspace, existing: meeting }, { values, problems: facts.problems });
  if (!rest.ok) return showForm(c, { workspace, existing: meeting }, { values, problems: rest.problems });
  try {
    await changeMeeting(c.var.ctx, workspace, meeting.id, facts.value, rest.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { meeting: now } = await meetingIn(c);
    return showForm(c, { workspace, existing: now }, { values, stale: true });
  }
  return c.redirect(`${meetingPath(workspace.slug, meeting.id)}?said=changed`, 303);
}

const CancelForm = z.object({ word: optionalText("The reason", { max: 600 }) });

async function cancel(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const form = parse(CancelForm, await formValues(c));
  const word = form.ok ? form.value.word.trim() : "";
  await cancelMeeting(c.var.ctx, workspace, meeting.id, word);
  return c.redirect(`${meetingPath(workspace.slug, meeting.id)}?said=called-off`, 303);
}

export const planningRoutes: Route[] = [
  get(ofTable("/meetings"), TEAM, showMeetings),
  post(ofTable("/meetings"), TEAM, plan),
  get(ofTable("/meetings/new"), TEAM, showNew),
  get(ofTable("/meetings/:id"), TEAM, showMeeting),
  get(ofTable("/meetings/:id/plan"), TEAM, showChange),
  post(ofTable("/meetings/:id/plan"), TEAM, change),
  post(ofTable("/meetings/:id/cancellation"), TEAM, cancel),
];
