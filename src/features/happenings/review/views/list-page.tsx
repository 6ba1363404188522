import { stateByCode } from "#features/places/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { Moment } from "#ui/dates.tsx";
import { FieldsRow, Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { WorkList } from "#ui/work-list.tsx";
import { KIND_WORDS } from "../../kinds.ts";
import { STAGES } from "../../stages.ts";
import { LIST_PAGE, type ListedHappening, type ListFilter } from "../list-queries.ts";
import { DESK_WORDS } from "../rules.ts";
import { StageBadge } from "./stage-badge.tsx";

export interface ListPageProps {
  items: ListedHappening[];
  total: number;
  filter: ListFilter;
  zone: string;
}

const STAGE_OPTIONS = STAGES.filter((stage) => stage !== "unconfirmed").map((stage) => ({
  value: stage,
  label: DESK_WORDS[stage],
}));

/** Everything there is, so that what was published long ago can be found and mended. */
export function ListPage({ items, total, filter, zone }: ListPageProps) {
  const { q, stage, page } = filter;
  return (
    <>
      <PageHead
        title="All happenings"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede={`${total.toLocaleString("en-US")} ${total === 1 ? "happening" : "happenings"}${q || stage ? " found" : ""}, the last changed first.`}
        actions={<ButtonLink href="/desk/happenings/new">Write one</ButtonLink>}
      />
      <search class="find">
        <Form action="/desk/happenings" method="get" width="wide">
          <FieldsRow>
            <TextField name="q" value={q} label="Words, sender or address" type="search" optional />
            <Select
              name="stage"
              value={stage ?? ""}
              label="Where it stands"
              options={STAGE_OPTIONS}
              blank="Anywhere"
              optional
            />
          </FieldsRow>
          <div class="buttons">
            <Button compact>Find</Button>
            {(q || stage) && <a href="/desk/happenings">Show all</a>}
          </div>
        </Form>
      </search>
      {items.length === 0 ? (
        <EmptyState
          title={q || stage ? "Nothing matches" : "Nothing here yet"}
          icon="search"
          actions={q || stage ? <ButtonLink href="/desk/happenings">Show all</ButtonLink> : undefined}
        >
          {q || stage
            ? "Try fewer words, or look anywhere it may stand."
            : "What people share, and what editors write, is listed here."}
        </EmptyState>
      ) : (
        <WorkList
          items={items.map((item) => ({
            title: item.title,
            href: `/desk/happenings/${item.id}`,
            meta: `${KIND_WORDS[item.kind].name}, ${stateByCode(item.state)?.name ?? item.state}`,
            note: (
              <>
                {item.sender ? `From ${item.sender}. ` : ""}Changed <Moment at={item.changedAt} zone={zone} />
              </>
            ),
            state: (
              <>
                {item.featured && item.stage === "published" && <Badge tone="strong">Featured</Badge>}
                <StageBadge stage={item.stage} />
              </>
            ),
          }))}
        />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / LIST_PAGE)}
        href={(number) => listHref({ q, stage, page: number })}
        label="Happenings"
      />
    </>
  );
}

function listHref({ q, stage, page }: ListFilter): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (stage) query.set("stage", stage);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/desk/happenings?${query}` : "/desk/happenings";
}
