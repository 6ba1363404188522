import type { Problems } from "#base/outcome.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { Stage } from "../../stages.ts";
import type { Message } from "../queries.ts";
import { maySubmitterAnswer, maySubmitterEdit } from "../rules.ts";
import { SentContent, type SentContentProps } from "./sent-content.tsx";
import { StatusTimeline, type TimelineProps } from "./status-timeline.tsx";

export interface StatusPageProps extends TimelineProps, SentContentProps {
  href: string;
  /** What was just done, in words. */
  done: string | undefined;
  /** Names of drafts that the browser need not keep any longer. */
  sent: string[];
  answer: string;
  problems: Problems;
}

/** Everything the submitter can see and do, opened by their link. */
export function StatusPage(props: StatusPageProps) {
  const { submission, messages, zone, href, problems } = props;
  const { stage, title } = submission;
  return (
    <>
      {props.sent.map((name) => (
        <TypedSent name={name} />
      ))}
      <ErrorSummary problems={problems} />
      <PageHead title={title} lede="The status of your update." />
      {props.done && (
        <Notice tone="success" live>
          <p>{props.done}</p>
        </Notice>
      )}
      {stage === "changes-asked" && (
        <Notice tone="warning" title="The editors wait for you">
          <p>Answer below, or change your update: either sends it back to them.</p>
        </Notice>
      )}
      <WithAside label="What you can do" aside={<Deeds stage={stage} href={href} />}>
        <Section title="Where it stands">
          <StatusTimeline {...props} />
          <SentContent {...props} />
        </Section>
        {messages.length > 0 && (
          <Section title="What you and the editors wrote">
            <div class="stack">
              {messages.map((message) => (
                <Letter message={message} zone={zone} />
              ))}
            </div>
          </Section>
        )}
        {maySubmitterAnswer(stage) && (
          <Section
            title={stage === "changes-asked" ? "Answer the editors" : "Write to the editors"}
            id="answer"
          >
            <Form action={`${href}/answers`} keep={answerDraft(submission.id)}>
              <TextArea
                name="answer"
                label="Your message"
                value={props.answer}
                problems={problems}
                rows={7}
                most={10_000}
              />
              <div>
                <Button icon="send">Send it</Button>
              </div>
            </Form>
          </Section>
        )}
      </WithAside>
    </>
  );
}

export const answerDraft = (id: string) => `answer-${id}`;

function Letter({ message, zone }: { message: Message; zone: string }) {
  return (
    <article class="letter">
      <h3>{message.bySubmitter ? "You" : message.byName}</h3>
      <p class="quiet-text">
        <Moment at={message.at} zone={zone} />
      </p>
      <p class="as-typed">{message.text}</p>
    </article>
  );
}

const READ_ONLY: Partial<Record<Stage, string>> = {
  scheduled: "Its text and files are set for publication. If something must change, write to the editors.",
  published:
    "It is on the site now, so only an editor can change it. Write to them if something must change.",
  unpublished: "It was on the site, so only an editor can change it. Write to them if something must change.",
  declined: "It was declined, so it can no longer be changed. You can still write to the editors.",
  withdrawn: "You have taken it back, so nothing can be changed any more. You are welcome to share it anew.",
};

function Deeds({ stage, href }: { stage: Stage; href: string }) {
  return (
    <AsideBlock title="Your update">
      <div class="stack">
        {maySubmitterEdit(stage) ? (
          <>
            <p>You can change its text and files until an editor has decided.</p>
            <ButtonLink href={`${href}/edit`} look="quiet" icon="pencil">
              Change it
            </ButtonLink>
          </>
        ) : (
          <p>{READ_ONLY[stage]}</p>
        )}
        {stage === "withdrawn" ? (
          <a href="/share">Share another update</a>
        ) : (
          <p>
            <a href={`${href}/withdrawal`}>Take it back</a>
          </p>
        )}
      </div>
    </AsideBlock>
  );
}
