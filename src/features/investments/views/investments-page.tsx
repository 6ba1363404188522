import { ButtonLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { Overview, StateShare } from "../overview.ts";
import { money, sumWords } from "../rules.ts";
import { InvestmentList } from "./investment-list.tsx";

/** All that was invested, by state: reads and prints as one list, with each state's sum and how it is spread. */
export function InvestmentsPage(props: { overview: Overview; page: number; pages: number }) {
  const { overview, page, pages } = props;
  const wholes = new Map(overview.shares.flatMap(({ items }) => items).map((one) => [one.id, one]));
  return (
    <>
      <PageHead
        title="Investment"
        lede="Partnerships take time, and time costs money. Here is who has put what into them, for what, and what came of it, as far as a source tells."
        actions={
          <a class="follow" href="/investments.csv">
            <Icon name="download" />
            All of it as a table (CSV)
          </a>
        }
      />
      {overview.total === 0 ? (
        <EmptyState
          title="Nothing is told yet"
          icon="hand-coins"
          actions={<ButtonLink href="/share">Share what you know</ButtonLink>}
        >
          Has your state put money into its partnerships? Tell us how much, over which years, and where one
          can read about it.
        </EmptyState>
      ) : (
        <>
          <p class="investment-sum">
            <b>In all:</b> {sumWords(overview.sum)}
          </p>
          <p class="small quiet-text">
            Every dollar is counted once: what is part of another investment is not added again. Sums hold
            only what a source tells, so none is the whole picture.
          </p>
          {overview.shares.map((share) => (
            <Share share={share} wholes={wholes} />
          ))}
        </>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `/investments?page=${number}` : "/investments")}
        label="Investment"
        before="Before"
        after="Next"
      />
    </>
  );
}

function Share({
  share,
  wholes,
}: {
  share: StateShare;
  wholes: Parameters<typeof InvestmentList>[0]["wholes"];
}) {
  const { state, items, sum, years } = share;
  const name = state?.name ?? "Across the states";
  return (
    <Section
      title={name}
      id={state?.code ?? "across"}
      {...(state ? { more: { href: `/states/${state.code}`, label: `The page of ${state.name}` } } : {})}
    >
      <div class="investment-share">
        <p class="investment-sum">{sumWords(sum)}</p>
        <InvestmentList items={items} wholes={wholes ?? new Map()} />
      </div>
      {years.size > 1 && (
        <Fold title={`${name}, year by year`}>
          <DataTable
            caption="Amounts divided evenly over their years, since sources rarely say more"
            rows={[...years]}
            columns={[
              { label: "Year", heads: true, cell: ([year]) => year ?? "Years not told" },
              { label: "Dollars", numeric: true, cell: ([, dollars]) => money(dollars) },
            ]}
          />
        </Fold>
      )}
    </Section>
  );
}
