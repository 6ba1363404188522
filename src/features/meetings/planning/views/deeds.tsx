import { Button, ButtonLink } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { GuestCounts } from "../../guests/queries.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { mayCancel, mayEnd, mayOpen } from "../../rules.ts";

interface DeedsProps {
  workspace: { slug: string };
  meeting: Meeting;
  counts: GuestCounts;
  now: Date;
}

/** What may follow from the state it is in: open, end, take up again, call off. */
export function Deeds({ workspace, meeting, counts, now }: DeedsProps) {
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  const awaited = counts.business.yes + counts.public.yes + counts.business.maybe + counts.public.maybe;
  return (
    <>
      {mayOpen(meeting, now) && (
        <Form action={to("opening")} bare>
          <p>
            <Button>Open the meeting</Button>
          </p>
        </Form>
      )}
      {mayEnd(meeting, now) && (
        <Form action={to("ending")} bare>
          <ConfirmStep question="Has the meeting ended? Who came is counted then; you can still put it right afterwards.">
            <p>
              <Button look={meeting.state === "under-way" ? "main" : "quiet"}>End the meeting</Button>
            </p>
          </ConfirmStep>
        </Form>
      )}
      {meeting.state === "held" && !meeting.notesPublishedAt && (
        <>
          <p>
            <ButtonLink href={to("notes")}>Write the notes</ButtonLink>
          </p>
          <Form action={to("reopening")} bare>
            <p>
              <Button look="plain">It has not ended: take it up again</Button>
            </p>
          </Form>
        </>
      )}
      {mayCancel(meeting) && (
        <Fold title="Call the meeting off">
          <Form action={to("cancellation")}>
            <TextArea
              name="word"
              label="Why"
              rows={3}
              most={600}
              optional
              hint={
                awaited > 0
                  ? `The ${awaited === 1 ? "one guest" : `${awaited} guests`} who said yes or maybe get a mail with these words, once.`
                  : "Nobody has said yes yet, so nobody gets a mail."
              }
            />
            <Button look="danger">Call it off</Button>
          </Form>
        </Fold>
      )}
      {!mayOpen(meeting, now) && meeting.state === "planned" && !mayEnd(meeting, now) && (
        <p class="small">You can open it on the day.</p>
      )}
    </>
  );
}
