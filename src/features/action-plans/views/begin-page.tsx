import type { Problems } from "#base/outcome.ts";
import type { Meeting, Priority as Voted } from "#features/meetings/public.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { longDate } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { planPath } from "../paths.ts";

export interface BeginPageProps {
  workspace: Workspace;
  isBegun: boolean;
  launches: { meeting: Meeting; priorities: Voted[] }[];
  /** What the plan has already, by what was voted on. */
  taken: ReadonlySet<string>;
  values: FormValues;
  problems: Problems;
}

/** Where a plan begins: with what business voted for at a launch, or by hand. */
export function BeginPage({ workspace, isBegun, launches, taken, values, problems }: BeginPageProps) {
  const { slug } = workspace;
  return (
    <>
      <PageHead
        title={isBegun ? "Take over a launch’s priorities" : "Action plan"}
        trail={
          isBegun
            ? tableTrail(workspace, { href: planPath(slug), label: "Action plan" })
            : tableTrail(workspace)
        }
        lede={
          isBegun
            ? "What your plan has already stays as it is; only what is new comes along."
            : "Priorities that business set, and under each what is done, by whom and until when. Owners are asked once a month, and your team reviews the plan together."
        }
      />
      <ErrorSummary problems={problems} />
      {launches.length > 0 && (
        <Form action={planPath(slug, "launches")}>
          <RadioGroup
            name="meeting"
            label="Begin with what business voted for"
            hint="The priorities come over in the order of their votes, and those who signed up become the action teams."
            problems={problems}
            value={textOf(values, "meeting") || launches[0]?.meeting.id}
            options={launches.map(({ meeting, priorities }) => ({
              value: meeting.id,
              label: `${meeting.title}, ${longDate(meeting.startsLocal.slice(0, 10))}`,
              hint: priorities
                .map(({ id, title }) => (taken.has(id) ? `${title} (in your plan)` : title))
                .join("; "),
            }))}
          />
          <Buttons>
            <Button>Take these priorities over</Button>
          </Buttons>
        </Form>
      )}
      {launches.length === 0 && isBegun && (
        <p class="measure">No meeting has priorities to take over: none was voted on in its launch room.</p>
      )}
      <Section title={launches.length > 0 ? "Or by hand" : "Begin by hand"}>
        <p class="measure">
          {launches.length > 0
            ? "Where priorities were set another way, write them down."
            : "Write down the first priority. After a launch whose votes were counted here, its priorities can be taken over with those who signed up."}
        </p>
        <Buttons>
          <ButtonLink
            href={planPath(slug, "priorities", "new")}
            look={launches.length > 0 ? "quiet" : "main"}
            icon="plus"
          >
            Add a priority
          </ButtonLink>
        </Buttons>
      </Section>
    </>
  );
}
