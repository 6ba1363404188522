import { networkOf } from "#base/network.ts";
import { NotFound } from "#base/surprises.ts";
import { type Workspace, workspaceById, workspaceIn } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { idOf } from "#platform/http/params.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import { type Guest, guestAnywhere } from "../guests/queries.ts";
import { meetingPath } from "../paths.ts";
import { type Meeting, meetingById } from "../queries.ts";
import { type Room, roomByCode, roomOf } from "./queries.ts";

const PURPOSE = "launch room guest";
const TEN_MINUTES = 600;
/** A whole room mistypes behind one address; whoever guesses a billion codes is stopped all the same. */
const WRONG_CODES = 60;

/** What the facilitators' pages are about. */
export interface TeamDoor {
  workspace: Workspace;
  meeting: Meeting;
  room: Room | undefined;
}

/** @throws NotFound also for a meeting of another partnership */
export async function teamDoor(c: HouseContext): Promise<TeamDoor> {
  const workspace = await workspaceIn(c);
  const meeting = await meetingById(c.var.ctx, workspace.id, idOf(c));
  if (!meeting) throw new NotFound();
  return { workspace, meeting, room: await roomOf(c.var.ctx, meeting.id) };
}

/** @throws NotFound where the room was not opened yet */
export async function openTeamDoor(c: HouseContext): Promise<TeamDoor & { room: Room }> {
  const door = await teamDoor(c);
  if (!door.room) throw new NotFound("This meeting’s room has not been opened yet.");
  return { ...door, room: door.room };
}

export function roomPath({ workspace, meeting }: Pick<TeamDoor, "workspace" | "meeting">, ...rest: string[]) {
  return meetingPath(workspace.slug, meeting.id, "room", ...rest);
}

/** What pages on phones are about. */
export interface PhoneDoor {
  room: Room;
  /** Where the page stands; what is sent goes below it. */
  base: string;
  /** Who it is, where they came by their own link. */
  guest: Guest | null;
}

/**
 * The room of the code or link in the address.
 *
 * @throws NotFound for a code that opens nothing; TooMany for many of those
 */
export async function phoneDoor(c: HouseContext): Promise<PhoneDoor> {
  return c.req.param("token") === undefined ? byCode(c) : byLink(c);
}

async function byCode(c: HouseContext): Promise<PhoneDoor> {
  const { ctx } = c.var;
  const code = codeIn(c.req.param("code") ?? "");
  const room = code && (await roomByCode(ctx, code));
  if (room) return { room, base: `/room/${code}`, guest: null };
  await countWrongCode(c);
  throw new NotFound(
    "This code opens no room. Look at the screen once more; letters and digits may be read alike.",
  );
}

/** The code in what somebody typed; undefined for what is none. */
export function codeIn(typed: string): string | undefined {
  // Neither I, O, 0 nor 1 is in a code, so each is what it was taken for.
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-HJ-NP-Z2-9]{6}$/.test(code) ? code : undefined;
}

export async function countWrongCode({ var: { ctx, limits, remoteAddress } }: HouseContext): Promise<void> {
  await limits.allow(ctx.seal("room code network", networkOf(remoteAddress)), WRONG_CODES, TEN_MINUTES);
}

async function byLink(c: HouseContext): Promise<PhoneDoor> {
  const { ctx } = c.var;
  const { guest } = await openLinked(
    ctx,
    PURPOSE,
    { id: c.req.param("id"), token: c.req.param("token") },
    async (id) => {
      const found = await guestAnywhere(ctx, id);
      return found && found.guest.state !== "withdrawn"
        ? { id, linkKey: found.guest.linkKey, guest: found.guest }
        : undefined;
    },
  );
  const room = await roomOf(ctx, guest.meeting);
  if (!room)
    throw new NotFound("The room is not open yet. Come back when the meeting begins; this link stays good.");
  return { room, base: guestRoomHref(ctx, guest), guest };
}

/** Where a guest comes into the room under their own name. */
export function guestRoomHref(ctx: Pick<Ctx, "seal">, guest: Pick<Guest, "id" | "linkKey">): string {
  return `/room/as/${guest.id}/${linkToken(ctx, PURPOSE, guest)}`;
}

/** The partnership whose room it is. */
export async function partnershipOf(ctx: Ctx, room: Room): Promise<Workspace> {
  const workspace = await workspaceById(ctx, room.partnership);
  if (!workspace) throw new NotFound();
  return workspace;
}
