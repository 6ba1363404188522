import { stateByCode } from "#features/places/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { Affiliate } from "../queries.ts";
import { KIND_WORDS } from "../rules.ts";
import { spanWords } from "./leads.tsx";

/** The editors' list: who is an affiliate since when, and what is retired. */
export function ManageAffiliates({
  items,
  page,
  pages,
}: {
  items: Affiliate[];
  page: number;
  pages: number;
}) {
  return (
    <>
      <PageHead
        title="Affiliates"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="States, regions and organizations that have adopted the model."
        actions={
          <>
            <ButtonLink href="/desk/affiliates/new">Add an affiliate</ButtonLink>
            <ButtonLink href="/affiliates" look="quiet">
              See the page
            </ButtonLink>
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState title="No affiliates yet">Add the first one; the page shows it at once.</EmptyState>
      ) : (
        <DataTable
          caption="Affiliates by kind and name"
          hideCaption
          stacks
          rows={items}
          columns={[
            {
              label: "Affiliate",
              heads: true,
              cell: ({ id, name }) => <a href={`/desk/affiliates/${id}`}>{name}</a>,
            },
            { label: "Kind", cell: ({ kind }) => KIND_WORDS[kind].one },
            {
              label: "State",
              cell: ({ stateCode }) =>
                stateCode ? (stateByCode(stateCode)?.name ?? stateCode) : "No one state",
            },
            {
              label: "With the model",
              cell: ({ joinedOn, leftOn }) => spanWords(joinedOn, leftOn) || "Not told",
            },
            { label: "Shown", cell: ({ retiredAt }) => (retiredAt ? "Retired, not shown" : "On the page") },
            { label: "Change", cell: (affiliate) => <RowAction affiliate={affiliate} /> },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `/desk/affiliates?page=${number}` : "/desk/affiliates")}
        label="Affiliates"
        before="Before"
        after="Next"
      />
    </>
  );
}

function RowAction({ affiliate: { id, name, retiredAt } }: { affiliate: Affiliate }) {
  return (
    <Form action={`/desk/affiliates/${id}/${retiredAt ? "return" : "retirement"}`} bare>
      <Button look="plain" compact>
        {retiredAt ? "Show again" : "Retire"}
        <span class="visually-hidden">: {name}</span>
      </Button>
    </Form>
  );
}
