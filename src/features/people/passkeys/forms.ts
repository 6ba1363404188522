import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { line } from "#base/fields.ts";

const LONGEST_ANSWER = 20_000;
const base64url = z.string().regex(/^[\w-]+$/);

/** What the browser's script puts into the form, as JSON; the library looks at the rest of it. */
function answer<T>(response: z.ZodObject) {
  const schema = z.object({
    id: base64url.max(1_500),
    rawId: base64url.max(1_500),
    type: z.literal("public-key"),
    response: response.loose(),
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
    authenticatorAttachment: z.string().optional(),
  });
  return z
    .string({ error: NOTHING })
    .max(LONGEST_ANSWER, NOTHING)
    .transform((text, ctx) => {
      const read = schema.safeParse(jsonOf(text));
      if (read.success) return read.data as unknown as T;
      ctx.addIssue(NOTHING);
      return z.NEVER;
    });
}

const NOTHING = "Your browser handed over no passkey. Please try again.";

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const AddPasskeyForm = z.object({
  passkeyName: line("A name for this passkey", { max: 80 }),
  response: answer<RegistrationResponseJSON>(
    z.object({ clientDataJSON: base64url, attestationObject: base64url }),
  ),
});

export const SignInByPasskeyForm = z.object({
  response: answer<AuthenticationResponseJSON>(
    z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
  ),
});
