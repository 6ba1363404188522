import { renderMarkdown } from "#base/markdown/render.ts";
import type { Problems } from "#base/outcome.ts";
import { tableTrail } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Day, Moment } from "#ui/dates.tsx";
import { ConfirmStep, TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice, SummaryBox } from "#ui/notice.tsx";
import { Prose } from "#ui/prose.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { whenWords } from "../../when.ts";

export interface NotesPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  /** How many who came would get the link now, and how many came whom nobody can write to. */
  waiting: number;
  unreachable: number;
  values: FormValues;
  problems: Problems;
  stale: boolean;
  said: string | null;
}

const keepName = (id: string, version: number) => `notes-${id}-${version}`;

export function NotesPage(props: NotesPageProps) {
  const { workspace, meeting, values, problems, stale, said } = props;
  return (
    <>
      <PageHead
        title="Notes"
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, meeting))}
        lede={
          meeting.notesPromisedOn && !meeting.notesPublishedAt ? (
            <>
              Promised for <Day iso={meeting.notesPromisedOn} />.
            </>
          ) : (
            "What was said, in the words it was said in. Short is kind."
          )
        }
      />
      {said && (
        <>
          <Notice tone="success" title={said} live />
          <TypedSent name={keepName(meeting.id, meeting.version - 1)} />
        </>
      )}
      <ErrorSummary problems={problems} />
      {stale && (
        <StaleNotice fields={[{ label: "Notes", theirs: meeting.notes, yours: textOf(values, "notes") }]} />
      )}
      <Form
        action={meetingPath(workspace.slug, meeting.id, "notes")}
        width="wide"
        keep={keepName(meeting.id, meeting.version)}
        guard
      >
        <Hidden name="version" value={textOf(values, "version")} />
        <rich-text>
          <TextArea
            name="notes"
            label="The notes"
            hint="A blank line starts a new paragraph, ## a heading, - a list."
            rows={22}
            most={40_000}
            optional
            value={textOf(values, "notes")}
            problems={problems}
          />
        </rich-text>
        <Button>Save</Button>
      </Form>
      <Sending {...props} />
    </>
  );
}

function Sending({ workspace, meeting, waiting, unreachable }: NotesPageProps) {
  const to = meetingPath(workspace.slug, meeting.id, "notes", "publication");
  const some = waiting === 1 ? "one person" : `${waiting} people`;
  return (
    <SummaryBox title="To those who came">
      {meeting.notesPublishedAt && (
        <p>
          Sent on <Moment at={meeting.notesPublishedAt} zone={meeting.timeZone} />. What you change here shows
          under the same links.
        </p>
      )}
      {unreachable > 0 && (
        <p>
          {unreachable === 1 ? "One who came has" : `${unreachable} who came have`} no e-mail address on your
          roster, so nobody can write to them.
        </p>
      )}
      {meeting.state !== "held" ? (
        <p>Once the meeting has ended, the notes go from here to everyone who came.</p>
      ) : meeting.notes.trim() === "" ? (
        <p>Save the notes first; then they can be sent.</p>
      ) : waiting > 0 ? (
        <Form action={to} bare>
          <p>
            {meeting.notesPublishedAt
              ? `${waiting === 1 ? "One more came" : `${waiting} more came`} who ${waiting === 1 ? "has" : "have"} not got them.`
              : `${some} came and can be written to. Each gets a link of their own.`}
          </p>
          <ConfirmStep question={`Send the link to the notes to ${some} now?`}>
            <Button>Send the notes to {some}</Button>
          </ConfirmStep>
        </Form>
      ) : (
        !meeting.notesPublishedAt && <p>Nobody who came can be written to yet.</p>
      )}
    </SummaryBox>
  );
}

export function GuestNotesPage({ partnership, meeting }: { partnership: string; meeting: Meeting }) {
  return (
    <>
      <PageHead
        title={`Notes: ${meeting.title}`}
        meta={<span>{partnership}</span>}
        lede={[whenWords(meeting), meeting.place].filter(Boolean).join(" · ")}
      />
      <Prose html={renderMarkdown(meeting.notes)} />
    </>
  );
}
