import { z } from "zod";
import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import { formValues, parse } from "#platform/http/forms.ts";
import { type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { figuresPath } from "../paths.ts";
import { setCounted } from "./consent.ts";

const CountedForm = z.object({ counted: z.enum(["yes", "no"]) });

async function takeConsent(c: HouseContext): Promise<Response> {
  const { id, slug } = await workspaceIn(c);
  const form = parse(CountedForm, await formValues(c));
  // There is nothing to mistype: what does not come from the page's own button changes nothing.
  if (!form.ok) return c.redirect(figuresPath(slug), 303);
  await setCounted(c.var.ctx, id, form.value.counted === "yes");
  return c.redirect(`${figuresPath(slug)}?done=state`, 303);
}

export const consentRoutes: Route[] = [post(ofTable("/figures/state"), TEAM, takeConsent)];
