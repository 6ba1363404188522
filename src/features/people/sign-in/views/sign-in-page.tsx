import type { Problems } from "#base/outcome.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { PasskeySignInButton } from "./passkey-button.tsx";

export type SignInPageProps = {
  email: string;
  returnTo?: string | undefined;
  /** Whether browsers make passkeys for this site. */
  passkeys?: boolean;
  problems?: Problems;
};

export function SignInPage({ email, returnTo, passkeys, problems = {} }: SignInPageProps) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Sign in"
        lede="Tell us your e-mail address and we send you a link that signs you in. There is no password to remember."
      />
      <Form action="/sign-in">
        {returnTo && <Hidden name="return" value={returnTo} />}
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label="Your e-mail address"
          hint="If you have shared an update, use the address you gave there: you will find the update again."
          value={email}
          problems={problems}
        />
        <Buttons>
          <Button icon="mail">Send me a link</Button>
        </Buttons>
      </Form>
      {passkeys && <PasskeySignInButton returnTo={returnTo} />}
    </>
  );
}

/** The same for every address, whether we know it or not. */
export function LinkSentPage({ email, minutes, again }: { email: string; minutes: number; again: string }) {
  return (
    <>
      <PageHead
        title="Look in your mailbox"
        lede={
          <>
            A link is on its way to <b>{email}</b>. It works once, for {minutes} minutes.
          </>
        }
      />
      <Notice title="Nothing there after a few minutes?">
        <p>
          Check that the address above is right, and look among unwanted mail. You can also{" "}
          <a href={again}>ask for another link</a>.
        </p>
      </Notice>
    </>
  );
}

export function SignedInPage({ name, goOn }: { name: string; goOn: string }) {
  return (
    <>
      <PageHead title="You are signed in" lede={`You are signed in as ${name}.`} />
      <Buttons>
        <ButtonLink href={goOn}>Go on</ButtonLink>
        <ButtonLink href="/account" look="quiet">
          Your account
        </ButtonLink>
      </Buttons>
    </>
  );
}
