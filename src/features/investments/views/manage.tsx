import { stateByCode } from "#features/places/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { Investment } from "../queries.ts";
import { amountWords, type Told, yearWords } from "../rules.ts";

export interface ManageInvestmentsProps {
  items: Investment[];
  page: number;
  pages: number;
  /** Pairs that may be the same money. */
  twins: { a: Told; b: Told }[];
}

export function ManageInvestments({ items, page, pages, twins }: ManageInvestmentsProps) {
  return (
    <>
      <PageHead
        title="Investments"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Who put what into partnerships, with sources. Sums count every dollar once."
        actions={
          <>
            <ButtonLink href="/desk/investments/new">Add an investment</ButtonLink>
            <ButtonLink href="/investments" look="quiet">
              See the page
            </ButtonLink>
          </>
        }
      />
      {twins.length > 0 && <Twins twins={twins} />}
      {items.length === 0 ? (
        <EmptyState title="No investments yet" icon="hand-coins">
          Add the first one; its state’s page shows it at once.
        </EmptyState>
      ) : (
        <DataTable
          caption="Investments by state"
          hideCaption
          stacks
          rows={items}
          columns={[
            {
              label: "Who",
              heads: true,
              cell: ({ id, investor }) => <a href={`/desk/investments/${id}`}>{investor}</a>,
            },
            {
              label: "State",
              cell: ({ stateCode }) =>
                stateCode ? (stateByCode(stateCode)?.name ?? stateCode) : "No one state",
            },
            { label: "How much", cell: (one) => amountWords(one) },
            { label: "When", cell: (one) => yearWords(one) },
            { label: "For what", cell: ({ purpose, partOf }) => (partOf ? `${purpose} (a part)` : purpose) },
            { label: "Counts", cell: ({ retiredAt }) => (retiredAt ? "Retired" : "Yes") },
            { label: "Change", cell: (one) => <RowAction one={one} /> },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `/desk/investments?page=${number}` : "/desk/investments")}
        label="Investments"
        before="Before"
        after="Next"
      />
    </>
  );
}

function Twins({ twins }: { twins: { a: Told; b: Told }[] }) {
  return (
    <Notice tone="warning" title="This may be the same money">
      <p>
        Same investor, years that meet, much the same purpose. Make one a part of the other, retire one, or
        tick “It is other money”.
      </p>
      <ul>
        {twins.map(({ a, b }) => (
          <li>
            {a.investor}: <a href={`/desk/investments/${a.id}`}>{a.purpose}</a> and{" "}
            <a href={`/desk/investments/${b.id}`}>{b.purpose}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function RowAction({ one: { id, investor, retiredAt } }: { one: Investment }) {
  return (
    <Form action={`/desk/investments/${id}/${retiredAt ? "return" : "retirement"}`} bare>
      <Button look="plain" compact>
        {retiredAt ? "Count again" : "Retire"}
        <span class="visually-hidden">: {investor}</span>
      </Button>
    </Form>
  );
}
