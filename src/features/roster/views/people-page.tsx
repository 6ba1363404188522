import { tablePath, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Checkbox, Select } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { PageHead, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { filtersInUse, queryOf } from "../filter.ts";
import { nameOrAddress } from "../names.ts";
import { companiesPath, contactPath, peoplePath } from "../paths.ts";
import type { Contact, ContactFilter, standingCounts } from "../queries.ts";
import { SIDE_WORDS, SIDES, STANDING_WORDS, STANDINGS } from "../standings.ts";
import { StandingBadge } from "./standing-badge.tsx";
import { WayLine } from "./way-line.tsx";

export interface PeoplePageProps {
  workspace: Workspace;
  filter: ContactFilter;
  people: Contact[];
  page: number;
  more: boolean;
  counts: Awaited<ReturnType<typeof standingCounts>>;
  segments: string[];
  done: string | undefined;
  /** How many a list brought. */
  added: number;
}

/** Everybody a partnership works with or wants to, with how far each has come. */
export function PeoplePage(props: PeoplePageProps) {
  const { workspace, filter, people, page, more, counts, done } = props;
  const { slug } = workspace;
  const address = (number: number) => `${peoplePath(slug)}${queryOf(filter, number)}`;
  const all = counts.reduce((sum, one) => sum + one.people, 0);
  return (
    <>
      <PageHead
        title="People"
        trail={tableTrail(workspace)}
        lede="Who is at the table, who could be, and who knows them. Only your team sees this."
        actions={
          <>
            <ButtonLink href={peoplePath(slug, "new")} icon="plus">
              Add somebody
            </ButtonLink>
            <ButtonLink href={peoplePath(slug, "import")} look="quiet" icon="upload">
              Bring a list
            </ButtonLink>
          </>
        }
      />
      {done === "removed" && <Notice tone="success" title="Taken off the roster" live />}
      {done === "brought" && (
        <Notice tone="success" title="The list is on the roster" live>
          <p>{props.added === 1 ? "One person is new." : `${props.added} people are new.`}</p>
        </Notice>
      )}
      {all === 0 ? (
        <NobodyYet slug={slug} />
      ) : (
        <>
          <WayLine counts={counts} href={(standing) => `${peoplePath(slug)}${queryOf({ standing })}`} />
          <WithSidebar side={<Filters {...props} />}>
            {people.length === 0 ? (
              <EmptyState
                title={page > 1 ? "The list ends before this page" : "Nobody fits all of that"}
                icon="users"
                actions={<ButtonLink href={peoplePath(slug)}>See everybody</ButtonLink>}
              >
                Take one of the filters away, or look for part of a name.
              </EmptyState>
            ) : (
              <People slug={slug} people={people} />
            )}
            <Steps
              page={page}
              before={page > 1 ? address(page - 1) : undefined}
              after={more ? address(page + 1) : undefined}
              label="People"
            />
            <Buttons>
              <ButtonLink href={companiesPath(slug)} look="quiet" icon="building-2">
                Companies
              </ButtonLink>
              <ButtonLink
                href={`${tablePath(slug, "people.csv")}${queryOf(filter)}`}
                look="plain"
                icon="download"
              >
                Save this list (CSV)
              </ButtonLink>
            </Buttons>
          </WithSidebar>
        </>
      )}
    </>
  );
}

function NobodyYet({ slug }: { slug: string }) {
  return (
    <EmptyState
      title="The table is set, and nobody is at it yet"
      icon="users"
      actions={
        <>
          <ButtonLink href={peoplePath(slug, "import")}>Bring a list</ButtonLink>
          <ButtonLink href={peoplePath(slug, "new")} look="quiet">
            Add the first by hand
          </ButtonLink>
        </>
      }
    >
      Begin with two to six leaders of the industry who would lend their name, and note who knows them. Paste
      the recipients of an e-mail or a table from a spreadsheet; nobody is written to by being here.
    </EmptyState>
  );
}

function People({ slug, people }: { slug: string; people: Contact[] }) {
  return (
    <DataTable
      caption="People on the roster"
      hideCaption
      stacks
      rows={people}
      columns={[
        {
          label: "Name",
          heads: true,
          cell: (one) => (
            <>
              <a href={contactPath(slug, one.id)}>{nameOrAddress(one)}</a>
              {one.isChampion && (
                <span class="name-mark">
                  <Badge tone="strong">Champion</Badge>
                </span>
              )}
            </>
          ),
        },
        {
          label: "Company",
          cell: (one) => [one.title, one.company?.name].filter(Boolean).join(", ") || "Not told",
        },
        { label: "Side", cell: (one) => SIDE_WORDS[one.side].one },
        { label: "How far", cell: (one) => <StandingBadge standing={one.standing} /> },
      ]}
    />
  );
}

function Filters({ workspace, filter, people, segments }: PeoplePageProps) {
  const active = filtersInUse(filter);
  const path = peoplePath(workspace.slug);
  return (
    <FilterPanel action={path} active={active} clear={path} open={people.length === 0 && active > 0}>
      <TextField name="q" type="search" label="Name, company or address" optional value={filter.q ?? ""} />
      <Select
        name="standing"
        label="How far"
        optional
        blank="All"
        value={filter.standing ?? ""}
        options={STANDINGS.map((value) => ({ value, label: STANDING_WORDS[value] }))}
      />
      <Select
        name="side"
        label="Side"
        optional
        blank="Both"
        value={filter.side ?? ""}
        options={SIDES.map((value) => ({ value, label: SIDE_WORDS[value].many }))}
      />
      {segments.length > 0 && (
        <Select
          name="segment"
          label="Segment"
          optional
          blank="All"
          value={filter.segment ?? ""}
          options={segments.map((value) => ({ value, label: value }))}
        />
      )}
      <Checkbox name="champions" label="Champions only" checked={filter.champions === true} />
    </FilterPanel>
  );
}

/** Kept beside the page that sends it. */
export function StandingForm({ action, standing }: { action: string; standing: Contact["standing"] }) {
  return (
    <form method="post" action={action} class="inline-form">
      <label class="visually-hidden" for="field-standing">
        How far they have come
      </label>
      <select id="field-standing" name="standing">
        {STANDINGS.map((value) => (
          <option value={value} selected={value === standing}>
            {STANDING_WORDS[value]}
          </option>
        ))}
      </select>
      <Button compact look="quiet">
        Save
      </Button>
    </form>
  );
}
