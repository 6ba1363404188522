import { TEAM } from "#features/partnerships/public.ts";
import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { mendOpportunity, removeOpportunity, sayOpportunity } from "./capturing.ts";
import { ROOM, showConduct } from "./conduct-routes.tsx";
import { openTeamDoor, roomPath } from "./doors.ts";
import {
  MendForm,
  MergeForm,
  MoveForm,
  NameForm,
  readPaperVotes,
  SayForm,
  ShiftForm,
  SignUpForm,
} from "./forms.ts";
import { addGroup, mergeGroup, moveOpportunities, nameGroup, removeGroup, shiftGroup } from "./grouping.ts";
import { groupsOf } from "./queries.ts";
import { removeSignUp, signUp } from "./signing-up.ts";
import { addPaperVotes, answerAsker } from "./voting.ts";

async function say(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const values = await formValues(c);
  const form = parse(SayForm, values);
  const outcome = form.ok ? await sayOpportunity(c.var.ctx, door.meeting.id, form.value) : form;
  return outcome.ok
    ? c.redirect(roomPath(door), 303)
    : showConduct(c, { say: { values, problems: outcome.problems } });
}

async function mend(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const id = idOf(c, "opportunity");
  const values = await formValues(c);
  const form = parse(MendForm, values);
  const outcome = form.ok ? await mendOpportunity(c.var.ctx, door.meeting.id, id, form.value) : form;
  return outcome.ok
    ? c.redirect(`${roomPath(door)}#said-${id}`, 303)
    : showConduct(c, { mended: { id, values, problems: outcome.problems } });
}

async function takeOff(c: HouseContext): Promise<void> {
  const { meeting } = await openTeamDoor(c);
  await removeOpportunity(c.var.ctx, meeting.id, idOf(c, "opportunity"));
}

async function move(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const door = await openTeamDoor(c);
  const { id: meeting } = door.meeting;
  const form = parse(MoveForm, await formValues(c));
  if (!form.ok) return showConduct(c, { move: form.problems });
  const { to, title, opportunities } = form.value;
  if (to !== "new") await moveOpportunities(ctx, meeting, opportunities, to === "none" ? null : to);
  else {
    const id = form.value.id ?? ctx.random.id();
    const outcome = await addGroup(ctx, meeting, { id, title, opportunities });
    if (!outcome.ok) return showConduct(c, { move: outcome.problems });
    return c.redirect(`${roomPath(door)}#group-${id}`, 303);
  }
  return c.redirect(to === "none" ? roomPath(door) : `${roomPath(door)}#group-${to}`, 303);
}

async function name(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const group = idOf(c, "group");
  const values = await formValues(c);
  const form = parse(NameForm, values);
  const outcome = form.ok ? await nameGroup(c.var.ctx, door.meeting.id, group, form.value) : form;
  return outcome.ok
    ? c.redirect(`${roomPath(door)}#group-${group}`, 303)
    : showConduct(c, { named: { group, values, problems: outcome.problems } });
}

async function merge(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const form = parse(MergeForm, await formValues(c));
  if (!form.ok) return showConduct(c, { move: form.problems });
  await mergeGroup(c.var.ctx, door.meeting.id, idOf(c, "group"), form.value.into);
  return c.redirect(`${roomPath(door)}#group-${form.value.into}`, 303);
}

async function place(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const form = parse(ShiftForm, await formValues(c));
  const group = idOf(c, "group");
  if (form.ok) await shiftGroup(c.var.ctx, door.meeting.id, group, form.value.by === "up" ? -1 : 1);
  return c.redirect(`${roomPath(door)}#group-${group}`, 303);
}

async function ungroup(c: HouseContext): Promise<void> {
  const { meeting } = await openTeamDoor(c);
  await removeGroup(c.var.ctx, meeting.id, idOf(c, "group"));
}

async function answer(c: HouseContext): Promise<void> {
  const { meeting, workspace } = await openTeamDoor(c);
  const letIn = textOf(await formValues(c), "answer") === "yes";
  await answerAsker(c.var.ctx, workspace, meeting.id, idOf(c, "asker"), letIn);
}

async function paperVotes(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const door = await openTeamDoor(c);
  const values = await formValues(c);
  const form = readPaperVotes(await groupsOf(ctx, door.meeting.id), values);
  const outcome = form.ok ? await addPaperVotes(ctx, door.room, form.value) : form;
  return outcome.ok
    ? c.redirect(roomPath(door), 303)
    : showConduct(c, { paper: { values, problems: outcome.problems } });
}

async function writeDown(c: HouseContext): Promise<Response> {
  const door = await openTeamDoor(c);
  const values = await formValues(c);
  const form = parse(SignUpForm, values);
  const outcome = form.ok ? await signUp(c.var.ctx, door.workspace, door.meeting.id, form.value) : form;
  return outcome.ok
    ? c.redirect(roomPath(door), 303)
    : showConduct(c, { signUp: { values, problems: outcome.problems } });
}

async function strike(c: HouseContext): Promise<void> {
  const { meeting } = await openTeamDoor(c);
  await removeSignUp(c.var.ctx, meeting.id, idOf(c, "signUp"));
}

const toRoom = (c: HouseContext) => new URL(c.req.url).pathname.replace(/\/room\/.*$/, "/room");

export const teamRoutes: Route[] = [
  post(`${ROOM}/opportunities`, TEAM, say),
  post(`${ROOM}/opportunities/moves`, TEAM, move),
  post(`${ROOM}/opportunities/:opportunity`, TEAM, mend),
  post(`${ROOM}/opportunities/:opportunity/removal`, TEAM, deed(takeOff, toRoom)),
  post(`${ROOM}/groups/:group`, TEAM, name),
  post(`${ROOM}/groups/:group/place`, TEAM, place),
  post(`${ROOM}/groups/:group/merger`, TEAM, merge),
  post(`${ROOM}/groups/:group/removal`, TEAM, deed(ungroup, toRoom)),
  post(`${ROOM}/askers/:asker`, TEAM, deed(answer, toRoom)),
  post(`${ROOM}/paper-votes`, TEAM, paperVotes),
  post(`${ROOM}/sign-ups`, TEAM, writeDown),
  post(`${ROOM}/sign-ups/:signUp/removal`, TEAM, deed(strike, toRoom)),
];
