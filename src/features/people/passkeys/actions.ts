import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { LocalPath } from "#base/brands.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { grantsOf } from "../grants/queries.ts";
import { actorFrom } from "../queries.ts";
import { homeOf, type SignedIn } from "../rules.ts";
import { type Entry, enter } from "../sign-in/actions.ts";
import type { RelyingParty } from "../sign-in/relying-party.ts";
import { makeChallenge, spendChallenge } from "./challenges.ts";
import { passkeyAddedMail } from "./mails.tsx";
import { MOST_PASSKEYS } from "./rules.ts";
import "./tables.ts";

/** It brings a good deal of cryptography along, which only those need who use a passkey. */
const library = () => import("@simplewebauthn/server");

/** EdDSA, ES256 and RS256 by their COSE numbers: what devices have. Newer ones are experimental in this runtime. */
const ALGORITHMS = [-8, -7, -257];

/** What the browser is asked when somebody adds a passkey: one that stays on the device and knows its owner. */
export async function registrationOptions(
  ctx: Ctx,
  party: RelyingParty,
  person: SignedIn,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await ctx.db
    .selectFrom("passkeys")
    .select(["id", "transports"])
    .where("person", "=", person.id)
    .execute();
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: ctx.site.name,
    rpID: party.id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    challenge: await makeChallenge(ctx, person.id),
    attestationType: "none",
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** @returns a problem where it does not hold: made elsewhere, too late, answered before, without its owner's check */
export async function addPasskey(
  ctx: Ctx,
  party: RelyingParty,
  person: SignedIn,
  command: { passkeyName: string; response: RegistrationResponseJSON },
): Promise<Outcome<null>> {
  const failed = problem("", "This passkey could not be added. Please try once more; nothing was changed.");
  const challenge = challengeIn(command.response);
  if (!challenge || !(await spendChallenge(ctx, challenge, person.id))) return failed;
  const { verifyRegistrationResponse } = await library();
  const verified = await held(() =>
    verifyRegistrationResponse({
      response: command.response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!verified?.verified) return failed;
  const { credential } = verified.registrationInfo;
  return transact(ctx, async (ctx) => {
    const { count } = await ctx.db
      .selectFrom("passkeys")
      .select((all) => all.fn.countAll<number>().as("count"))
      .where("person", "=", person.id)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_PASSKEYS)
      return problem("", `You have ${MOST_PASSKEYS} passkeys. Remove one that you no longer use first.`);
    const added = await ctx.db
      .insertInto("passkeys")
      .values({
        id: credential.id,
        person: person.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: command.passkeyName,
        created_at: ctx.now,
        used_at: null,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return problem("", "This passkey was added before.");
    await queueMail(ctx, passkeyAddedMail(ctx.site, person.email, command.passkeyName));
    await tell(ctx, { name: "passkey.added", subject: { kind: "person", id: person.id } });
    return done(null);
  });
}

/** @throws NotFound where this person has no such passkey */
export async function removePasskey(ctx: Ctx, person: SignedIn, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const gone = await ctx.db
      .deleteFrom("passkeys")
      .where("id", "=", id)
      .where("person", "=", person.id)
      .returning("id")
      .executeTakeFirst();
    if (!gone) throw new NotFound("This passkey was removed before.");
    await tell(ctx, { name: "passkey.removed", subject: { kind: "person", id: person.id } });
  });
}

/** What the browser is asked when somebody signs in; which passkey they choose tells who they are. */
export async function authenticationOptions(
  ctx: Ctx,
  party: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: await makeChallenge(ctx, null),
    userVerification: "required",
  });
}

/**
 * Signs in whoever holds the passkey.
 *
 * @param previous the session this browser had, which ends
 * @returns undefined where the answer does not hold, whatever the reason
 */
export async function signInByPasskey(
  ctx: Ctx,
  party: RelyingParty,
  response: AuthenticationResponseJSON,
  previous?: string,
  returnTo?: LocalPath,
): Promise<Entry | undefined> {
  const challenge = challengeIn(response);
  if (!challenge || !(await spendChallenge(ctx, challenge, null))) return undefined;
  const passkey = await ctx.db
    .selectFrom("passkeys")
    .selectAll()
    .where("id", "=", response.id)
    .executeTakeFirst();
  if (!passkey || !saysWhoseItIs(response, passkey.person)) return undefined;
  const { verifyAuthenticationResponse } = await library();
  const verified = await held(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.counter),
      },
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return undefined;
  const { newCounter } = verified.authenticationInfo;
  return transact(ctx, async (ctx) => {
    const used = await ctx.db
      .updateTable("passkeys")
      .set({ counter: newCounter, used_at: ctx.now })
      .where("id", "=", passkey.id)
      // Of two answers at once only one fits the count that it was checked against.
      .where("counter", "=", passkey.counter)
      .returning("person")
      .executeTakeFirst();
    if (!used) return undefined;
    const row = await ctx.db
      .selectFrom("people")
      .selectAll()
      .where("id", "=", used.person)
      .executeTakeFirstOrThrow();
    const person = actorFrom(row, await grantsOf(ctx, row.id));
    const token = await enter(ctx, person, previous);
    return { token, goTo: returnTo ?? (homeOf(person) as LocalPath) };
  });
}

/** A device may say whose key it is; then it has to be that person's. */
function saysWhoseItIs({ response }: AuthenticationResponseJSON, personId: string): boolean {
  return !response.userHandle || Buffer.from(response.userHandle, "base64url").toString("utf8") === personId;
}

/** What the browser says was asked; it is spent before anything else is looked at. */
function challengeIn({ response }: { response: { clientDataJSON: string } }): string | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString("utf8"));
    const { challenge } = (said ?? {}) as { challenge?: unknown };
    return typeof challenge === "string" ? challenge : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The library throws for whatever is wrong with what a browser sent, and asks nobody else; for us that is simply no. */
async function held<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
