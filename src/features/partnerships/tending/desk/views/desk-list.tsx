import type { Holder } from "#features/people/public.ts";
import { stateByCode } from "#features/places/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { Tabs } from "#ui/work-list.tsx";
import { freshSince, isStale } from "../../../rules.ts";
import { STAGE_WORDS } from "../../../stages.ts";
import type { Tended } from "../../queries.ts";
import { LIST_VIEWS, type ListView } from "../forms.ts";
import { type DeskList, ROWS_PER_PAGE } from "../queries.ts";

const VIEW_WORDS: Record<ListView, string> = {
  all: "All",
  unclaimed: "Nobody looks after",
  stale: "Not touched for half a year",
  hidden: "Off the site",
};

export interface DeskListProps extends DeskList {
  view: ListView;
  q: string;
  page: number;
  holders: Holder[];
  now: Date;
  zone: string;
}

/** Every partnership for the editors: who looks after it, how fresh it is, and what is off the site. */
export function DeskListPage(props: DeskListProps) {
  const { rows, counts, total, view, q, page } = props;
  const href = (to: { view?: ListView; page?: number }) => {
    const query = new URLSearchParams();
    const shown = to.view ?? view;
    if (shown !== "all") query.set("view", shown);
    if (q) query.set("q", q);
    if (to.page && to.page > 1) query.set("page", String(to.page));
    return query.size > 0 ? `/desk/partnerships?${query}` : "/desk/partnerships";
  };
  return (
    <>
      <PageHead
        title="Partnerships"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="All pages, also those that readers do not see: who looks after them, and how fresh they are."
        actions={<ButtonLink href="/desk/partnerships/new">Start a page</ButtonLink>}
      />
      <div class="find">
        <Form action="/desk/partnerships" method="get">
          {view !== "all" && <Hidden name="view" value={view} />}
          <TextField name="q" label="Name" type="search" value={q} optional />
          <div>
            <Button look="quiet" compact>
              Find
            </Button>
          </div>
        </Form>
      </div>
      <Tabs
        label="Which partnerships"
        tabs={LIST_VIEWS.map((each) => ({
          href: href({ view: each }),
          label: VIEW_WORDS[each],
          count: counts[each],
          current: each === view,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title="None here" icon="handshake">
          {q ? "No partnership of this list has these words in its name." : "There is no such partnership."}
        </EmptyState>
      ) : (
        <Table {...props} />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / ROWS_PER_PAGE)}
        href={(number) => href({ page: number })}
        label="Partnerships"
        before="Before"
        after="After"
      />
    </>
  );
}

function Table({ rows, holders, now, zone }: DeskListProps) {
  return (
    <DataTable
      caption="Partnerships by name"
      hideCaption
      stacks
      rows={rows}
      columns={[
        {
          label: "Partnership",
          heads: true,
          cell: ({ id, content }) => <a href={`/desk/partnerships/${id}`}>{content.name}</a>,
        },
        {
          label: "State",
          cell: ({ content }) => content.states.map((code) => stateByCode(code)?.name ?? code).join(", "),
        },
        { label: "Stage", cell: ({ stage }) => STAGE_WORDS[stage].name },
        { label: "Looked after by", cell: ({ id }) => holderWords(holders, id) },
        {
          label: "Changed or confirmed",
          cell: (row) => <Fresh row={row} now={now} zone={zone} />,
        },
      ]}
    />
  );
}

function holderWords(holders: Holder[], id: string): string {
  const names = holders.filter(({ scope }) => scope === id).map(({ person }) => person.name);
  return names.join(", ") || "Nobody";
}

function Fresh({ row, now, zone }: { row: Tended; now: Date; zone: string }) {
  return (
    <>
      <Moment at={freshSince(row)} zone={zone} /> {row.hiddenAt && <Badge tone="warn">Off the site</Badge>}
      {!row.hiddenAt && isStale(row, now) && <Badge tone="warn">Stale</Badge>}
    </>
  );
}
