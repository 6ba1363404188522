import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";
import { allStates } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { PageHead, Section, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { IndustryRow } from "../../analysis/answer.ts";
import {
  dollars,
  NO_FIGURE,
  percentage,
  quotient,
  signedPercentage,
  signedQuotient,
  signedWhole,
  whole,
} from "../../analysis/figure-words.ts";
import type { Order } from "../../analysis/ordering.ts";
import { periodWords } from "../../analysis/question.ts";
import { Figure } from "../../analysis/views/figure.tsx";
import { OrderLinks } from "../../analysis/views/order-links.tsx";
import { COMPARED, type Compared, MEASURES } from "../../comparing/measures.ts";
import type { AskedScreen } from "../read-screen.ts";
import type { Screen, ScreenedRegion } from "../screen.ts";

export interface ScreenFormProps {
  asked: AskedScreen;
  problems: Problems;
  periods: readonly string[];
  sectors: readonly Sector[];
}

export interface ScreenPageProps extends ScreenFormProps {
  screen: Screen;
  /** Rows of this page of the table, in order. */
  rows: IndustryRow[];
  /** Saved regions of the state that the reader may see. */
  regions: { region: ScreenedRegion; row: IndustryRow }[];
  order: Order;
  page: number;
  pages: number;
  address: (change: { order?: Order; measure?: Compared; page?: number }) => string;
  /** What the map shows. */
  measure: Compared;
  map: Child;
}

/** One sector in every county and saved region of a state, in one view. */
export function ScreenPage(props: ScreenPageProps) {
  const { screen, rows, regions, map } = props;
  const { question, sector, notes } = screen;
  const where = question.state?.name ?? "the United States";
  const csv = props.address({}).replace("/industry/screen", "/industry/screen.csv");
  return (
    <WithSidebar side={<ScreenForm {...props} />}>
      <PageHead
        title={`${sector.title} across ${where}`}
        trail={[{ href: "/industry", label: "Choose a sector" }]}
        lede={`Every county${regions.length > 0 ? " and every saved region" : ""}, ${periodWords(question.from)} to ${periodWords(question.to)}, ${question.ownership === "private" ? "private employers" : "all employers"}.`}
        actions={
          <a class="follow" href={csv}>
            As a table (CSV)
          </a>
        }
      />
      {map && (
        <Section title="On the map" id="map">
          <MeasureLinks {...props} />
          {map}
        </Section>
      )}
      {regions.length > 0 && (
        <Section title="Saved regions" id="regions">
          <DataTable
            caption={`${sector.title} in saved regions`}
            hideCaption
            rows={regions}
            columns={[
              {
                label: "Region",
                heads: true,
                cell: ({ region }) => <a href={`/industry/regions/${region.slug}`}>{region.name}</a>,
              },
              ...figureColumns(screen).map((column) => ({
                ...column,
                cell: ({ row }: { row: IndustryRow }) => column.cell(row),
              })),
            ]}
          />
        </Section>
      )}
      <Section title="Counties" id="table">
        {rows.length === 0 ? (
          <EmptyState title="No figures for these counties" icon="map-pin" level={3}>
            Choose another state or other years.
          </EmptyState>
        ) : (
          <>
            <OrderLinks
              order={props.order}
              href={(order) => `${props.address({ order })}#table`}
              before={`${screen.rows.length.toLocaleString("en-US")} counties, largest first by`}
            />
            <DataTable
              caption={`${sector.title} by county`}
              hideCaption
              rows={rows}
              columns={[
                {
                  label: "County",
                  heads: true,
                  cell: ({ industry, title }) => (
                    <a
                      href={`/industry/analysis?counties=${industry}&from=${question.from}&to=${question.to}`}
                    >
                      {title}
                    </a>
                  ),
                },
                ...figureColumns(screen),
              ]}
            />
            <p class="small quiet-text">
              <b>w</b> The figure is withheld to protect single employers; the two numbers are what it is at
              least and at most. A county’s name leads to all its industries.
            </p>
            <Pagination
              label="Counties"
              page={props.page}
              pages={props.pages}
              href={(page) => `${props.address({ page })}#table`}
              before="Before"
              after="Next"
            />
          </>
        )}
      </Section>
      {notes.length > 0 && (
        <Notice title="To know when you read these figures">
          <ul>
            {notes.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
    </WithSidebar>
  );
}

function MeasureLinks({ measure, address }: ScreenPageProps) {
  return (
    <nav class="order-links" aria-label="What the map shows">
      <span>Show</span>
      <ul class="bare">
        {COMPARED.map((one) => (
          <li>
            <a href={`${address({ measure: one })}#map`} aria-current={one === measure ? "true" : undefined}>
              {MEASURES[one].label.toLowerCase()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function figureColumns({ question }: Screen): Column<IndustryRow>[] {
  return [
    {
      label: `Jobs ${question.to}`,
      numeric: true,
      cell: ({ jobs1 }) => <Figure figure={jobs1} format={whole} />,
    },
    { label: "Share", numeric: true, cell: ({ share1 }) => <Figure figure={share1} format={percentage} /> },
    {
      label: `Since ${question.from}`,
      numeric: true,
      cell: ({ change }) => <Figure figure={change} format={signedWhole} />,
    },
    {
      label: "In percent",
      numeric: true,
      cell: ({ percent }) => <Figure figure={percent} format={signedPercentage} widest={1} />,
    },
    {
      label: "Location quotient",
      numeric: true,
      cell: ({ lq1 }) => <Figure figure={lq1} format={quotient} />,
    },
    {
      label: "Its change",
      numeric: true,
      cell: ({ lqChange }) => <Figure figure={lqChange} format={signedQuotient} widest={2} />,
    },
    {
      label: "Competitive effect",
      numeric: true,
      cell: (row) => <Figure figure={row.competitiveEffect} format={signedWhole} />,
    },
    {
      label: "Average pay",
      numeric: true,
      cell: ({ averagePay1 }) => (averagePay1 === null ? NO_FIGURE : dollars(averagePay1)),
    },
    { label: "Establishments", numeric: true, cell: ({ establishments1 }) => whole(establishments1) },
  ];
}

/** What is screened: a plain GET, also where what was asked cannot be shown. */
export function ScreenForm({ asked, problems, periods, sectors }: ScreenFormProps) {
  const choices = periods.map((period) => ({ value: period, label: periodWords(period) }));
  return (
    <FilterPanel action="/industry/screen" active={0} open clear="/industry/screen" submit="Show these">
      <Select
        name="sector"
        label="Sector"
        options={sectors.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={asked.sector ?? ""}
        problems={problems}
      />
      <Select
        name="state"
        label="State"
        blank="The whole nation"
        options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
        value={asked.state ?? ""}
        problems={problems}
      />
      <Select name="from" label="From" options={choices} value={asked.from ?? ""} problems={problems} />
      <Select name="to" label="To" options={choices} value={asked.to ?? ""} problems={problems} />
      <RadioGroup
        name="ownership"
        label="Whose jobs count"
        options={[
          { value: "all", label: "All employers" },
          { value: "private", label: "Private employers only" },
        ]}
        value={asked.ownership ?? "all"}
        problems={problems}
      />
    </FilterPanel>
  );
}

/** The form alone, where what was asked cannot be shown. */
export function ScreenRefusedPage(props: ScreenFormProps) {
  return (
    <>
      <PageHead title="One sector everywhere" trail={[{ href: "/industry", label: "Choose a sector" }]} />
      <ErrorSummary problems={props.problems} />
      <ScreenForm {...props} />
    </>
  );
}
