import { allStates } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Topic } from "#features/topics/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { FIELD_ROLES, PHASES } from "../../profiles/roles.ts";
import type { ShownPerson } from "../../profiles/showing.ts";
import { describePeople } from "../describe.ts";
import { filtersInUse, type PeopleFilter, peopleQuery } from "../filter.ts";
import { PersonCards } from "./person-card.tsx";

export interface DirectoryPageProps {
  filter: PeopleFilter;
  sectors: Sector[];
  topics: Topic[];
  people: ShownPerson[];
  /** Where this page begins and where the next one does. */
  after: string | undefined;
  next: string | undefined;
  isMember: boolean;
}

export function DirectoryPage(props: DirectoryPageProps) {
  const { filter, people, isMember, after, next } = props;
  return (
    <WithSidebar side={<Filters {...props} />}>
      <PageHead
        title="People"
        lede="Practitioners who do this work and are glad to be found: conveners, business champions, support partners and those who help them."
        actions={
          <ButtonLink href="/profile" look="quiet" icon="user">
            {isMember ? "Your profile" : "Be listed here"}
          </ButtonLink>
        }
      />
      {filter.unknown.length > 0 && (
        <Notice tone="warning" title="Part of this address means nothing here">
          {filter.unknown.map(({ name, value }) => (
            <p>
              We know no {name} called “{value}”.
            </p>
          ))}
        </Notice>
      )}
      {filtersInUse(filter) > 0 && people.length > 0 && <p class="result-line">{describePeople(filter)}</p>}
      {people.length === 0 ? <Nobody {...props} /> : <PersonCards people={people} />}
      {(after || next) && (
        <nav class="pages" aria-label="People, pages">
          <ul class="bare">
            {after && (
              <li class="pages-step">
                <a href={`/people${peopleQuery(filter)}`}>
                  <Icon name="arrow-left" />
                  From the beginning
                </a>
              </li>
            )}
            {next && (
              <li class="pages-step">
                <a href={`/people${peopleQuery(filter, next)}`} rel="next">
                  Next page
                  <Icon name="arrow-right" />
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      {!isMember && people.length > 0 && (
        <p class="small quiet-text after-cards">
          Some people are listed for members only. <a href="/sign-in?return=/people">Sign in</a> to see them;
          anybody may join.
        </p>
      )}
    </WithSidebar>
  );
}

function Nobody({ filter, after, isMember }: DirectoryPageProps) {
  if (after)
    return (
      <EmptyState
        title="The list ends here"
        icon="users"
        actions={<ButtonLink href={`/people${peopleQuery(filter)}`}>From the beginning</ButtonLink>}
      >
        It may have become shorter since this address was shared.
      </EmptyState>
    );
  if (filtersInUse(filter) > 0)
    return (
      <EmptyState
        title="Nobody here fits all of that"
        icon="users"
        actions={<ButtonLink href="/people">See everybody</ButtonLink>}
      >
        Take one of the filters away, or fewer words: all of them must stand in what a person tells.
        {!isMember && " Signed in, you also find those who are listed for members."}
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nobody is listed yet"
      icon="users"
      actions={<ButtonLink href="/profile">Make your profile</ButtonLink>}
    >
      People stand here once they say so themselves. You could be the first: tell what you can help with, and
      choose who sees it.
    </EmptyState>
  );
}

function Filters({ filter, sectors, topics, people }: DirectoryPageProps) {
  const slugs = (
    offered: { slug: string; name: string }[],
    chosen: { slug: string; name: string } | undefined,
  ) =>
    [...offered, ...(chosen && !offered.some(({ slug }) => slug === chosen.slug) ? [chosen] : [])].map(
      ({ slug, name }) => ({ value: slug, label: name }),
    );
  const keys = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const active = filtersInUse(filter);
  return (
    <FilterPanel action="/people" active={active} clear="/people" open={people.length === 0 && active > 0}>
      <TextField
        name="q"
        type="search"
        label="Words"
        hint="In names, organizations, and what people can help with or look for."
        optional
        value={filter.q}
      />
      <Select
        name="state"
        label="State"
        optional
        blank="All states"
        {...(filter.state ? { value: filter.state.code } : {})}
        options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="sector"
        label="Sector"
        optional
        blank="All sectors"
        {...(filter.sector ? { value: filter.sector.slug } : {})}
        options={slugs(sectors, filter.sector)}
      />
      <Select
        name="role"
        label="Role"
        optional
        blank="All roles"
        {...(filter.role ? { value: filter.role } : {})}
        options={keys(FIELD_ROLES)}
      />
      <Select
        name="phase"
        label="Works now on"
        optional
        blank="All phases"
        {...(filter.phase ? { value: filter.phase } : {})}
        options={keys(PHASES)}
      />
      <Select
        name="topic"
        label="Topic"
        optional
        blank="All topics"
        {...(filter.topic ? { value: filter.topic.slug } : {})}
        options={slugs(topics, filter.topic)}
      />
    </FilterPanel>
  );
}
