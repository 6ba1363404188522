import { Button, ButtonLink } from "#ui/button.tsx";
import { ErrorPage } from "#ui/error-page.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";

/** Opening a mail's link changes nothing, since mail scanners open links too; the button signs in. */
export function ConfirmPage({ action, email }: { action: string; email: string }) {
  return (
    <>
      <PageHead
        title="One more step"
        lede={
          <>
            Press the button to sign in as <b>{email}</b>.
          </>
        }
      />
      <Form action={action} bare>
        <Button>Sign in</Button>
      </Form>
    </>
  );
}

export type DeadLink = "used" | "expired" | "unknown";

const titles: Record<DeadLink, string> = {
  used: "This link has been used already",
  expired: "This link has expired",
  unknown: "This link does not work",
};

export function DeadLinkPage({ state, signIn }: { state: DeadLink; signIn: string }) {
  return (
    <ErrorPage
      title={titles[state]}
      status={state === "unknown" ? 404 : 410}
      actions={<ButtonLink href={signIn}>Get a new link</ButtonLink>}
    >
      <p>
        {state === "unknown"
          ? "Part of it may have been lost on the way from your mail, or it is very old."
          : "Each sign-in link works once and only for a while, so that nobody else can use it later."}{" "}
        Ask for a new one: it takes a minute.
      </p>
    </ErrorPage>
  );
}

export function DeadFirstEditorPage({ state }: { state: DeadLink }) {
  return (
    <ErrorPage
      title={titles[state]}
      status={state === "unknown" ? 404 : 410}
      actions={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
    >
      <p>
        If this site has an editor already, sign in or ask that editor to invite you. If it has none, whoever
        runs it gets a new link by starting the site again.
      </p>
    </ErrorPage>
  );
}
