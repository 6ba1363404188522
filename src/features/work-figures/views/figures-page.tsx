import { meetingPath } from "#features/meetings/public.ts";
import { tablePath, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { ButtonLink, Buttons } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { longDate } from "#ui/dates.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { type BusinessYear, type Figure, type MeetingFigures, ratioWords, share } from "../figures.ts";
import { figuresPath } from "../paths.ts";
import { Consent } from "../state-sums/views/consent.tsx";
import { Bars, Key } from "./bars.tsx";

export interface FiguresPageProps {
  workspace: Workspace;
  figures: Figure[];
  /** The newest first. */
  years: BusinessYear[];
  /** Oldest first. */
  meetings: MeetingFigures[];
  leads: { reviewedOn: string; priorities: number; ledByBusiness: number }[];
  /** Of the main state; undefined where the partnership says none. */
  state: string | undefined;
  /** Since when they may go into the state's sums. */
  countedSince: Date | null;
  /** Whether that was said just now. */
  done: boolean;
}

/** Meetings that a picture shows; the table beside it and the file have them all. */
const DRAWN = 12;

/** What the work itself says: no form is filled in for it. Each figure stands with how it is counted. */
export function FiguresPage(props: FiguresPageProps) {
  const { workspace, figures, years, meetings, leads, state, done } = props;
  const { slug } = workspace;
  return (
    <>
      <PageHead
        title="Figures"
        trail={tableTrail(workspace)}
        lede="Counted from what your team does at this table: who came, what was sent, how the plan stands. Only your team sees them, unless you let them count in a sum for your state."
        actions={
          <ButtonLink href={figuresPath(slug, ".csv")} look="quiet" icon="download">
            Save as a table (CSV)
          </ButtonLink>
        }
      />
      {done && <Notice tone="success" title="That is kept" live />}
      <DataTable
        caption="Your figures today"
        stacks
        rows={figures}
        columns={[
          { label: "Figure", heads: true, cell: ({ title }) => title },
          { label: "Today", cell: ({ value }) => <b class="figure-value">{value}</b> },
          { label: "How it is counted", cell: ({ formula }) => formula },
        ]}
      />
      <Section title="Businesses over time">
        <Businesses years={years} />
      </Section>
      <Section title="Business and public partners at each meeting">
        {meetings.length === 0 ? (
          <p class="quiet-text">No meeting of the whole partnership was held in the last six years.</p>
        ) : (
          <Meetings slug={slug} meetings={meetings} />
        )}
      </Section>
      {leads.length > 0 && (
        <Section title="Who leads, at each review of the plan">
          <Leads leads={leads} />
        </Section>
      )}
      {state && (
        <Section title={`In a sum for ${state}`}>
          <Consent workspace={workspace} state={state} since={props.countedSince} />
        </Section>
      )}
      <Buttons>
        <ButtonLink href={tablePath(slug)} look="plain">
          Back to the table
        </ButtonLink>
      </Buttons>
    </>
  );
}

const spanWords = ({ first, last }: BusinessYear) =>
  `${longDate(first.slice(0, 7))} to ${longDate(last.slice(0, 7))}`;

function Businesses({ years }: { years: BusinessYear[] }) {
  const told = [...years].reverse();
  const retained = (year: BusinessYear) =>
    year.before > 0 ? share(year.returning, year.before) : "nothing to compare";
  return (
    <>
      <Key first="Businesses that came" second="of these, new" />
      <Bars
        most={Math.max(...told.map(({ engaged }) => engaged))}
        bars={told.map((year) => ({
          label: spanWords(year),
          words: `${year.engaged} came, ${year.fresh} of them new`,
          parts: [
            { value: year.engaged, look: "first" },
            { value: year.fresh, look: "second" },
          ],
        }))}
      />
      <DataTable
        caption="Businesses, by twelve months"
        stacks
        rows={told}
        columns={[
          { label: "Twelve months", heads: true, cell: spanWords },
          { label: "Engaged", numeric: true, cell: ({ engaged }) => engaged },
          { label: "New", numeric: true, cell: ({ fresh }) => fresh },
          { label: "Came again", numeric: true, cell: ({ returning }) => returning },
          { label: "Retained", numeric: true, cell: retained },
        ]}
      />
    </>
  );
}

function Meetings({ slug, meetings }: { slug: string; meetings: MeetingFigures[] }) {
  const drawn = meetings.slice(-DRAWN);
  return (
    <>
      <Key first="For a business" second="For a public partner" />
      <Bars
        most={Math.max(...drawn.flatMap((meeting) => [meeting.business, meeting.public]))}
        bars={drawn.map((meeting) => ({
          label: longDate(meeting.on),
          words: `${ratioWords(meeting)}`,
          parts: [
            { value: meeting.business, look: "first" },
            { value: meeting.public, look: "second" },
          ],
        }))}
      />
      <DataTable
        caption="Meetings of the last six years, the newest first"
        stacks
        rows={[...meetings].reverse().slice(0, 60)}
        columns={[
          {
            label: "Meeting",
            heads: true,
            cell: ({ id, title, on }) => (
              <>
                <a href={meetingPath(slug, id)}>{title}</a>, {longDate(on)}
              </>
            ),
          },
          { label: "Business to public", cell: ratioWords },
          {
            label: "Days to notes",
            numeric: true,
            cell: ({ daysToNotes }) => daysToNotes ?? "No notes yet",
          },
          {
            label: "Follow-up",
            cell: ({ sameDay }) =>
              sameDay === null ? "None sent" : sameDay ? "On the same day" : "On a later day",
          },
        ]}
      />
    </>
  );
}

function Leads({ leads }: Pick<FiguresPageProps, "leads">) {
  const drawn = leads.slice(-DRAWN);
  return (
    <>
      <Key first="Priorities" second="of these, led by business" />
      <Bars
        most={Math.max(...drawn.map(({ priorities }) => priorities))}
        bars={drawn.map(({ reviewedOn, priorities, ledByBusiness }) => ({
          label: longDate(reviewedOn),
          words: `${ledByBusiness} of ${priorities}`,
          parts: [
            { value: priorities, look: "first" },
            { value: ledByBusiness, look: "second" },
          ],
        }))}
      />
    </>
  );
}
