import { hasProblems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { nameOrAddress } from "#features/roster/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { type Access, get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { sayOpportunity } from "./capturing.ts";
import { phonesTopic } from "./changing.ts";
import { bare } from "./conduct-routes.tsx";
import { codeIn, countWrongCode, type PhoneDoor, partnershipOf, phoneDoor } from "./doors.ts";
import { AskForm, BallotForm, SayForm, SignUpForm } from "./forms.ts";
import { askerById, roomByCode } from "./queries.ts";
import { onPhoneOf } from "./showing.ts";
import { signUp } from "./signing-up.ts";
import { RoomPart } from "./views/live.tsx";
import type { OnPhone } from "./views/on-phone.ts";
import { AnswerPage, EnterPage, PhonePage, PhonePart } from "./views/phone-page.tsx";
import { askToVote, type BallotAnswer, castBallot } from "./voting.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function phoneProps(c: HouseContext, door: PhoneDoor, returned: OnPhone["returned"]): Promise<OnPhone> {
  const { ctx } = c.var;
  const company = c.req.query("company");
  return {
    room: door.room,
    partnership: (await partnershipOf(ctx, door.room)).name,
    base: door.base,
    known: knownOf(door),
    ...(company && UUID.test(company) ? { company } : {}),
    ...(await onPhoneOf(ctx, door.room)),
    freshId: ctx.random.id(),
    done: c.req.query("done"),
    returned,
  };
}

function knownOf({ guest }: PhoneDoor): OnPhone["known"] {
  if (!guest?.contact) return null;
  return {
    name: nameOrAddress(guest.contact),
    company: guest.company?.name ?? "",
    companyId: guest.company?.id ?? null,
    side: guest.side,
  };
}

async function showPhone(
  c: HouseContext,
  door: PhoneDoor,
  returned: OnPhone["returned"] = {},
): Promise<Response> {
  const failed = Object.values(returned).some(({ problems }) => hasProblems(problems ?? {}));
  const { room } = door;
  return keptSecret(
    c.var.show(
      {
        title: room.title,
        noindex: true,
        bare: true,
        scripts: ["reading.js", "room.js"],
        failed,
        status: failed ? 422 : 200,
      },
      <PhonePage {...(await phoneProps(c, door, returned))} />,
    ),
  );
}

async function part(c: HouseContext): Promise<Response> {
  const door = await phoneDoor(c);
  return keptSecret(
    bare(
      c,
      <RoomPart step={door.room.step}>
        <PhonePart {...(await phoneProps(c, door, {}))} />
      </RoomPart>,
    ),
  );
}

async function live(c: HouseContext): Promise<Response> {
  const { room } = await phoneDoor(c);
  return c.var.live.watch(phonesTopic(room.meeting), c.req.raw.signal);
}

async function say(c: HouseContext): Promise<Response> {
  const door = await phoneDoor(c);
  const values = await formValues(c);
  const form = parse(SayForm, values);
  if (!form.ok) return showPhone(c, door, { say: { values, problems: form.problems } });
  if (!door.room.phonesCapture)
    return showPhone(c, door, {
      say: {
        values,
        problems: { words: ["The scribe alone writes on the wall now. Say it aloud instead."] },
      },
    });
  const outcome = await sayOpportunity(c.var.ctx, door.room.meeting, form.value);
  if (!outcome.ok) return showPhone(c, door, { say: { values, problems: outcome.problems } });
  return keptSecret(c.redirect(`${door.base}?done=said`, 303));
}

async function vote(c: HouseContext): Promise<Response> {
  const door = await phoneDoor(c);
  const { room, guest } = door;
  const values = await formValues(c);
  const form = parse(BallotForm, values);
  if (!form.ok) return showPhone(c, door, { ballot: { values, problems: form.problems } });
  // Who came by a link of their own votes for their own company; the company of a public partner has no vote.
  const own = guest?.company?.id ?? form.value.company;
  const outcome = await castBallot(c.var.ctx, room, { ...form.value, company: own });
  if (!outcome.ok) return showPhone(c, door, { ballot: { values, problems: outcome.problems } });
  return keptSecret(c.redirect(`${door.base}/ballot/${outcome.value}`, 303));
}

const ANSWERS: Record<BallotAnswer, { title: string; tone: "success" | "info" | "warning"; words: string }> =
  {
    received: {
      title: "Your company’s votes are in",
      tone: "success",
      words:
        "They are in the box, and the box is locked. You see the results in the room, with everybody else.",
    },
    "company-in": {
      title: "Your company has voted already",
      tone: "info",
      words:
        "A colleague was quicker: your company’s votes came in before these, and a company votes once. If nobody of yours has voted, tell the facilitator.",
    },
    "not-open": {
      title: "The vote is not open",
      tone: "warning",
      words:
        "These votes came when the vote was not open, so they did not count. If your company could not vote, tell the facilitator now: until the box is opened, votes can still be added by hand.",
    },
    "not-listed": {
      title: "Your company is not on the list",
      tone: "warning",
      words: "These votes did not count. Go back to the room and ask to be let in; nothing else is lost.",
    },
  };

async function showAnswer(c: HouseContext): Promise<Response> {
  const { base, room } = await phoneDoor(c);
  const answer = ANSWERS[c.req.param("answer") as BallotAnswer];
  if (!answer) throw new NotFound();
  return keptSecret(
    c.var.show(
      { title: `${answer.title}: ${room.title}`, noindex: true, bare: true },
      <AnswerPage base={base} {...answer} />,
    ),
  );
}

async function ask(c: HouseContext): Promise<Response> {
  const door = await phoneDoor(c);
  const values = await formValues(c);
  const form = parse(AskForm, values);
  const outcome = form.ok ? await askToVote(c.var.ctx, door.room, form.value) : form;
  if (!outcome.ok) return showPhone(c, door, { ask: { values, problems: outcome.problems } });
  const to =
    "company" in outcome.value
      ? `${door.base}?company=${outcome.value.company}`
      : `${door.base}/askers/${outcome.value.asker}`;
  return keptSecret(c.redirect(to, 303));
}

async function showAsker(c: HouseContext): Promise<Response> {
  const { base, room } = await phoneDoor(c);
  const asker = await askerById(c.var.ctx, room.meeting, idOf(c, "asker"));
  if (!asker) throw new NotFound();
  const pages = {
    asking: {
      title: "The facilitator has been asked",
      tone: "info" as const,
      words: `“${asker.name}” is on the facilitator’s screen. Wave if it takes long, and look again.`,
      next: { href: `${base}/askers/${asker.id}`, label: "Look again" },
    },
    "let-in": {
      title: "You are let in",
      tone: "success" as const,
      words: `“${asker.name}” may vote now.`,
      next: { href: `${base}?company=${asker.company ?? ""}`, label: "Vote now" },
    },
    declined: {
      title: "The facilitator said no",
      tone: "info" as const,
      words: `“${asker.name}” has no votes of its own here. Ask the facilitator why: maybe your company stands in the list under another name.`,
    },
  };
  const page = pages[asker.state];
  return keptSecret(
    c.var.show(
      { title: `${page.title}: ${room.title}`, noindex: true, bare: true },
      <AnswerPage base={base} {...page} />,
    ),
  );
}

async function join(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const door = await phoneDoor(c);
  const { guest } = door;
  const known = knownOf(door);
  const sent = await formValues(c);
  const values: FormValues = known ? { ...sent, name: known.name, company: known.company } : sent;
  const form = parse(SignUpForm, values);
  if (!form.ok) return showPhone(c, door, { signUp: { values, problems: form.problems } });
  const command = guest?.contact ? { ...form.value, contact: guest.contact.id } : form.value;
  const outcome = await signUp(ctx, await partnershipOf(ctx, door.room), door.room.meeting, command);
  if (!outcome.ok) return showPhone(c, door, { signUp: { values, problems: outcome.problems } });
  return keptSecret(c.redirect(`${door.base}?done=signed-up`, 303));
}

async function enter(c: HouseContext): Promise<Response> {
  const typed = textOf(await formValues(c), "code").trim();
  const code = codeIn(typed);
  if (code && (await roomByCode(c.var.ctx, code))) return c.redirect(`/room/${code}`, 303);
  if (typed) await countWrongCode(c);
  const problem = typed
    ? "No room has this code. It has six letters and digits, and never the letters I and O or the digits 1 and 0."
    : "Type the code that is on the screen.";
  return showEntrance(c, typed.slice(0, 20), problem);
}

function showEntrance(c: HouseContext, typed = "", problem?: string): Promise<Response> {
  return c.var.show(
    {
      title: "Come into the room",
      noindex: true,
      bare: true,
      failed: problem !== undefined,
      status: problem ? 422 : 200,
    },
    <EnterPage typed={typed} {...(problem ? { problem } : {})} />,
  );
}

function phonesAt(base: string, access: Access): Route[] {
  return [
    get(base, access, async (c) => showPhone(c, await phoneDoor(c))),
    get(`${base}/part`, access, part),
    get(`${base}/live`, access, live),
    post(`${base}/opportunities`, access, say),
    post(`${base}/ballot`, access, vote),
    get(`${base}/ballot/:answer`, access, showAnswer),
    post(`${base}/askers`, access, ask),
    get(`${base}/askers/:asker`, access, showAsker),
    post(`${base}/sign-ups`, access, join),
  ];
}

export const phoneRoutes: Route[] = [
  get("/room", "everyone", (c) => showEntrance(c)),
  post("/room", "everyone", enter),
  ...phonesAt("/room/as/:id/:token", "signed-link"),
  ...phonesAt("/room/:code", "everyone"),
];
