import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";
import { CountyPicker } from "#features/places/public.ts";
import { Button } from "#ui/button.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { NO_FIGURE } from "../../analysis/figure-words.ts";
import { type AnalysisQuestion, periodWords, queryOf } from "../../analysis/question.ts";
import { Figure } from "../../analysis/views/figure.tsx";
import { COMPARED, type Compared, MEASURES } from "../measures.ts";
import type { ComparedIndustry, Comparison } from "../places.ts";

export interface ComparePageProps {
  question: AnalysisQuestion;
  other: readonly string[];
  /** As typed, where it was refused. */
  otherTyped: readonly string[];
  problems: Problems;
  comparison: Comparison;
  picture: Child;
  measure: Compared;
  page: number;
  perPage: number;
}

/** The same figure in the region, another region, its states and the nation. */
export function ComparePage(props: ComparePageProps) {
  const { question, comparison, measure, page, perPage, problems } = props;
  const { words, label } = MEASURES[measure];
  const [here] = comparison.places;
  return (
    <>
      <PageHead
        title={`Side by side: ${here!.name}`}
        trail={[
          { href: "/industry", label: "Choose a sector" },
          { href: `/industry/analysis${queryOf(question)}`, label: here!.name },
        ]}
        lede={`${periodWords(question.from)} to ${periodWords(question.to)}, beside the state, the nation and, if you like, another region.`}
      />
      <ErrorSummary problems={problems} />
      <nav class="order-links" aria-label="What is compared">
        <span>Compare by</span>
        <ul class="bare">
          {COMPARED.map((one) => (
            <li>
              <a href={addressOf(props, one)} aria-current={one === measure ? "true" : undefined}>
                {MEASURES[one].label.toLowerCase()}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section title={label} id="table">
        <p class="measure">{words}</p>
        {props.picture}
        <ComparedTable {...props} />
        <Pagination
          label="Industries"
          page={page}
          pages={Math.ceil(comparison.industries.length / perPage)}
          href={(number) => addressOf(props, measure, number)}
          before="Before"
          after="Next"
        />
      </Section>
      <Fold title="Set another region beside it" open={Object.keys(problems).length > 0}>
        <Form action="/industry/compare" method="get" width="wide">
          {Object.entries(questionFields(question)).map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <Hidden name="measure" value={measure} />
          <CountyPicker
            name="other"
            label="Counties of the other region"
            values={props.otherTyped}
            problems={problems}
          />
          <Button>Show both</Button>
        </Form>
      </Fold>
      {comparison.places[0]!.answer.notes.length > 0 && (
        <Notice title="To know when you read these figures">
          <ul>
            {comparison.places[0]!.answer.notes.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function ComparedTable({ question, comparison, measure, page, perPage }: ComparePageProps) {
  const { format, of, label } = MEASURES[measure];
  const columns: Column<ComparedIndustry>[] = [
    { label: "Industry", heads: true, cell: ({ title }) => title },
    ...comparison.places.map(
      ({ name }, index): Column<ComparedIndustry> => ({
        label: name,
        numeric: true,
        cell: ({ rows }) => {
          const row = rows[index];
          return row ? <Figure figure={of(row)} format={format} /> : NO_FIGURE;
        },
      }),
    ),
  ];
  const shown = comparison.industries.slice((page - 1) * perPage, page * perPage);
  return <DataTable caption={`${label} in ${periodWords(question.to)}`} rows={shown} columns={columns} />;
}

function questionFields({
  counties,
  from,
  to,
  ownership,
  level,
  sectors,
}: AnalysisQuestion): Record<string, string> {
  return {
    counties: counties.join(","),
    from,
    to,
    ownership,
    level,
    ...(sectors.length > 0 ? { sectors: sectors.join(",") } : {}),
  };
}

function addressOf({ question, other }: ComparePageProps, measure: Compared, page = 1): string {
  const more = {
    ...(other.length > 0 ? { other: other.join(",") } : {}),
    ...(measure === "share" ? {} : { measure }),
    ...(page > 1 ? { page: String(page) } : {}),
  };
  return `/industry/compare${queryOf(question, more)}`;
}
