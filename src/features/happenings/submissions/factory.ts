import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Sent, World } from "#kit/world.ts";

/** Forms and links as a submitter's browser and mailbox would hold them. */

let senders = 0;

/** A filled-in form from a sender of its own, whom no rate limit knows yet. */
export function filledForm(
  changes: Record<string, string | string[]> = {},
): Record<string, string | string[]> {
  senders += 1;
  return {
    act: "send",
    key: `form-${process.pid}-${senders}`,
    name: "Ana Ruiz",
    email: `ana.${senders}@example.org`,
    role: "Convener",
    organization: "Lane Workforce Partnership",
    partnership: "Lane Healthcare Partnership",
    place: "Lane County",
    state: "or",
    kind: "best-practice",
    title: "A letter that brought twelve employers",
    summary: "One personal letter to each of them.",
    story: "We wrote **one letter each** and called a week later.",
    credit: "Shared by Ana Ruiz",
    license: "cc-by",
    consent: "yes",
    ...changes,
  };
}

/** What the small script in the form would have put into it. */
export async function solvedProof(world: World): Promise<string> {
  const challenge = (await (await world.get("/proof")).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

export type SentFile = NonNullable<Sent["files"]>[number];

/** Sends the form; each from a network of its own unless told otherwise. */
export function send(
  world: World,
  form: Record<string, string | string[]>,
  files: SentFile[] = [],
): Promise<Response> {
  const network = `10.${(senders >> 8) & 255}.${senders & 255}.7`;
  return world.post("/share", { form, files, headers: { "x-forwarded-for": network } });
}

/** The path of a link that was mailed to somebody, of one submission where they have sent several. */
export async function mailedLink(
  world: World,
  to: string,
  purpose: "confirm" | "status",
  id = "[\\w-]+",
): Promise<string> {
  const pattern = new RegExp(`/share/${purpose}/${id}/[\\w-]+`);
  for (const mail of (await world.mails()).toReversed()) {
    const link = mail.to === to && pattern.exec(mail.text);
    if (link) return link[0];
  }
  throw new Error(`No ${purpose} link was mailed to ${to}`);
}

/** Of the submission that an answer to the form leads to. */
export function idIn(answer: Response): string {
  return (answer.headers.get("location") ?? "").split("/")[3] ?? "";
}

/** Sends and confirms; answers the happening's id and the path of its status page. */
export async function received(
  world: World,
  changes: Record<string, string | string[]> = {},
  files: SentFile[] = [],
): Promise<{ id: string; status: string; email: string }> {
  const form = filledForm(changes);
  const sent = await send(world, form, files);
  if (sent.status !== 303) throw new Error(`The form was answered with ${sent.status}: ${await sent.text()}`);
  const email = String(form.email);
  const answer = await world.post(await mailedLink(world, email, "confirm", idIn(sent)));
  const status = (answer.headers.get("location") ?? "").split("?")[0] ?? "";
  return { id: status.split("/")[3] ?? "", status, email };
}

export async function happening(world: World, id: string) {
  return (await world.ctx()).db
    .selectFrom("happenings")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Values of the hidden fields and inputs of one name in a page, as a browser would send them back. */
export function valuesIn(page: string, name: string): string[] {
  return [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))].map((found) => found[1] ?? "");
}
