import type { Problems } from "#base/outcome.ts";
import { tableTrail } from "#features/partnerships/public.ts";
import {
  type Contact,
  type ContactFilter,
  nameOrAddress,
  SIDE_WORDS,
  SIDES,
  STANDING_WORDS,
} from "#features/roster/public.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section, WithSidebar } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";

export interface AddPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  filter: ContactFilter;
  /** One page of the roster, and which of them are guests already. */
  contacts: Contact[];
  listed: Set<string>;
  page: number;
  more: boolean;
  champions: Contact[];
  values: FormValues;
  problems: Problems;
}

export function AddPage(props: AddPageProps) {
  const { workspace, meeting, problems } = props;
  return (
    <>
      <PageHead
        title="Add guests"
        trail={tableTrail(
          workspace,
          ...meetingSteps(workspace.slug, meeting, {
            href: meetingPath(workspace.slug, meeting.id, "guests"),
            label: "Guests",
          }),
        )}
        lede="Nobody is written to yet: invitations go out when you say so."
      />
      <ErrorSummary problems={problems} />
      <Section title="From your roster">
        <WithSidebar side={<Filter {...props} />}>
          <Pick {...props} />
        </WithSidebar>
      </Section>
      <Section title="Paste a list" id="paste">
        <Paste {...props} />
      </Section>
    </>
  );
}

function Filter({ workspace, meeting, filter }: AddPageProps) {
  const here = meetingPath(workspace.slug, meeting.id, "guests", "new");
  const active = [filter.side, filter.standing, filter.segment, filter.q, filter.champions].filter(
    Boolean,
  ).length;
  return (
    <FilterPanel action={here} active={active} clear={here}>
      <TextField name="q" label="Name, company or address" type="search" value={filter.q ?? ""} />
      <Select
        name="side"
        label="Side"
        blank="Both"
        value={filter.side ?? ""}
        options={SIDES.map((side) => ({ value: side, label: SIDE_WORDS[side].many }))}
      />
      <Select
        name="standing"
        label="Standing"
        blank="Any"
        value={filter.standing ?? ""}
        options={Object.entries(STANDING_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="segment" label="Segment" value={filter.segment ?? ""} />
      <Checkbox name="champions" label="Champions only" checked={filter.champions === true} />
    </FilterPanel>
  );
}

function Pick(props: AddPageProps) {
  const { workspace, meeting, contacts, listed, filter, page, more, values } = props;
  const here = meetingPath(workspace.slug, meeting.id, "guests", "new");
  if (contacts.length === 0)
    return (
      <EmptyState title="Nobody on the roster is like that" icon="users" level={3}>
        Widen the filter, or paste a list below: who is on it goes on the roster, too.
      </EmptyState>
    );
  // Whoever narrowed the roster down means those who are left; the roster as a whole is nobody's guest list.
  const narrowed = queryOf(filter).size > 0;
  const free = contacts.filter(({ id }) => !listed.has(id));
  const chosen = listOf(values, "contacts");
  const address = (to: number) => `${here}?${queryOf(filter, { page: String(to) })}`;
  return (
    <>
      <Form action={meetingPath(workspace.slug, meeting.id, "guests")} width="wide">
        <Hidden name="back" value={queryOf(filter, { page: String(page) }).toString()} />
        <fieldset class="field pick-list">
          <legend>Who is asked</legend>
          <ul class="bare">
            {contacts.map((contact) => (
              <li>
                {listed.has(contact.id) ? (
                  <p class="pick-there">
                    <PickWords contact={contact} /> <span class="small">On the list already</span>
                  </p>
                ) : (
                  <label class="choice">
                    <input
                      type="checkbox"
                      name="contacts"
                      value={contact.id}
                      checked={chosen.includes(contact.id) || (chosen.length === 0 && narrowed)}
                    />
                    <PickWords contact={contact} />
                  </label>
                )}
              </li>
            ))}
          </ul>
        </fieldset>
        {free.length > 0 && (
          <>
            <InvitedBy {...props} />
            <Button>Add those who are ticked</Button>
          </>
        )}
      </Form>
      <Steps
        page={page}
        before={page > 1 ? address(page - 1) : undefined}
        after={more ? address(page + 1) : undefined}
        label="Roster"
      />
    </>
  );
}

function PickWords({ contact }: { contact: Contact }) {
  return (
    <span>
      {nameOrAddress(contact)}
      {contact.company && <span class="small">, {contact.company.name}</span>}
      <span class="small"> · {STANDING_WORDS[contact.standing]}</span>
    </span>
  );
}

function InvitedBy({ champions, values, problems }: AddPageProps) {
  if (champions.length === 0) return null;
  return (
    <Select
      name="invitedBy"
      label="Invited by"
      optional
      blank="Nobody in particular"
      hint="The champion in whose name they are asked, and on whose call sheet they stand."
      value={textOf(values, "invitedBy")}
      problems={problems}
      options={champions.map((one) => ({ value: one.id, label: nameOrAddress(one) }))}
    />
  );
}

function Paste({ workspace, meeting, champions, values, problems }: AddPageProps) {
  return (
    <Form action={meetingPath(workspace.slug, meeting.id, "guests", "pasted")}>
      <TextArea
        name="text"
        label="People"
        rows={6}
        value={textOf(values, "text")}
        problems={problems}
        hint="The recipients of an e-mail, cells of a spreadsheet, or one a line: Ann Lee, Lee Milling, ann@lee.example. Who is not on your roster yet goes on it."
      />
      <RadioGroup
        name="side"
        label="On which side do they sit?"
        value={textOf(values, "side")}
        problems={problems}
        options={SIDES.map((side) => ({ value: side, label: SIDE_WORDS[side].one }))}
      />
      {champions.length > 0 && (
        <Select
          name="by"
          label="Invited by"
          optional
          blank="Nobody in particular"
          value={textOf(values, "by")}
          options={champions.map((one) => ({ value: one.id, label: nameOrAddress(one) }))}
        />
      )}
      <Button look="quiet">Add them</Button>
    </Form>
  );
}

/** The filter as an address carries it. */
export function queryOf(filter: ContactFilter, more: Record<string, string> = {}): URLSearchParams {
  const { side, standing, segment, q, champions } = filter;
  const set = Object.entries({
    side,
    standing,
    segment,
    q,
    champions: champions ? "yes" : undefined,
    ...more,
  }).filter(([, value]) => value);
  return new URLSearchParams(set as [string, string][]);
}
