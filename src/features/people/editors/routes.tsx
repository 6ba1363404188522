import type { Problems } from "#base/outcome.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { inviteEditor, removeEditor } from "./actions.ts";
import { InviteForm } from "./forms.ts";
import { editorsPage } from "./queries.ts";
import { EditorsPage } from "./views/editors-page.tsx";

const notices: Record<string, string> = {
  invited: "The invitation is on its way.",
  removed: "They are not an editor any more, and were signed out everywhere.",
};

async function answer(c: HouseContext, failure?: { values: FormValues; problems: Problems }) {
  const { ctx, show } = c.var;
  const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query("page") ?? 1)) || 1), 1000);
  return show(
    { title: "Editors", noindex: true, ...(failure ? { status: 422 as const, failed: true } : {}) },
    <EditorsPage
      {...(await editorsPage(ctx, page))}
      zone={ctx.site.timeZone}
      self={ctx.actor.kind === "person" ? ctx.actor.id : undefined}
      notice={failure ? undefined : notices[c.req.query("done") ?? ""]}
      name={textOf(failure?.values ?? {}, "name")}
      email={textOf(failure?.values ?? {}, "email")}
      problems={failure?.problems ?? {}}
    />,
  );
}

async function invite(c: HouseContext) {
  const values = await formValues(c);
  const form = parse(InviteForm, values);
  if (!form.ok) return answer(c, { values, problems: form.problems });
  const invited = await inviteEditor(c.var.ctx, form.value);
  return invited.ok
    ? c.redirect("/desk/editors?done=invited", 303)
    : answer(c, { values, problems: invited.problems });
}

async function remove(c: HouseContext) {
  const { ctx } = c.var;
  const id = idOf(c);
  const removed = await removeEditor(ctx, id);
  if (!removed.ok) return answer(c, { values: {}, problems: removed.problems });
  const themselves = ctx.actor.kind === "person" && ctx.actor.id === id;
  return c.redirect(themselves ? "/" : "/desk/editors?done=removed", 303);
}

export const editorsRoutes: Route[] = [
  get("/desk/editors", "editor", (c) => answer(c)),
  post("/desk/editors", "editor", invite),
  post("/desk/editors/:id/removal", "editor", remove),
];
