import type { Problems } from "#base/outcome.ts";
import { nameOrAddress } from "#features/roster/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice, SummaryBox } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { OpenedGuest } from "../../guests/links.ts";
import type { Answer } from "../../kinds.ts";
import { WhenAndWhere } from "../../views/when-and-where.tsx";

export interface RsvpPageProps extends OpenedGuest {
  workspace: { name: string; repliesTo: { name: string; email: string } | null };
  action: string;
  /** Whether an answer can still be given. */
  open: boolean;
  thanks: boolean;
  values: FormValues;
  problems: Problems;
}

const CHOICES: Record<Answer, string> = {
  yes: "Yes, I am coming",
  maybe: "Maybe; I will let you know",
  no: "No, I cannot come",
};

const THANKS: Record<Answer, string> = {
  yes: "Thank you. We look forward to seeing you.",
  maybe: "Thank you. Come back to this page once you know.",
  no: "Thank you for letting us know. You will hear what came of it.",
};

/** A guest's own page for a meeting: when, where, and one question. */
export function RsvpPage(props: RsvpPageProps) {
  const { guest, meeting, workspace, action, open, thanks, problems } = props;
  const keep = `rsvp-${guest.id}`;
  return (
    <div class="guest-page">
      <PageHead
        title={meeting.title}
        meta={<span>{workspace.name}</span>}
        lede={meeting.purpose || undefined}
      />
      {thanks && guest.answer && (
        <>
          <Notice tone="success" title={THANKS[guest.answer]} live>
            {guest.contact?.email && <p>A mail with all of this is on its way to you.</p>}
          </Notice>
          <TypedSent name={keep} />
        </>
      )}
      {meeting.state === "cancelled" && (
        <Notice tone="warning" title="This meeting was called off">
          {meeting.cancelWord && <p class="as-typed">{meeting.cancelWord}</p>}
        </Notice>
      )}
      <SummaryBox title="When and where">
        <WhenAndWhere meeting={meeting} />
        {meeting.state === "planned" && guest.answer !== "no" && (
          <p>
            <ButtonLink href={`${action}/calendar.ics`} look="quiet" icon="calendar" download>
              Put it in my calendar
            </ButtonLink>
          </p>
        )}
      </SummaryBox>
      <ErrorSummary problems={problems} />
      {open ? <Question {...props} keep={keep} /> : <Closed {...props} />}
      <p class="small">
        This page is for {guest.contact ? nameOrAddressless(guest.contact) : "one guest"}
        {guest.company && ` of ${guest.company.name}`} alone.{" "}
        {workspace.repliesTo?.name
          ? `Is it not you, or would somebody else come in your place? Write to ${workspace.repliesTo.name}, who sent you here.`
          : "Is it not you, or would somebody else come in your place? Write to whoever sent you here."}
      </p>
    </div>
  );
}

/** By name only: whoever this page was forwarded to learns nobody's address from it. */
function nameOrAddressless({ name }: { name: string }): string {
  return name ? nameOrAddress({ name }) : "you";
}

function Question(props: RsvpPageProps & { keep: string }) {
  const { guest, action, values, problems, keep } = props;
  return (
    <Form action={action} keep={keep}>
      <RadioGroup
        name="answer"
        label={guest.answer ? "You have answered. Would you like to change it?" : "Are you coming?"}
        problems={problems}
        value={textOf(values, "answer")}
        options={(["yes", "maybe", "no"] as const).map((answer) => ({
          value: answer,
          label: CHOICES[answer],
        }))}
      />
      <TextArea
        name="note"
        label="Anything we should know"
        hint="What you would like to talk about, what you do not eat, who comes in your place. The team reads it."
        rows={3}
        most={1_000}
        optional
        value={textOf(values, "note")}
        problems={problems}
      />
      <Button>{guest.answer ? "Change my answer" : "Send my answer"}</Button>
    </Form>
  );
}

function Closed({ guest, meeting }: RsvpPageProps) {
  if (meeting.state === "cancelled") return null;
  const said = guest.answer ? `Your answer was: ${CHOICES[guest.answer].toLowerCase()}.` : "";
  return (
    <p>
      {meeting.state === "held"
        ? "This meeting has been held."
        : "The meeting has begun, so answers cannot be changed any more. Just come, if you can."}{" "}
      {said}
    </p>
  );
}
