import { randomInt } from "node:crypto";
import { type Challenge, createChallenge, type Solution, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";

/** A challenge that a browser solves in well under a second while its person is still typing. */
const COST = 2_000;
const MOST_TRIES = 600;
/** As long as somebody may take to write a story with the page open. */
const VALID_HOURS = 12;

type Seal = (purpose: string, text: string) => string;

/** What a form sends back, as base64 of JSON. */
interface Proof {
  challenge: Challenge;
  solution: Solution;
}

const secrets = (seal: Seal) => ({
  hmacSignatureSecret: seal("proof-of-work", "challenge"),
  hmacKeySignatureSecret: seal("proof-of-work", "key"),
});

/**
 * A small sum for the sender's machine, after the ALTCHA scheme: it asks nothing about the person, sets no cookie
 * and calls no third party, but makes sending a thousand forms a thousand times as dear.
 */
export function newChallenge(seal: Seal, now: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: COST,
    counter: randomInt(MOST_TRIES / 4, MOST_TRIES),
    deriveKey,
    expiresAt: new Date(now.getTime() + VALID_HOURS * 3_600_000),
    ...secrets(seal),
  });
}

/** @returns the challenge's own mark when the proof holds, so that it can be taken once only */
export async function checkProof(seal: Seal, sent: string): Promise<string | undefined> {
  const proof = readProof(sent);
  if (!proof) return undefined;
  try {
    const { verified } = await verifySolution({ ...proof, deriveKey, ...secrets(seal) });
    // By its signature: whatever else stands around it may be written in ever so many ways.
    return verified ? seal("proof-of-work used", proof.challenge.signature ?? "") : undefined;
  } catch (error) {
    // The library throws for parameters it never made: a forged proof, which is no proof.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function readProof(sent: string): Proof | undefined {
  if (sent === "" || sent.length > 4_000) return undefined;
  try {
    const proof = JSON.parse(Buffer.from(sent, "base64").toString("utf8")) as Partial<Proof> | null;
    return proof?.challenge && proof.solution ? (proof as Proof) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
