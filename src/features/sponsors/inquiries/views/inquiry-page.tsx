import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { inquiryById } from "../queries.ts";
import { mayClose } from "../rules.ts";

const STATE_WORDS = { new: "New", answered: "Answered", closed: "Closed" };

export interface InquiryPageProps {
  inquiry: NonNullable<Awaited<ReturnType<typeof inquiryById>>>;
  zone: string;
  me: string;
  values: FormValues;
  problems: Problems;
}

/** One inquiry on the desk: what was asked, what was answered, and the next answer. */
export function InquiryPage({ inquiry, zone, me, values, problems }: InquiryPageProps) {
  const mine = inquiry.inHand?.personId === me;
  const path = `/desk/inquiries/${inquiry.id}`;
  return (
    <>
      <PageHead
        title={`${inquiry.organization} asks about sponsoring`}
        trail={[{ href: "/desk", label: "Desk" }]}
      />
      <WithAside
        label="About this inquiry"
        aside={
          <AsideBlock title="About this inquiry">
            <DefinitionList
              entries={[
                { term: "State", value: STATE_WORDS[inquiry.state] },
                { term: "From", value: `${inquiry.name}, ${inquiry.organization}` },
                { term: "E-mail", value: inquiry.email },
                { term: "About", value: inquiry.opportunity ?? "Not sure yet" },
                { term: "Received", value: <Moment at={inquiry.receivedAt} zone={zone} /> },
                { term: "In hand", value: inquiry.inHand ? inquiry.inHand.name : "Nobody yet" },
              ]}
            />
            <Form action={`${path}/${mine ? "release" : "hold"}`} bare>
              {!mine && <Hidden name="from" value={inquiry.inHand?.personId ?? ""} />}
              <Button look="quiet" compact>
                {mine
                  ? "Hand it back"
                  : inquiry.inHand
                    ? `Take it over from ${inquiry.inHand.name}`
                    : "Take it in hand"}
              </Button>
            </Form>
            {mayClose(inquiry.state) && (
              <Form action={`${path}/closure`} bare>
                <Hidden name="version" value={inquiry.version} />
                <Button look="quiet" compact>
                  Close without an answer
                </Button>
              </Form>
            )}
          </AsideBlock>
        }
      >
        {inquiry.doubt && (
          <Notice tone="warning" title="Held for a second look">
            <p>{inquiry.doubt}</p>
          </Notice>
        )}
        {inquiry.inHand && !mine && (
          <Notice tone="info">
            <p>{inquiry.inHand.name} has this in hand. You can still answer.</p>
          </Notice>
        )}
        <Section title="The question">
          <p class="as-typed">{inquiry.message}</p>
        </Section>
        {inquiry.answers.map((answer) => (
          <Section title={`Answer by ${answer.by_name}`}>
            <p class="quiet-text">
              <Moment at={answer.at} zone={zone} />
            </p>
            <p class="as-typed">{answer.text}</p>
          </Section>
        ))}
        <Section title={inquiry.answers.length > 0 ? "Write again" : "Answer"}>
          <ErrorSummary problems={problems} />
          <Form action={`${path}/answers`} keep={`inquiry-${inquiry.id}`} guard>
            <Hidden name="version" value={textOf(values, "version") || inquiry.version} />
            <TextArea
              name="answer"
              value={textOf(values, "answer")}
              problems={problems}
              label="Your answer"
              hint={`It goes to ${inquiry.email} at once and stays here for the other editors.`}
              rows={10}
              most={10_000}
            />
            <Button>Send the answer</Button>
          </Form>
        </Section>
      </WithAside>
    </>
  );
}
