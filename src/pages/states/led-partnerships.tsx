import {
  freshSince,
  isStale,
  type LedPartnership,
  partnershipPath,
  STAGE_WORDS,
} from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { longDate } from "#ui/dates.tsx";
import { Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { LeadPageProps } from "./lead-page-props.ts";
import { agoWords, lackingIn } from "./rules.ts";

/** A state's partnerships by stage, those longest without a word first, with what each page lacks. */
export function LedPartnerships(props: LeadPageProps) {
  const { state, stages, partnerships, tenders, page, pages } = props;
  const tendedBy = Map.groupBy(tenders, ({ scope }) => scope);
  const path = `/states/${state.code}/lead`;
  return (
    <Section title="Partnerships" id="partnerships">
      {stages.size > 0 && (
        <p class="stage-tally">
          {[...stages].map(([stage, count]) => (
            <span>
              <b>{count}</b> {STAGE_WORDS[stage].name.toLowerCase()}
            </span>
          ))}
        </p>
      )}
      {partnerships.length === 0 ? (
        <EmptyState
          title="No partnership has a page here yet"
          icon="sprout"
          level={3}
          actions={<ButtonLink href={`/states/${state.code}`}>See the state’s page</ButtonLink>}
        >
          As soon as one has, you see here how far it is and what its page lacks.
        </EmptyState>
      ) : (
        <DataTable
          caption="Partnerships, those longest without a word first"
          stacks
          rows={partnerships}
          columns={[
            {
              label: "Partnership",
              heads: true,
              cell: ({ slug, name }) => <a href={partnershipPath(slug)}>{name}</a>,
            },
            { label: "Stage", cell: stageWords },
            { label: "Last word", cell: (one) => lastWord(one, props.now) },
            { label: "Last happening", cell: ({ slug }) => <Newest slug={slug} {...props} /> },
            {
              label: "Lacks",
              cell: (one) => sentence(lackingIn(one, tendedBy.get(one.id)?.length ?? 0)) || "Nothing",
            },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `${path}?page=${number}` : path)}
        label="Partnerships"
        before="Before"
        after="Next"
      />
    </Section>
  );
}

function stageWords({ stage, stageSince }: LedPartnership): string {
  return stageSince ? `${STAGE_WORDS[stage].name} since ${longDate(stageSince)}` : STAGE_WORDS[stage].name;
}

function lastWord(one: LedPartnership, now: Date) {
  const words = agoWords(freshSince(one), now);
  return isStale(one, now) ? <Badge tone="warn">{words}</Badge> : words;
}

function Newest({ slug, newest }: { slug: string } & Pick<LeadPageProps, "newest">) {
  const happening = newest.get(slug);
  if (!happening) return <>None yet</>;
  return (
    <>
      <a href={happening.href}>{happening.title}</a>
      {happening.on && `, ${longDate(happening.on)}`}
    </>
  );
}

const sentence = (parts: string[]) => parts.join(", ").replace(/^./, (letter) => letter.toUpperCase());
