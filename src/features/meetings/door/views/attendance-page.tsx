import { tableTrail } from "#features/partnerships/public.ts";
import { nameOrAddress, SIDE_WORDS } from "#features/roster/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import type { Guest, GuestCounts } from "../../guests/queries.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { cameWords } from "../../views/count-words.ts";
import { Sides } from "../../views/sides.tsx";

export interface AttendancePageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  counts: GuestCounts;
  guests: Guest[];
  page: number;
  more: boolean;
  saved: boolean;
}

/** The paper sheet, typed in: everybody by name, with a tick for each who was there. */
export function AttendancePage({
  workspace,
  meeting,
  counts,
  guests,
  page,
  more,
  saved,
}: AttendancePageProps) {
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  const address = (number: number) => `${to("attendance")}?page=${number}`;
  return (
    <>
      <PageHead
        title="Who was there"
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, meeting))}
        lede={cameWords(counts)}
        actions={
          <ButtonLink href={`${to("greeter")}#walk-in`} look="quiet">
            Add somebody who was not on the list
          </ButtonLink>
        }
      />
      {saved && <Notice tone="success" title="It is kept." live />}
      <Sides counts={counts} after />
      {guests.length === 0 ? (
        <EmptyState title="Nobody is on the list" icon="users">
          Add who was there, one by one, or put a list on the guest page first.
        </EmptyState>
      ) : (
        <Form action={to("attendance")} width="wide">
          <Hidden name="page" value={page} />
          {guests.map(({ id }) => (
            <Hidden name="shown" value={id} />
          ))}
          <fieldset class="field pick-list">
            <legend>Tick everybody who was there</legend>
            <ul class="bare">
              {guests.map((guest) => (
                <li>
                  <label class="choice">
                    <input type="checkbox" name="came" value={guest.id} checked={guest.cameAt !== null} />
                    <span>
                      {guest.contact ? nameOrAddress(guest.contact) : "Not on the roster any more"}
                      <span class="small">
                        {guest.company && `, ${guest.company.name}`} · {SIDE_WORDS[guest.side].one}
                      </span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <Button>Save</Button>
        </Form>
      )}
      <Steps
        page={page}
        before={page > 1 ? address(page - 1) : undefined}
        after={more ? address(page + 1) : undefined}
        label="Guests"
      />
    </>
  );
}
