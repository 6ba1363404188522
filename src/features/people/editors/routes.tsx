import type { Problems } from "#base/outcome.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { mayManageAdministrators } from "../rules.ts";
import { inviteEditor, removeEditor, setAdministrator } from "./actions.ts";
import { InviteForm } from "./forms.ts";
import { editorsPage } from "./queries.ts";
import { EditorsPage } from "./views/editors-page.tsx";

const notices: Record<string, string> = {
  invited: "The invitation is on its way.",
  appointed: "They are an administrator now.",
  ended: "They are an editor now, and no longer an administrator.",
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
      role={textOf(failure?.values ?? {}, "role")}
      administers={mayManageAdministrators(ctx.actor)}
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

function change(role: "administrator" | "editor") {
  return async (c: HouseContext) => {
    const changed = await setAdministrator(c.var.ctx, idOf(c), role);
    if (!changed.ok) return answer(c, { values: {}, problems: changed.problems });
    return c.redirect(`/desk/editors?done=${role === "administrator" ? "appointed" : "ended"}`, 303);
  };
}

export const editorsRoutes: Route[] = [
  get("/desk/editors", "editor", (c) => answer(c)),
  post("/desk/editors", "editor", invite),
  post("/desk/editors/:id/removal", "editor", remove),
  post("/desk/editors/:id/administration", "administrator", change("administrator")),
  post("/desk/editors/:id/administration/end", "administrator", change("editor")),
];
