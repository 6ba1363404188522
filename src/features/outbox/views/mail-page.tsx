import type { Mail } from "#platform/mail/mail.ts";
import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { adviceOn, maySendAgain } from "../rules.ts";
import { NoMailServer, StateBadge } from "./outbox-page.tsx";

export interface MailPageProps {
  mail: Mail;
  /** Whether its text may be shown to an editor. */
  readable: boolean;
  delivers: boolean;
  zone: string;
  /** It was put into the queue again just now. */
  again: boolean;
}

/** One mail as its recipient reads it without pictures, and what became of it. */
export function MailPage({ mail, readable, delivers, zone, again }: MailPageProps) {
  const advice = mail.lastProblem ? adviceOn(mail.lastProblem) : undefined;
  return (
    <>
      <PageHead
        title={mail.subject}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/outbox", label: "Outbox" },
        ]}
      />
      {!delivers && <NoMailServer />}
      {again && (
        <Notice tone="success" live>
          <p>It is on its way again.</p>
        </Notice>
      )}
      <WithAside
        label="About this mail"
        aside={
          <AsideBlock title="About this mail">
            <DefinitionList
              entries={[
                { term: "State", value: <StateBadge state={mail.state} /> },
                { term: "To", value: mail.to },
                { term: "Answers go to", value: mail.replyTo },
                { term: "Written", value: <Moment at={mail.createdAt} zone={zone} /> },
                { term: "Sent", value: mail.sentAt ? <Moment at={mail.sentAt} zone={zone} /> : undefined },
                { term: "Tries", value: mail.tries > 0 ? String(mail.tries) : undefined },
                {
                  term: "May have come twice",
                  value: mail.retakenAt ? "The site stopped in the very moment it was sent." : undefined,
                },
              ]}
            />
            {maySendAgain(mail.state, delivers) && (
              <Form action={`/desk/outbox/${mail.id}/sending`} bare>
                <Button icon="send" compact>
                  Send it again
                </Button>
              </Form>
            )}
          </AsideBlock>
        }
      >
        {mail.lastProblem && (
          <Notice tone={mail.state === "failed" ? "problem" : "warning"} title="What the mail server said">
            <p>{mail.lastProblem}</p>
            {advice && <p>{advice}</p>}
          </Notice>
        )}
        {readable ? (
          <p class="as-typed">{mail.text}</p>
        ) : (
          <Notice title="Only its recipient reads this one">
            <p>Whoever opens the link in it is taken for the recipient, so its text is not shown here.</p>
          </Notice>
        )}
      </WithAside>
    </>
  );
}
