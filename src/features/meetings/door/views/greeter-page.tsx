import type { Problems } from "#base/outcome.ts";
import { tableTrail } from "#features/partnerships/public.ts";
import { nameOrAddress, SIDE_WORDS } from "#features/roster/public.ts";
import type { FormValues } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { standWords } from "../../guest-list/views/guests-page.tsx";
import type { Guest, GuestCounts } from "../../guests/queries.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { ratioWords } from "../../views/count-words.ts";
import { clockWords } from "../../when.ts";
import { WalkInFields } from "./check-in-page.tsx";

export interface GreeterPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  counts: GuestCounts;
  guests: Guest[];
  q: string;
  page: number;
  more: boolean;
  open: boolean;
  /** Who was checked in last, to be taken back by one press. */
  last: Guest | null;
  values: FormValues;
  problems: Problems;
}

/** For the greeter's phone: find, one tap, undo. Who is there changes by itself; without script, with each tap. */
export function GreeterPage(props: GreeterPageProps) {
  const { workspace, meeting, counts, guests, q, page, more, open, last, problems } = props;
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  const address = (number: number) => `${to("greeter")}?${new URLSearchParams({ q, page: String(number) })}`;
  return (
    <div class="door-phone">
      <PageHead
        title="The greeter’s list"
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, meeting))}
      />
      {!open && (
        <Notice tone="info" title="It is not the day yet">
          <p>You can look at the list; checking in begins on the day of the meeting.</p>
        </Notice>
      )}
      {last?.cameAt && (
        <div class="door-last" role="status">
          <p>{last.contact ? nameOrAddress(last.contact) : "Somebody"} is here.</p>
          <Tap guest={last} to={to} q={q} />
        </div>
      )}
      <ErrorSummary problems={problems} />
      <Form action={to("greeter")} method="get" width="wide">
        <TextField name="q" label="Find" type="search" value={q} optional />
        <Button look="quiet">Find</Button>
      </Form>
      <room-live part={address(page)} watch={to("greeter", "live")}>
        <div class="room-part">
          <p class="door-count" role="status">
            <HowMany counts={counts} />
          </p>
          {guests.length === 0 ? (
            <p>{q ? "Nobody on the list is called that." : "Nobody is on the list yet."}</p>
          ) : (
            <ul class="bare door-list">
              {guests.map((guest) => (
                <li data-key={guest.id}>
                  <p class="door-who">
                    <strong>
                      {guest.contact ? nameOrAddress(guest.contact) : "Not on the roster any more"}
                    </strong>
                    <span class="door-about">
                      {guest.company && `${guest.company.name} · `}
                      {guest.cameAt
                        ? `Here since ${clockWords(guest.cameAt, meeting.timeZone)}`
                        : `${SIDE_WORDS[guest.side].one} · ${standWords(guest)}`}
                    </span>
                  </p>
                  {open && <Tap guest={guest} to={to} q={q} />}
                </li>
              ))}
            </ul>
          )}
        </div>
      </room-live>
      <Steps
        page={page}
        before={page > 1 ? address(page - 1) : undefined}
        after={more ? address(page + 1) : undefined}
        label="Guests"
      />
      {open && (
        <Fold title="Somebody who is not on the list" id="walk-in" open={Object.keys(problems).length > 0}>
          <Form action={to("greeter")}>
            <WalkInFields values={props.values} problems={problems} />
            <Button>They are here</Button>
          </Form>
        </Fold>
      )}
      <p class="no-print">
        <ButtonLink href={to("door")} look="plain">
          The code for guests’ phones
        </ButtonLink>
      </p>
    </div>
  );
}

function HowMany({ counts }: { counts: GuestCounts }) {
  const { business, public: others } = counts;
  const ratio = ratioWords(business.came, others.came);
  return (
    <span>
      {business.came + others.came} here: {business.came} business, {others.came} support partners
      {ratio && ` (${ratio})`}
    </span>
  );
}

function Tap({ guest, to, q }: { guest: Guest; to: (...rest: string[]) => string; q: string }) {
  const name = guest.contact ? nameOrAddress(guest.contact) : "guest";
  return (
    <Form action={to("guests", guest.id, guest.cameAt ? "absence" : "arrival")} bare>
      <Hidden name="q" value={q} />
      <Button look={guest.cameAt ? "plain" : "main"}>
        {guest.cameAt ? "Undo" : "Here"}
        <span class="visually-hidden">: {name}</span>
      </Button>
    </Form>
  );
}
