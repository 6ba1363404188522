import { DataTable } from "#ui/data-table.tsx";
import { Section } from "#ui/layout.tsx";
import { share } from "../../figures.ts";
import type { StateYear } from "../queries.ts";

/** What partnerships of a state did together, year by year, on the desk of whoever leads there. */
export function StateSums({ state, years }: { state: string; years: readonly StateYear[] }) {
  return (
    <Section title="What they did together">
      <p class="quiet-text measure">
        {years.length === 0
          ? `Teams can let their figures count in a sum for ${state}. It stands here once five of them that met in a year do, from February on for the year before. Which ones they are, nobody is told.`
          : "Sums of partnerships that let their figures count, each in its main state. Which ones they are, nobody is told; a figure that fewer than five could add to is left out."}
      </p>
      {years.map(({ year, partnerships, sums }) => (
        <DataTable
          caption={`${year}: ${partnerships} partnerships that met`}
          stacks
          rows={figuresOf({ year, partnerships, sums })}
          columns={[
            { label: "Figure", heads: true, cell: ({ title }) => title },
            { label: "Together", cell: ({ value }) => <b class="figure-value">{value}</b> },
            { label: "How it is counted", cell: ({ formula }) => formula },
          ]}
        />
      ))}
    </Section>
  );
}

const LEFT_OUT = "Fewer than five could say";

/** The same figures that a team sees of itself, added up. */
function figuresOf({ sums }: StateYear): { title: string; value: string; formula: string }[] {
  const { meetings, retained, plans } = sums;
  return [
    {
      title: "Meetings",
      value: String(meetings),
      formula: "Launches and meetings of a whole partnership that were held in the year.",
    },
    {
      title: "Business to public",
      value: `${sums.business} to ${sums.public}${sums.public > 0 ? ` (${(sums.business / sums.public).toFixed(1)})` : ""}`,
      formula:
        "People who came to them for a business, and for a public partner; who came to two meetings counts twice.",
    },
    {
      title: "Businesses engaged",
      value: String(sums.engaged),
      formula:
        "Companies that came to at least one meeting of a partnership, added up; one that works with two partnerships counts in both.",
    },
    {
      title: "New businesses",
      value: String(sums.fresh),
      formula: "Of these, companies whose first meeting ever was in the year.",
    },
    {
      title: "Retained",
      value: retained ? share(retained.returning, retained.before) : LEFT_OUT,
      formula:
        "Companies that came in the year and in the year before, divided by all that came in the year before.",
    },
    {
      title: "Priorities led by business",
      value: plans && plans.priorities > 0 ? share(plans.ledByBusiness, plans.priorities) : LEFT_OUT,
      formula:
        "At each partnership’s last review of its plan in the year; priorities set aside are not counted.",
    },
    {
      title: "Days to notes",
      value: sums.daysToNotes === null ? LEFT_OUT : String(sums.daysToNotes),
      formula: "From each meeting’s day to the day its notes were published; the middle one of all meetings.",
    },
    {
      title: "Follow-up on the same day",
      value: share(sums.sameDay, meetings),
      formula: "Meetings whose follow-up to those who came went out on their day.",
    },
    {
      title: "Welcome letters sent",
      value: String(sums.welcomes),
      formula: "From champions to new businesses.",
    },
  ];
}
