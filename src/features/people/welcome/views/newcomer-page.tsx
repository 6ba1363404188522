import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { ShownPerson } from "../../profiles/showing.ts";
import { ProfileView } from "../../profiles/views/profile-view.tsx";
import type { Newcomer } from "../queries.ts";
import { lastDay } from "../sources.ts";

export interface NewcomerPageProps {
  newcomer: Newcomer;
  /** What they show to members, if they are listed for them. */
  person: ShownPerson | undefined;
  me: string;
  zone: string;
  values: FormValues;
  problems: Problems;
}

/** One newcomer on the desk: who they are, and a greeting to send. */
export function NewcomerPage(props: NewcomerPageProps) {
  const { newcomer, person, zone, problems } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={`Say hello to ${newcomer.name}`} trail={[{ href: "/desk", label: "Desk" }]} />
      <WithAside label="About this newcomer" aside={<About {...props} />}>
        {newcomer.greeted ? (
          <Notice tone="success" title={`Greeted by ${newcomer.greeted.by}`}>
            <p>
              <Moment at={newcomer.greeted.at} zone={zone} />
            </p>
            {newcomer.greeted.note && <p class="as-typed">{newcomer.greeted.note}</p>}
          </Notice>
        ) : (
          <Greeting {...props} />
        )}
        {person && (
          <Section title="What they tell members">
            <ProfileView person={person} />
          </Section>
        )}
      </WithAside>
    </>
  );
}

function About({ newcomer, me, zone }: NewcomerPageProps) {
  const path = `/desk/newcomers/${newcomer.id}`;
  const mine = newcomer.inHand?.personId === me;
  return (
    <AsideBlock title="About this newcomer">
      <DefinitionList
        entries={[
          { term: "E-mail", value: newcomer.email ?? "None" },
          { term: "Came", value: <Moment at={newcomer.joinedAt} zone={zone} /> },
          { term: "Greet by", value: newcomer.greeted ? undefined : lastDay(newcomer.joinedAt) },
          {
            term: "In hand",
            value: newcomer.greeted ? undefined : newcomer.inHand ? newcomer.inHand.name : "Nobody yet",
          },
        ]}
      />
      {!newcomer.greeted && (
        <Form action={`${path}/${mine ? "release" : "hold"}`} bare>
          {!mine && <Hidden name="from" value={newcomer.inHand?.personId ?? ""} />}
          <Button look="quiet" compact>
            {mine
              ? "Hand them back"
              : newcomer.inHand
                ? `Take them over from ${newcomer.inHand.name}`
                : "Take them in hand"}
          </Button>
        </Form>
      )}
    </AsideBlock>
  );
}

function Greeting({ newcomer, me, values, problems }: NewcomerPageProps) {
  const path = `/desk/newcomers/${newcomer.id}`;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const other = newcomer.inHand && newcomer.inHand.personId !== me ? newcomer.inHand.name : undefined;
  return (
    <>
      {other && (
        <Notice>
          <p>{other} has this newcomer in hand. You can still write.</p>
        </Notice>
      )}
      <Section title="Your greeting">
        <Form action={`${path}/greeting`} keep={`greeting-${newcomer.id}`} guard>
          <TextField {...field("subject")} label="Subject" />
          <TextArea
            {...field("greeting")}
            label="Your greeting"
            hint={`It goes to ${newcomer.email} in your name, and an answer comes to your own address. Make it yours: a sentence about them is worth more than all of this.`}
            rows={14}
            most={5_000}
          />
          <Buttons>
            <Button icon="send">Send it</Button>
          </Buttons>
        </Form>
      </Section>
      <Fold title="You have greeted them already, in another way" open={problems.note !== undefined}>
        <Form action={`${path}/greeted`}>
          <TextArea
            {...field("note")}
            label="A note for the other editors"
            optional
            hint="Where you met, what they asked for. They never see it here, but it is part of what the site holds about them."
            rows={3}
            most={1_000}
          />
          <Buttons>
            <Button look="quiet">Mark as greeted</Button>
          </Buttons>
        </Form>
      </Fold>
    </>
  );
}
