import type { Problems } from "#base/outcome.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { Hidden } from "#ui/form.tsx";
import { PageHead, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { OlderPages } from "#ui/older-pages.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { type AuditFilter, auditAddress } from "../forms.ts";
import type { AuditChoices, LoggedEvent } from "../queries.ts";
import { deedLabel, deedWords, kindLabel, type Tellers } from "../rules.ts";

const PATH = "/desk/audit";

export interface AuditPageProps {
  events: LoggedEvent[];
  filter: AuditFilter;
  /** Set where this is not the first page. */
  before: number | undefined;
  /** Whether there are older ones than those shown. */
  more: boolean;
  /** About the days of the filter. */
  problems: Problems;
  choices: AuditChoices;
  tellers: Tellers;
  /** IANA name of the zone that moments are told in. */
  zone: string;
}

/** Who did what and when, newest first. */
export function AuditPage(props: AuditPageProps) {
  const { events, filter } = props;
  const last = events.at(-1);
  return (
    <>
      <PageHead
        title="Audit log"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Everything that was done here, by whom and when. Nothing can be taken out of it but the name of somebody who asked to be forgotten."
        actions={
          <ButtonLink href={auditAddress("/desk/audit.csv", filter)} look="quiet" icon="download" download>
            Save as CSV
          </ButtonLink>
        }
      />
      <WithSidebar side={<Filters filter={filter} problems={props.problems} choices={props.choices} />}>
        {filter.about && (
          <Notice>
            <p>
              Only what happened to one thing.{" "}
              <a href={auditAddress(PATH, { ...filter, about: undefined })}>Show all again</a>
            </p>
          </Notice>
        )}
        {events.length === 0 ? (
          <EmptyState
            title="Nothing matches"
            icon="history"
            actions={
              <ButtonLink href={PATH} look="quiet">
                Show everything
              </ButtonLink>
            }
          >
            Nothing was done that fits all of these filters. Take one away, or widen the days.
          </EmptyState>
        ) : (
          <Log {...props} />
        )}
        <OlderPages
          label="Audit log"
          newest={props.before ? auditAddress(PATH, filter) : undefined}
          older={props.more && last ? auditAddress(PATH, { ...filter, before: last.id }) : undefined}
        />
      </WithSidebar>
    </>
  );
}

function Log({ events, filter, tellers, zone }: AuditPageProps) {
  return (
    <DataTable
      caption="What was done, newest first"
      hideCaption
      stacks
      rows={events}
      columns={[
        { label: "When", cell: (event) => <Moment at={event.at} zone={zone} /> },
        {
          label: "Who",
          heads: true,
          cell: ({ actor }) => (
            <a href={auditAddress(PATH, { ...filter, who: actor.id ?? actor.kind })}>{actor.name}</a>
          ),
        },
        { label: "What", cell: (event) => <Deed event={event} filter={filter} tellers={tellers} /> },
      ]}
    />
  );
}

function Deed({ event, filter, tellers }: { event: LoggedEvent; filter: AuditFilter; tellers: Tellers }) {
  const { kind, id } = event.subject;
  const words = deedWords(tellers.words, event);
  const href = tellers.href(kind, id);
  const about = `${kind}:${id}`;
  return (
    <div>
      <p>{href ? <a href={href}>{words}</a> : words}</p>
      {filter.about !== about && (
        <p class="small">
          <a class="small-target" href={auditAddress(PATH, { about })}>
            History<span class="visually-hidden"> of what this was done to: {words}</span>
          </a>
        </p>
      )}
    </div>
  );
}

function Filters({ filter, problems, choices }: Pick<AuditPageProps, "filter" | "problems" | "choices">) {
  const { people } = choices;
  // Somebody beyond the list is chosen by the link at their name.
  const chosen = filter.who && filter.who.length > 6 && !people.some(({ id }) => id === filter.who);
  return (
    <FilterPanel
      action={PATH}
      active={Object.values(filter).filter(Boolean).length}
      clear={PATH}
      submit="Show these"
    >
      {filter.about && <Hidden name="about" value={filter.about} />}
      <Select
        name="who"
        label="Who"
        blank="Anybody"
        value={filter.who ?? ""}
        options={[
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          ...(chosen ? [{ value: filter.who ?? "", label: "The person chosen" }] : []),
          { value: "guest", label: "Visitors without an account" },
          { value: "system", label: "The site itself" },
        ]}
      />
      <Select
        name="deed"
        label="What was done"
        blank="Anything"
        value={filter.deed ?? ""}
        options={choices.deeds.map((name) => ({ value: name, label: deedLabel(name) }))}
      />
      <Select
        name="kind"
        label="To what"
        blank="Anything"
        value={filter.kind ?? ""}
        options={choices.kinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
      />
      <TextField
        name="from"
        label="From this day"
        type="date"
        value={filter.from ?? ""}
        problems={problems}
      />
      <TextField name="to" label="Up to this day" type="date" value={filter.to ?? ""} problems={problems} />
    </FilterPanel>
  );
}
