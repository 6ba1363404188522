import { z } from "zod";
import { type LocalPath, localPath } from "#base/brands.ts";
import { emailAddress } from "#base/fields.ts";
import { personName } from "../forms.ts";

/** Where to go after signing in; never back to a page of signing in, and never to another site. */
export function returnPath(text: string | undefined): LocalPath | undefined {
  const path = localPath(text ?? "");
  return path?.startsWith("/sign-in") ? undefined : path;
}

export const SignInForm = z.object({
  email: emailAddress("Your e-mail address"),
  return: z.string().max(2000).optional().catch(undefined).transform(returnPath),
});

export const FirstEditorForm = z.object({ name: personName, email: emailAddress("Your e-mail address") });
