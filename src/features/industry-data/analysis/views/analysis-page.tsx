import type { Child } from "hono/jsx";
import { RegionOutline } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead, Section, WithAside } from "#ui/layout.tsx";
import { SummaryBox } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { AnalysisAnswer, IndustryRow } from "../answer.ts";
import type { Order } from "../ordering.ts";
import { periodWords, queryOf } from "../question.ts";
import { regionTitle } from "../region-words.ts";
import { inShort } from "../sentences.ts";
import { IndustryTable, ShiftShareTable } from "./industry-table.tsx";
import { OrderLinks } from "./order-links.tsx";
import { QuestionForm } from "./question-form.tsx";

export interface AnalysisPageProps {
  answer: AnalysisAnswer;
  /** Rows of this page of the table, in order. */
  rows: IndustryRow[];
  order: Order;
  page: number;
  pages: number;
  periods: readonly string[];
  sectors: readonly Sector[];
  /** Its pictures, each with its sentence and downloads. */
  pictures: { concentration: Child; shiftShare: Child; trend: Child; map: Child };
}

/** One region's industries: in short, as pictures, as tables, to take along. */
export function AnalysisPage(props: AnalysisPageProps) {
  const { answer, pictures, periods, sectors } = props;
  const { question, notes } = answer;
  const title = regionTitle(question.counties);
  const asked = { ...question, counties: question.counties, sectors: question.sectors };
  return (
    <>
      <PageHead
        title={`Industry jobs: ${title}`}
        trail={[{ href: "/industry", label: "Choose a sector" }]}
        lede={`${periodWords(question.from)} to ${periodWords(question.to)}, ${question.ownership === "private" ? "private employers" : "all employers"}.`}
      />
      <WithAside label="This region" aside={<Aside answer={answer} />}>
        <SummaryBox title="In short">
          {inShort(answer).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </SummaryBox>
        {notes.length > 0 && (
          <Fold title={`To know when you read these figures (${notes.length})`}>
            <ul class="prose">
              {notes.map(({ words }) => (
                <li>{words}</li>
              ))}
            </ul>
          </Fold>
        )}
        <Fold title="Change counties, years or industries">
          <QuestionForm asked={asked} periods={periods} sectors={sectors} submit="Show these" />
        </Fold>
      </WithAside>
      <Section title="Concentration and growth" id="concentration">
        {pictures.concentration}
      </Section>
      <Section title="Every industry in figures" id="table">
        <OrderLinks order={props.order} href={(order) => addressOf(props, { order })} />
        <IndustryTable rows={props.rows} question={question} />
        <Marks answer={answer} />
        <Pages {...props} />
      </Section>
      <Section title="Why jobs came or went" id="shift-share">
        {pictures.shiftShare}
        <Fold title="All parts in figures, with the expected change">
          <ShiftShareTable rows={props.rows} total={answer.total.scope} />
        </Fold>
      </Section>
      <Section title="Over the years" id="trend">
        {pictures.trend}
      </Section>
      <Section title="County by county" id="counties">
        {pictures.map}
      </Section>
      <Sources answer={answer} />
    </>
  );
}

function addressOf({ answer, order }: AnalysisPageProps, change: { order?: Order; page?: number }): string {
  const by = change.order ?? order;
  const page = change.page ?? 1;
  const more = { ...(by === "jobs" ? {} : { order: by }), ...(page > 1 ? { page: String(page) } : {}) };
  return `/industry/analysis${queryOf(answer.question, more)}#table`;
}

function Pages(props: AnalysisPageProps) {
  return (
    <Pagination
      label="Industries"
      page={props.page}
      pages={props.pages}
      href={(page) => addressOf(props, { page })}
      before="Before"
      after="Next"
    />
  );
}

/** What the small letters in the tables mean; only those that stand there. */
function Marks({ answer }: { answer: AnalysisAnswer }) {
  const withheld = answer.rows.some(({ withheldCounties }) => withheldCounties > 0);
  const partial = answer.rows.some(({ payIsPartial }) => payIsPartial);
  const reconstructed = answer.notes.some(({ kind }) => kind === "base-reconstructed");
  return (
    <ul class="bare small quiet-text figure-legend">
      {withheld && (
        <li>
          <b>w</b> Some county’s figure is withheld, to protect single employers. The two numbers are what it
          is at least and at most.
        </li>
      )}
      {partial && (
        <li>
          <b>p</b> Average pay of the counties whose figures are published.
        </li>
      )}
      {reconstructed && (
        <li>
          <b>e</b> Rests on a national figure that was worked out with a small error; point at the letter to
          see between what it lies.
        </li>
      )}
    </ul>
  );
}

function Aside({ answer }: { answer: AnalysisAnswer }) {
  const { question } = answer;
  const counties = question.counties.join(",");
  return (
    <>
      <RegionOutline counties={question.counties} />
      <p>
        <ButtonLink href={`/industry/regions/new?counties=${counties}`}>
          Save this region for a team
        </ButtonLink>
      </p>
      <ul class="bare aside-links">
        <AsideLink
          href={`/industry/compare${queryOf(question)}`}
          icon="layers"
          label="Beside the state, the nation or another region"
        />
        <AsideLink
          href={`/industry/analysis.csv${queryOf(question)}`}
          icon="file-spreadsheet"
          label="All figures as a table (CSV)"
        />
        <AsideLink
          href={`/industry/analysis.xlsx${queryOf(question)}`}
          icon="file-spreadsheet"
          label="As a workbook with its formulas (XLSX)"
        />
        <AsideLink href="/industry/methods" icon="info" label="How each figure is worked out" />
      </ul>
    </>
  );
}

function AsideLink({
  href,
  icon,
  label,
}: {
  href: string;
  icon: Parameters<typeof Icon>[0]["name"];
  label: string;
}) {
  return (
    <li>
      <a class="follow" href={href}>
        <Icon name={icon} />
        {label}
      </a>
    </li>
  );
}

function Sources({ answer }: { answer: AnalysisAnswer }) {
  return (
    <footer class="industry-sources small quiet-text">
      <p>
        Figures: U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages. It counts jobs
        covered by unemployment insurance, about 95 of 100; not the self-employed, most farm work and the
        military.
      </p>
      <ul class="bare">
        {answer.provenance.map(({ period, words, importedOn }) => (
          <li>
            {periodWords(period)}: {words} Taken in on {importedOn}.
          </li>
        ))}
      </ul>
      <p>
        <a href="/industry/data">All figures that are held here, and where each comes from</a>
      </p>
    </footer>
  );
}
