import { z } from "zod";
import { versionField } from "#base/fields.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { contactById } from "#features/roster/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { meetingIn } from "../open-meeting.ts";
import { meetingPath } from "../paths.ts";
import { writeAgenda } from "./actions.ts";
import { agendaValues, readAgenda } from "./forms.ts";
import { templateFor } from "./templates.ts";
import { AgendaPage } from "./views/agenda-page.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showAgenda(
  c: HouseContext,
  { values, problems = {}, stale = false }: Returned = {},
): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const failed = hasProblems(problems) || stale;
  const stored = agendaValues(meeting.agenda, meeting.version);
  return c.var.show(
    {
      title: `Agenda, ${meeting.title}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <AgendaPage
      workspace={workspace}
      meeting={meeting}
      values={values ? { ...values, ...(stale ? { version: String(meeting.version) } : {}) } : stored}
      problems={problems}
      stale={stale}
      saved={c.req.query("said") === "saved"}
    />,
  );
}

async function save(c: HouseContext): Promise<Response> {
  const { workspace, meeting } = await meetingIn(c);
  const values = await formValues(c);
  const form = readAgenda(values);
  if (!form.ok) return showAgenda(c, { values, problems: form.problems });
  try {
    await writeAgenda(c.var.ctx, meeting, form.value.agenda, form.value.version);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showAgenda(c, { values, stale: true });
  }
  return c.redirect(toAgenda(workspace.slug, meeting.id, values), 303);
}

/** After a move the page opens where the item was, so that the next press finds its button. */
function toAgenda(slug: string, id: string, values: FormValues): string {
  const at = textOf(values, "move").match(/^\d+/)?.[0];
  return `${meetingPath(slug, id, "agenda")}?said=saved${at ? `#item-${at}` : ""}`;
}

async function beginAnew(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, meeting } = await meetingIn(c);
  const champion = meeting.welcomedBy && (await contactById(ctx, workspace.id, meeting.welcomedBy));
  const agenda = templateFor(meeting.kind, champion ? champion.name : undefined);
  const form = parse(z.object({ version: versionField }), await formValues(c));
  await writeAgenda(ctx, meeting, agenda, form.ok ? form.value.version : 0);
  return c.redirect(toAgenda(workspace.slug, meeting.id, {}), 303);
}

export const agendaRoutes: Route[] = [
  get(ofTable("/meetings/:id/agenda"), TEAM, (c) => showAgenda(c)),
  post(ofTable("/meetings/:id/agenda"), TEAM, save),
  post(ofTable("/meetings/:id/agenda/template"), TEAM, beginAnew),
];
