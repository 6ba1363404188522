import { formValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { TEND, tendedOf } from "../access.ts";
import { tendPath } from "../paths.ts";
import { confirmPage } from "./actions.ts";
import { openStillRight, stillRightPath } from "./links.ts";
import { StillRightDonePage, StillRightPage } from "./views/still-right-page.tsx";

const opened = (c: HouseContext) =>
  openStillRight(c.var.ctx, {
    partnership: c.req.param("id"),
    person: c.req.param("person"),
    at: c.req.param("at"),
    token: c.req.param("token"),
  });

const thanks = (c: HouseContext, { page, before }: Parameters<typeof StillRightDonePage>[0]) =>
  keptSecret(
    c.var.show({ title: "Thank you", noindex: true }, <StillRightDonePage page={page} before={before} />),
  );

async function showStillRight(c: HouseContext): Promise<Response> {
  const { page, person, stands } = await opened(c);
  if (!stands) return thanks(c, { page, before: true });
  const asked = { partnership: page.id, person: person.id, at: Number(c.req.param("at")) };
  return keptSecret(
    c.var.show(
      { title: `Is ${page.content.name} still right?`, noindex: true },
      <StillRightPage page={page} action={stillRightPath(c.var.ctx, asked)} name={person.name} />,
    ),
  );
}

async function sayStillRight(c: HouseContext): Promise<Response> {
  const { page, person, stands } = await opened(c);
  if (!stands || !person.email) return thanks(c, { page, before: true });
  const { id, name, email, role } = person;
  // Whoever holds the link reads the mailbox it was sent to, so it counts as that person's word, and for nothing else.
  const ctx = { ...c.var.ctx, actor: { kind: "person" as const, id, name, email, role, grants: [] } };
  await confirmPage(ctx, page.id);
  return thanks(c, { page, before: false });
}

async function confirm(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  const version = Number(textOf(await formValues(c), "version")) || 0;
  await confirmPage(c.var.ctx, tended.id, version);
  return c.redirect(`${tendPath(tended.slug)}?done=confirmed`, 303);
}

export const freshnessRoutes: Route[] = [
  post("/partnerships/:slug/tend/confirmation", TEND, confirm),
  get("/still-right/:id/:person/:at/:token", "signed-link", showStillRight),
  post("/still-right/:id/:person/:at/:token", "signed-link", sayStillRight),
];
