import { networkOf } from "#base/network.ts";
import { type Problems, problem } from "#base/outcome.ts";
import { TooMany } from "#base/surprises.ts";
import { type FormValues, textOf } from "./forms.ts";
import { checkProof, newChallenge } from "./proof-of-work.ts";
import { get, type HouseContext, type Route } from "./routes.ts";

/** The field that people do not see, and the one that carries the proof of work. */
export const TRAP_FIELD = "website";
export const PROOF_FIELD = "proof";

/** How many forms one mail address and one network may send in an hour, all entrances together. */
const PER_ADDRESS = 8;
const PER_NETWORK = 60;
const HOUR = 3_600;

export interface Judgement {
  /** Why a person should look twice, in words for the desk; null when nothing seemed odd. */
  doubt: string | null;
  /** Not empty when too much came in too short a time; nothing was counted as sent. */
  problems: Problems;
}

/**
 * The one gate before everything that strangers send, by form or API. It drops nothing: what looks odd is held for
 * a person, and what comes too fast is told to come again, with everything that was typed.
 */
export async function judgeSender(
  c: HouseContext,
  values: FormValues,
  sender: { email: string },
): Promise<Judgement> {
  const { ctx, limits, remoteAddress } = c.var;
  try {
    // The network first: it can be made up less easily, so what is counted by address stays bounded.
    await limits.allow(ctx.seal("gate network", networkOf(remoteAddress)), PER_NETWORK, HOUR);
    await limits.allow(ctx.seal("gate address", sender.email), PER_ADDRESS, HOUR);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const minutes = Math.max(1, Math.ceil(error.retryAfter / 60));
    const { problems } = problem(
      "",
      `A lot has come from you in the last hour. Please send this again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}; everything you typed is still here.`,
    );
    return { doubt: null, problems };
  }
  return { doubt: await findDoubt(c, values), problems: {} };
}

async function findDoubt(c: HouseContext, values: FormValues): Promise<string | null> {
  const { ctx, limits } = c.var;
  if (textOf(values, TRAP_FIELD) !== "")
    return "A field that people cannot see was filled in, as machines do.";
  const mark = await checkProof(ctx.seal, textOf(values, PROOF_FIELD));
  if (!mark) return "It was sent without script, so the quiet check against machines could not be made.";
  try {
    await limits.allow(mark, 1, 24 * HOUR);
  } catch (error) {
    if (error instanceof TooMany) return "The quiet check against machines had been used before.";
    throw error;
  }
  return null;
}

/** Where a form's script fetches its sum. */
export const gateRoute: Route = get("/proof", "everyone", async (c) => {
  const { ctx } = c.var;
  return c.json(await newChallenge(ctx.seal, ctx.now));
});
