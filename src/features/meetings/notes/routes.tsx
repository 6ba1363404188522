import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { ofTable, TEAM, workspaceById } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { openGuest } from "../guests/links.ts";
import { guestCounts, guestsOf } from "../guests/queries.ts";
import { prioritiesOf } from "../launch-room/priorities.ts";
import { meetingIn } from "../open-meeting.ts";
import { meetingPath } from "../paths.ts";
import { publishNotes, writeNotes } from "./actions.ts";
import { NotesForm } from "./forms.ts";
import { guestsWithoutNotes } from "./queries.ts";
import { notesTemplate } from "./template.ts";
import { GuestNotesPage, NotesPage } from "./views/notes-page.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

function saidOf(c: HouseContext): string | null {
  const said = c.req.query("said") ?? "";
  const sent = said.match(/^sent-(\d{1,5})$/)?.[1];
  if (sent)
    return sent === "1"
      ? "The notes are on their way to one person."
      : `The notes are on their way to ${sent} people.`;
  return said === "saved" ? "The notes are kept." : null;
}

async function showNotes(
  c: HouseContext,
  { values, problems = {}, stale = false }: Returned = {},
): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  const failed = hasProblems(problems) || stale;
  const version = String(meeting.version);
  const counts = (await guestCounts(ctx, [meeting.id])).get(meeting.id)!;
  const came = await guestsOf(ctx, meeting, { which: "came" });
  return c.var.show(
    {
      title: `Notes, ${meeting.title}`,
      noindex: true,
      scripts: ["writing.js", "editor.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <NotesPage
      workspace={workspace}
      meeting={meeting}
      waiting={(await guestsWithoutNotes(ctx, meeting)).length}
      unreachable={came.filter(({ contact }) => !contact?.email).length}
      values={
        values
          ? { ...values, ...(stale ? { version } : {}) }
          : {
              notes: meeting.notes || notesTemplate({ counts, priorities: await prioritiesOf(ctx, meeting) }),
              version,
            }
      }
      problems={problems}
      stale={stale}
      said={saidOf(c)}
    />,
  );
}

async function save(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const values = await formValues(c);
  const form = parse(NotesForm, values);
  if (!form.ok) return showNotes(c, { values, problems: form.problems });
  try {
    await writeNotes(c.var.ctx, meeting, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showNotes(c, { values, stale: true });
  }
  return c.redirect(`${meetingPath(workspace.slug, meeting.id, "notes")}?said=saved`, 303);
}

async function publish(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const sent = await publishNotes(c.var.ctx, workspace, meeting.id);
  return c.redirect(`${meetingPath(workspace.slug, meeting.id, "notes")}?said=sent-${sent}`, 303);
}

/** For somebody who came: by their own link, and only once the team has sent it. */
async function showToGuest(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const link = { id: c.req.param("id"), token: c.req.param("token") };
  const { guest, meeting } = await openGuest(ctx, "notes", link);
  const workspace = await workspaceById(ctx, meeting.partnership);
  if (!workspace || !meeting.notesPublishedAt || !guest.notesSentAt) throw new NotFound();
  return keptSecret(
    c.var.show(
      { title: `Notes: ${meeting.title}`, noindex: true },
      <GuestNotesPage partnership={workspace.name} meeting={meeting} />,
    ),
  );
}

export const notesRoutes: Route[] = [
  get(ofTable("/meetings/:id/notes"), TEAM, (c) => showNotes(c)),
  post(ofTable("/meetings/:id/notes"), TEAM, save),
  post(ofTable("/meetings/:id/notes/publication"), TEAM, publish),
  get("/notes/:id/:token", "signed-link", showToGuest),
];
