import { NotFound } from "#base/surprises.ts";
import { formValues } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { confirmLetter, decideLetter, stopLetters } from "./actions.ts";
import { StopForm } from "./forms.ts";
import { letterOfLink } from "./links.ts";
import { letterById } from "./queries.ts";
import { HeldLetterPage } from "./views/held-letter-page.tsx";
import { LetterSentPage } from "./views/letter-page.tsx";
import { ConfirmLetterPage, StopPage, StoppedPage } from "./views/link-pages.tsx";

const tokenOf = (c: HouseContext) => c.req.param("token") ?? "";

async function showConfirm(c: HouseContext): Promise<Response> {
  const letter = await letterOfLink(c.var.ctx, "confirm", tokenOf(c));
  const title = `Your letter to ${letter.to_name}`;
  if (letter.state !== "unconfirmed")
    return c.var.show({ title, noindex: true }, <LetterSentPage fate={fateOf(letter)} to={letter.to_name} />);
  return c.var.show(
    { title, noindex: true },
    <ConfirmLetterPage to={letter.to_name} action={`/letters/confirm/${tokenOf(c)}`} />,
  );
}

// Whoever wrote a letter that was dropped is not told so.
const fateOf = ({ state }: { state: string }) => (state === "passed-on" ? "passed-on" : "held");

async function confirm(c: HouseContext): Promise<Response> {
  const letter = await letterOfLink(c.var.ctx, "confirm", tokenOf(c));
  if (letter.state === "unconfirmed") await confirmLetter(c.var.ctx, letter.id);
  return c.redirect(`/letters/confirm/${tokenOf(c)}`, 303);
}

async function showStop(c: HouseContext): Promise<Response> {
  const letter = await letterOfLink(c.var.ctx, "stop", tokenOf(c));
  return c.var.show(
    { title: "No more letters", noindex: true },
    <StopPage
      writer={letter.from_name}
      to={letter.to_kind === "person" ? "you" : letter.to_name}
      action={`/letters/stop/${tokenOf(c)}`}
    />,
  );
}

async function stop(c: HouseContext): Promise<Response> {
  const letter = await letterOfLink(c.var.ctx, "stop", tokenOf(c));
  const chosen = StopForm.safeParse(await formValues(c));
  if (!chosen.success) return showStop(c);
  const { from } = chosen.data;
  await stopLetters(c.var.ctx, letter, letter.link_recipient ?? "", from);
  return c.var.show(
    { title: "That is settled", noindex: true },
    <StoppedPage from={from} writer={letter.from_name} />,
  );
}

async function showHeld(c: HouseContext): Promise<Response> {
  const letter = await letterById(c.var.ctx, idOf(c));
  if (!letter || letter.state === "unconfirmed") throw new NotFound();
  return c.var.show(
    { title: `A letter to ${letter.toName}`, noindex: true },
    <HeldLetterPage letter={letter} zone={c.var.ctx.site.timeZone} />,
  );
}

const toLetter = (c: HouseContext) => `/desk/letters/${idOf(c)}`;
const decision = (what: "pass-on" | "drop") => deed((c) => decideLetter(c.var.ctx, idOf(c), what), toLetter);

export const relayRoutes: Route[] = [
  get("/letters/confirm/:token", "signed-link", showConfirm),
  post("/letters/confirm/:token", "signed-link", confirm),
  get("/letters/stop/:token", "signed-link", showStop),
  post("/letters/stop/:token", "signed-link", stop),
  get("/desk/letters/:id", "editor", showHeld),
  post("/desk/letters/:id/passage", "editor", decision("pass-on")),
  post("/desk/letters/:id/removal", "editor", decision("drop")),
];
