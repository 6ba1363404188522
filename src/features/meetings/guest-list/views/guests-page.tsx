import { tableTrail } from "#features/partnerships/public.ts";
import { type Contact, nameOrAddress, SIDE_WORDS, SIDES } from "#features/roster/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Asker } from "../../asking/queries.ts";
import { AskingList } from "../../asking/views/asking-list.tsx";
import type { Guest, GuestCounts, GuestFilter, GuestsWhich } from "../../guests/queries.ts";
import { ANSWER_WORDS, ROOM_ROLE_WORDS } from "../../kinds.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { answersWords } from "../../views/count-words.ts";
import { Sides } from "../../views/sides.tsx";
import { CopyLink } from "./copy-link.tsx";

export interface GuestsPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  counts: GuestCounts;
  guests: Guest[];
  filter: GuestFilter;
  page: number;
  more: boolean;
  champions: Contact[];
  /** By contact id. */
  names: Map<string, string>;
  asking: Asker[];
  /** Where somebody who was not invited asks; null where that is closed. */
  comeUrl: string | null;
  mayAsk: boolean;
  said: string | null;
  zone: string;
}

export const WHICH_WORDS: Record<GuestsWhich, string> = {
  open: "No answer yet",
  yes: "Comes",
  maybe: "Maybe",
  no: "Cannot come",
  came: "Came",
  missed: "Did not come",
  withdrawn: "Not asked any more",
};

export function GuestsPage(props: GuestsPageProps) {
  const { workspace, meeting, counts, guests, said } = props;
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  const listed = counts.business.asked + counts.public.asked;
  return (
    <>
      <PageHead
        title="Guests"
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, meeting))}
        lede={answersWords(counts)}
        actions={
          <>
            <ButtonLink href={to("guests", "new")}>Add guests</ButtonLink>
            {listed > 0 && (
              <ButtonLink href={to("guests.csv")} look="quiet" icon="download" download>
                As a table (CSV)
              </ButtonLink>
            )}
          </>
        }
      />
      {said && <Notice tone="success" title={said} live />}
      {props.asking.length > 0 && <AskingList {...props} />}
      {listed > 0 && <Sides counts={counts} after={meeting.state === "held"} />}
      {listed === 0 && guests.length === 0 && isAll(props.filter) ? (
        <EmptyState
          title="Nobody is on the list yet"
          icon="users"
          level={2}
          actions={<ButtonLink href={to("guests", "new")}>Add guests</ButtonLink>}
        >
          Choose people of your roster, or paste the recipients of an e-mail. Businesses first: there should
          be more of them in the room than of everybody else.
        </EmptyState>
      ) : (
        <WithSidebar side={<Filter {...props} />}>
          <List {...props} />
        </WithSidebar>
      )}
      <OpenLink {...props} />
    </>
  );
}

function isAll({ side, which, q, invitedBy }: GuestFilter): boolean {
  return !side && !which && !q && !invitedBy;
}

function Filter({ workspace, meeting, filter, champions }: GuestsPageProps) {
  const here = meetingPath(workspace.slug, meeting.id, "guests");
  const active = [filter.side, filter.which, filter.q, filter.invitedBy].filter(Boolean).length;
  return (
    <FilterPanel action={here} active={active} clear={here}>
      <TextField name="q" label="Name, company or address" type="search" value={filter.q ?? ""} />
      <Select
        name="which"
        label="Answer"
        blank="Any"
        value={filter.which ?? ""}
        options={Object.entries(WHICH_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="side"
        label="Side"
        blank="Both"
        value={filter.side ?? ""}
        options={SIDES.map((side) => ({ value: side, label: SIDE_WORDS[side].many }))}
      />
      {champions.length > 0 && (
        <Select
          name="by"
          label="Invited by"
          blank="Anybody"
          value={filter.invitedBy ?? ""}
          options={champions.map((one) => ({ value: one.id, label: nameOrAddress(one) }))}
        />
      )}
    </FilterPanel>
  );
}

function List({ workspace, meeting, guests, filter, page, more, names }: GuestsPageProps) {
  const here = meetingPath(workspace.slug, meeting.id, "guests");
  if (guests.length === 0) return <p>Nobody on the list is like that.</p>;
  const address = (to: number) => {
    const { invitedBy, ...rest } = filter;
    const set = Object.entries({ ...rest, by: invitedBy, page: String(to) }).filter(([, value]) => value);
    return `${here}?${new URLSearchParams(set as [string, string][])}`;
  };
  return (
    <>
      <DataTable
        caption="Guests by name"
        hideCaption
        stacks
        rows={guests}
        columns={[
          {
            label: "Name",
            heads: true,
            cell: (guest) => (
              <a href={`${here}/${guest.id}`}>
                {guest.contact ? nameOrAddress(guest.contact) : "Not on the roster any more"}
              </a>
            ),
          },
          {
            label: "From",
            cell: (guest) => (
              <>
                {guest.company?.name ?? "—"}
                <br />
                <span class="small">{SIDE_WORDS[guest.side].one}</span>
              </>
            ),
          },
          { label: "Invited by", cell: (guest) => (guest.invitedBy && names.get(guest.invitedBy)) || "—" },
          { label: "Answer", cell: (guest) => <Stands guest={guest} /> },
          {
            label: "In the room",
            cell: (guest) => (guest.roomRole ? ROOM_ROLE_WORDS[guest.roomRole].name : "—"),
          },
        ]}
      />
      <Steps
        page={page}
        before={page > 1 ? address(page - 1) : undefined}
        after={more ? address(page + 1) : undefined}
        label="Guests"
      />
    </>
  );
}

/** Where a guest stands, in a word or two, with what they wrote. */
export function Stands({ guest }: { guest: Guest }) {
  return (
    <>
      {standWords(guest)}
      {guest.answerNote && (
        <>
          <br />
          <span class="small">“{guest.answerNote}”</span>
        </>
      )}
    </>
  );
}

export function standWords(guest: Guest): string {
  if (guest.cameAt) return guest.state === "walked-in" ? "Walked in" : "Came";
  if (guest.state === "withdrawn") return "Not asked any more";
  if (guest.answer) return ANSWER_WORDS[guest.answer];
  return guest.invitedAt ? "Invited, no answer yet" : "To be invited";
}

/** The one link that may be passed on: whoever comes by it asks, and the team says yes or no. */
function OpenLink({ workspace, meeting, comeUrl, mayAsk }: GuestsPageProps) {
  const to = meetingPath(workspace.slug, meeting.id, "guests", "open-link");
  if (!comeUrl && !mayAsk) return null;
  return (
    <Section title="A link to pass on" id="open-link">
      {comeUrl ? (
        <>
          <p>
            Whoever opens it can ask to come, with name, organization and a confirmed address. You say yes or
            no to each. Guests’ own links are in their invitations and are not for passing on.
          </p>
          <CopyLink url={comeUrl} label="Link to ask by" />
          <Form action={`${to}/closing`} bare>
            <p>
              <Button look="quiet">Close this link</Button>
            </p>
          </Form>
        </>
      ) : (
        <>
          <p>
            A champion would like to forward something, or a newsletter should name the meeting? Open a link
            by which people who were not invited can ask whether they may come.
          </p>
          <Form action={to} bare>
            <p>
              <Button look="quiet">Open such a link</Button>
            </p>
          </Form>
        </>
      )}
    </Section>
  );
}
