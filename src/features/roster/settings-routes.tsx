import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { ofTable, TEAM, tablePath, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, formValues } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { readSettings, versionIn } from "./forms.ts";
import { changeSettings } from "./settings.ts";
import { SettingsPage } from "./views/settings-page.tsx";

async function showSettings(
  c: HouseContext,
  { values, problems = {}, stale }: { values?: FormValues; problems?: Problems; stale?: boolean } = {},
): Promise<Response> {
  const workspace = await workspaceIn(c);
  const now: FormValues = {
    timeZone: workspace.timeZone,
    replyName: workspace.repliesTo?.name ?? "",
    replyEmail: workspace.repliesTo?.email ?? "",
    version: String(workspace.version),
  };
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `How ${workspace.name} works`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <SettingsPage
      workspace={workspace}
      values={stale ? { ...values, version: String(workspace.version) } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
      saved={c.req.query("done") === "changed"}
    />,
  );
}

async function takeSettings(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const workspace = await workspaceIn(c);
  const form = readSettings(values);
  if (!form.ok) return showSettings(c, { values, problems: form.problems });
  try {
    await changeSettings(c.var.ctx, workspace.id, form.value, versionIn(values));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showSettings(c, { values, stale: true });
  }
  return c.redirect(`${tablePath(workspace.slug, "settings")}?done=changed`, 303);
}

export const settingsRoutes: Route[] = [
  get(ofTable("/settings"), TEAM, (c) => showSettings(c)),
  post(ofTable("/settings"), TEAM, takeSettings),
];
