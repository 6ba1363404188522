import type { Problems } from "#base/outcome.ts";
import { tableTrail } from "#features/partnerships/public.ts";
import { type Contact, nameOrAddress, SIDE_WORDS, SIDES } from "#features/roster/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { Guest } from "../../guests/queries.ts";
import { ANSWER_WORDS, ANSWERS, type Answer, ROOM_ROLE_WORDS, ROOM_ROLES } from "../../kinds.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { CopyLink } from "./copy-link.tsx";
import { standWords } from "./guests-page.tsx";

export interface GuestPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  guest: Guest;
  answers: { at: Date; answer: Answer; note: string; byName: string }[];
  champions: Contact[];
  /** Absolute; null where the link opens nothing. */
  url: string | null;
  said: string | null;
  values: FormValues;
  problems: Problems;
}

export function GuestPage(props: GuestPageProps) {
  const { workspace, meeting, guest, said, problems } = props;
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, "guests", guest.id, ...rest);
  const name = guest.contact ? nameOrAddress(guest.contact) : "Somebody who is not on the roster any more";
  return (
    <>
      <PageHead
        title={name}
        trail={tableTrail(
          workspace,
          ...meetingSteps(workspace.slug, meeting, {
            href: meetingPath(workspace.slug, meeting.id, "guests"),
            label: "Guests",
          }),
        )}
        lede={[guest.contact?.title, guest.company?.name, standWords(guest)].filter(Boolean).join(" · ")}
      />
      {said && <Notice tone="success" title={said} live />}
      <ErrorSummary problems={problems} />
      <WithAside label="Link and list" aside={<Beside {...props} to={to} />}>
        <Section title="What they said">
          <Answers {...props} />
          <Form action={to("answer")}>
            <RadioGroup
              name="answer"
              label="They told somebody of the team"
              value={textOf(props.values, "answer") || (guest.answer ?? undefined)}
              problems={problems}
              options={ANSWERS.map((answer) => ({ value: answer, label: ANSWER_WORDS[answer] }))}
            />
            <TextArea
              name="note"
              label="In their words"
              rows={2}
              most={1_000}
              optional
              value={textOf(props.values, "note")}
              problems={problems}
            />
            <Button look="quiet">Write the answer down</Button>
          </Form>
        </Section>
        <Section title="At this meeting">
          <Form action={to()}>
            <RadioGroup
              name="side"
              label="Side"
              value={textOf(props.values, "side") || guest.side}
              problems={problems}
              options={SIDES.map((side) => ({ value: side, label: SIDE_WORDS[side].one }))}
            />
            <Select
              name="invitedBy"
              label="Invited by"
              optional
              blank="Nobody in particular"
              value={guest.invitedBy ?? ""}
              problems={problems}
              options={props.champions
                .filter(({ id }) => id !== guest.contact?.id)
                .map((one) => ({ value: one.id, label: nameOrAddress(one) }))}
            />
            <RadioGroup
              name="roomRole"
              label="In the room"
              value={guest.roomRole ?? ""}
              problems={problems}
              options={[
                { value: "", label: "Guest" },
                ...ROOM_ROLES.map((role) => ({
                  value: role as string,
                  label: ROOM_ROLE_WORDS[role].name,
                  hint: ROOM_ROLE_WORDS[role].does,
                })),
              ]}
            />
            <Button>Save</Button>
          </Form>
        </Section>
      </WithAside>
    </>
  );
}

function Answers({ answers, meeting }: GuestPageProps) {
  const [newest, before] = answers;
  if (!newest) return <p>No answer yet.</p>;
  return (
    <>
      {before && before.answer !== newest.answer && (
        <Notice tone="info" title="They said different things">
          <p>The newest counts: {ANSWER_WORDS[newest.answer].toLowerCase()}.</p>
        </Notice>
      )}
      <ol class="bare answers">
        {answers.map(({ at, answer, note, byName }) => (
          <li>
            <strong>{ANSWER_WORDS[answer]}</strong>
            <span class="small">
              {" "}
              <Moment at={at} zone={meeting.timeZone} />
              {byName ? `, written down by ${byName}` : ", by their link"}
            </span>
            {note && <p>“{note}”</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

function Beside({ guest, meeting, url, to }: GuestPageProps & { to: (...rest: string[]) => string }) {
  return (
    <>
      <AsideBlock title="How to reach them">
        <DefinitionList
          entries={[
            { term: "E-mail", value: guest.contact?.email ?? undefined },
            { term: "Phone", value: guest.contact?.phone || undefined },
            {
              term: "Invited",
              value: guest.invitedAt ? <Moment at={guest.invitedAt} zone={meeting.timeZone} /> : "Not yet",
            },
            {
              term: "Reminded",
              value: guest.remindedAt ? <Moment at={guest.remindedAt} zone={meeting.timeZone} /> : undefined,
            },
          ]}
        />
      </AsideBlock>
      <AsideBlock title="Their own link">
        {url ? (
          <>
            <p class="small">It answers for this one guest, without an account. Hand it to nobody else.</p>
            <CopyLink url={url} label="Link to answer by" />
          </>
        ) : (
          <p class="small">Their link opens nothing any more.</p>
        )}
        <Form action={to("link")} bare>
          <p>
            <Button look="plain">
              {url ? "Make another; this one ends" : "Ask them again, with a new link"}
            </Button>
          </p>
        </Form>
        {url && !guest.cameAt && (
          <Form action={to("withdrawal")} bare>
            <ConfirmStep question="Take them off the guest list? Their link ends. Nobody is written to.">
              <p>
                <Button look="plain">Take them off the list</Button>
              </p>
            </ConfirmStep>
          </Form>
        )}
      </AsideBlock>
    </>
  );
}
