import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { companiesPath, peoplePath } from "../paths.ts";
import type { companiesPage } from "../queries.ts";
import { SIDE_WORDS } from "../standings.ts";

export interface CompaniesPageProps {
  workspace: Workspace;
  companies: Awaited<ReturnType<typeof companiesPage>>["items"];
  page: number;
  more: boolean;
}

export function CompaniesPage({ workspace, companies, page, more }: CompaniesPageProps) {
  const { slug } = workspace;
  const address = (number: number) => `${companiesPath(slug)}${number > 1 ? `?page=${number}` : ""}`;
  return (
    <>
      <PageHead
        title="Companies"
        trail={tableTrail(workspace, { href: peoplePath(slug), label: "People" })}
        lede="Each company has one vote set at the launch, however many of its people come."
      />
      {companies.length === 0 ? (
        <EmptyState
          title={page > 1 ? "The list ends before this page" : "No company is known yet"}
          icon="building-2"
          actions={<ButtonLink href={peoplePath(slug)}>To the people</ButtonLink>}
        >
          A company comes onto this list when somebody’s entry names it.
        </EmptyState>
      ) : (
        <DataTable
          caption="Companies on the roster"
          hideCaption
          stacks
          rows={companies}
          columns={[
            {
              label: "Name",
              heads: true,
              cell: ({ id, name }) => <a href={companiesPath(slug, id)}>{name}</a>,
            },
            { label: "Side", cell: ({ side }) => SIDE_WORDS[side].one },
            { label: "Place", cell: ({ place }) => place || "Not told" },
            { label: "People who work there", cell: ({ size }) => size ?? "Not told" },
            {
              label: "On the roster",
              numeric: true,
              cell: ({ people, champions }) =>
                champions > 0
                  ? `${people}, ${champions} ${champions === 1 ? "champion" : "champions"}`
                  : people,
            },
          ]}
        />
      )}
      <Steps
        page={page}
        before={page > 1 ? address(page - 1) : undefined}
        after={more ? address(page + 1) : undefined}
        label="Companies"
      />
    </>
  );
}
