import type { Problems } from "#base/outcome.ts";
import { SIDES } from "#features/roster/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { SIDE_CHOICES } from "../../asking/views/come-page.tsx";
import type { Guest } from "../../guests/queries.ts";
import type { Meeting } from "../../queries.ts";
import { hoursWords, whenWords } from "../../when.ts";

export interface CheckInPageProps {
  partnership: string;
  meeting: Meeting;
  action: string;
  /** What was typed; empty before. */
  q: string;
  found: Guest[];
  /** Why nobody is shown, where that is so. */
  trouble: "too-many" | "too-short" | "nobody" | null;
}

/** For a thumb at the door: type the name, press it, go in. */
export function CheckInPage({ partnership, meeting, action, q, found, trouble }: CheckInPageProps) {
  return (
    <div class="door-phone">
      <PageHead title={meeting.title} meta={<span>{partnership}</span>} lede={hoursWords(meeting)} />
      <Form action={action} method="get" width="wide">
        <TextField
          name="q"
          label="Your name"
          hint="First or last name as you write it, or your e-mail address."
          value={q}
          autocomplete="name"
        />
        <Button look={found.length > 0 ? "quiet" : "main"}>Find me</Button>
      </Form>
      {found.length > 0 && (
        <Section title={found.length === 1 ? "Is this you?" : "Which one are you?"}>
          <ul class="bare door-found">
            {found.map((guest) => (
              <li>
                <Form action={`${action}/here`} bare>
                  <Hidden name="guest" value={guest.id} />
                  <Button>
                    {guest.contact?.name}
                    {guest.company && <span class="door-company">{guest.company.name}</span>}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {trouble && <Trouble trouble={trouble} />}
      {(q !== "" || found.length > 0) && (
        <p>
          <ButtonLink
            href={`${action}/new?${new URLSearchParams({ name: q })}`}
            look={found.length > 0 ? "plain" : "main"}
          >
            I am not on the list
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

const TROUBLE = {
  "too-many": "Several people are called that. Type your first and last name.",
  "too-short": "That is too short to find you by. Type your first or last name.",
  nobody:
    "Nobody of that name is on the list. Try your last name or your address, or say below that you are here anyway. You are welcome.",
};

function Trouble({ trouble }: { trouble: keyof typeof TROUBLE }) {
  return (
    <Notice tone="info" live>
      <p>{TROUBLE[trouble]}</p>
    </Notice>
  );
}

export function DoorClosedPage({ partnership, meeting }: { partnership: string; meeting: Meeting }) {
  return (
    <PageHead
      title={meeting.title}
      meta={<span>{partnership}</span>}
      lede={
        meeting.state === "cancelled"
          ? "This meeting was called off."
          : meeting.state === "held"
            ? "This meeting is over. Were you there, and are not on the list? Tell whoever invited you."
            : `The door opens on the day: ${whenWords(meeting)}.`
      }
    />
  );
}

export interface WalkInPageProps {
  partnership: string;
  meeting: Meeting;
  action: string;
  back: string;
  values: FormValues;
  problems: Problems;
}

export function WalkInPage({ partnership, meeting, action, back, values, problems }: WalkInPageProps) {
  return (
    <div class="door-phone">
      <PageHead
        title="Who are you?"
        meta={<span>{partnership}</span>}
        lede={`You are welcome at “${meeting.title}”. Two lines, and you are in.`}
      />
      <ErrorSummary problems={problems} />
      {/* Nothing is kept in the browser: the next one at this tablet is somebody else. */}
      <Form action={action}>
        <WalkInFields values={values} problems={problems} own />
        <Button>I am here</Button>
      </Form>
      <p>
        <a href={back}>I am on the list after all</a>
      </p>
    </div>
  );
}

/** @param props.own typed by the person themselves */
export function WalkInFields(props: { values: FormValues; problems: Problems; own?: boolean }) {
  const { values, problems, own } = props;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <TextField
        {...field("name")}
        label={own ? "Your name" : "Name"}
        {...(own ? { autocomplete: "name" } : {})}
      />
      <TextField
        {...field("company")}
        label={own ? "Your company or organization" : "Company or organization"}
        {...(own ? { autocomplete: "organization" } : {})}
      />
      <RadioGroup
        {...field("side")}
        label={own ? "Where are you from?" : "Where are they from?"}
        options={SIDES.map((side) => ({ value: side, label: SIDE_CHOICES[side] }))}
      />
      <TextField
        {...field("email")}
        label={own ? "Your e-mail address" : "E-mail address"}
        type="email"
        optional
        hint="For the notes and the thanks. The team alone sees it."
        {...(own ? { autocomplete: "email" } : {})}
      />
    </>
  );
}

export function WelcomePage(props: {
  partnership: string;
  meeting: Meeting;
  guest: Guest;
  /** Into the meeting's room on this phone, where there is one. */
  room: string | null;
}) {
  const { partnership, meeting, guest, room } = props;
  return (
    <div class="door-phone">
      <PageHead
        title={guest.contact?.name ? `Welcome, ${guest.contact.name}` : "Welcome"}
        meta={<span>{partnership}</span>}
        lede={
          guest.side === "business"
            ? "You are checked in. Your place is at the inner table."
            : "You are checked in. Your place is in the circle around the table: we listen first today."
        }
      />
      {guest.isFirst && <p>It is good that you are here for the first time.</p>}
      {room ? (
        <>
          <p>Opportunities, votes and sign-ups happen on this phone, too.</p>
          <p>
            <ButtonLink href={room}>Go into the room</ButtonLink>
          </p>
        </>
      ) : (
        <p>“{meeting.title}” begins soon. You can put this phone away.</p>
      )}
    </div>
  );
}
