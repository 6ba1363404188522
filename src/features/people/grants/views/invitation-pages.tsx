import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorPage } from "#ui/error-page.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FoundInvitation } from "../queries.ts";
import type { InvitationState } from "../rules.ts";

/** Opening the link changes nothing, since mail scanners open links too; the button takes the invitation up. */
export function InvitationPage({
  action,
  invitation,
  name,
}: {
  action: string;
  invitation: FoundInvitation;
  name: string;
}) {
  const { what, invitedBy, onBehalfOf } = invitation;
  return (
    <>
      <PageHead
        title="You are invited"
        lede={
          <>
            {invitedBy} invites you, {name}, to look after <b>{what}</b>.
          </>
        }
      />
      {onBehalfOf && (
        <Notice title={`You stand in for ${onBehalfOf}`}>
          <p>
            What you change carries both names: {name}, for {onBehalfOf}. Those who look after the page with
            you see it in its versions.
          </p>
        </Notice>
      )}
      <Form action={action}>
        <Buttons>
          <Button>I will look after it</Button>
          <ButtonLink href="/" look="plain">
            Not now
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}

/** For somebody who has not signed in yet. The invited address is not told: the link may have been passed on. */
export function SignInFirstPage({ invitation, signIn }: { invitation: FoundInvitation; signIn: string }) {
  return (
    <>
      <PageHead
        title="You are invited"
        lede={
          <>
            {invitation.invitedBy} invites you to look after <b>{invitation.what}</b>. Please sign in first,
            with the address that the invitation was mailed to.
          </>
        }
      />
      <p>There is no password: we mail you a link, and it leads you back here.</p>
      <Buttons>
        <ButtonLink href={signIn}>Sign in</ButtonLink>
      </Buttons>
    </>
  );
}

/** For somebody who is signed in with an address that was not invited. */
export function OtherAddressPage({ invitation, email }: { invitation: FoundInvitation; email: string }) {
  return (
    <ErrorPage title="This invitation is for another address" status={403}>
      <p>
        You are signed in as <b>{email}</b>, and {invitation.invitedBy} invited somebody at another address to
        look after {invitation.what}. Nothing was changed.
      </p>
      <p>
        If both addresses are yours, sign out, open the link again, and sign in with the one it was mailed to.
        Otherwise ask {invitation.invitedBy} to invite you at {email}.
      </p>
    </ErrorPage>
  );
}

const DEAD: Record<Exclude<InvitationState, "open"> | "unknown", { title: string; words: string }> = {
  used: {
    title: "This invitation has been used",
    words:
      "Each invitation works once. If it was you, sign in with the address it was mailed to: what you look after is in your own list.",
  },
  withdrawn: {
    title: "This invitation was withdrawn",
    words: "Whoever sent it has taken it back. Ask them, if you expected it to work.",
  },
  expired: {
    title: "This invitation has expired",
    words: "Invitations work for two weeks. Ask whoever sent it for a new one; it takes them a minute.",
  },
  unknown: {
    title: "This link does not work",
    words:
      "Part of it may have been lost on the way from your mail. Open it again from there, or ask whoever invited you for a new one.",
  },
};

export function DeadInvitationPage({ state }: { state: keyof typeof DEAD }) {
  const { title, words } = DEAD[state];
  return (
    <ErrorPage
      title={title}
      status={state === "unknown" ? 404 : 410}
      actions={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
    >
      <p>{words}</p>
    </ErrorPage>
  );
}
