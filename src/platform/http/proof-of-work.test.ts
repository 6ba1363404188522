import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, test } from "vitest";
import { sealer } from "../secrets.ts";
import { checkProof, newChallenge } from "./proof-of-work.ts";

const seal = sealer("a secret of the house, for this test");

async function solved() {
  const challenge = await newChallenge(seal, new Date());
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, sent: (as: Challenge) => written({ challenge: as, solution }) };
}

const written = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString("base64");

test("a solved sum is taken, and has one mark however it is written", async () => {
  const { challenge, sent } = await solved();
  const mark = await checkProof(seal, sent(challenge));
  expect(mark).toBeTypeOf("string");
  expect(await checkProof(seal, sent({ ...challenge, again: 1 } as Challenge))).toBe(mark);
  const turned = Object.fromEntries(Object.entries(challenge.parameters).reverse());
  expect(await checkProof(seal, sent({ ...challenge, parameters: turned } as Challenge))).toBe(mark);
});

test("a sum that another house set, or that nobody set, is no proof", async () => {
  const { challenge, sent } = await solved();
  expect(await checkProof(sealer("another house's secret, of its own"), sent(challenge))).toBeUndefined();
  expect(await checkProof(seal, written({ challenge: {}, solution: {} }))).toBeUndefined();
  expect(await checkProof(seal, "no base64 of anything")).toBeUndefined();
});
