import { ButtonLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { ProcessList } from "#ui/progress.tsx";
import { periodWords } from "../question.ts";
import { QuestionForm, type QuestionFormProps } from "./question-form.tsx";

/** How a team comes to its first sector. Each step is work of its own, and the record at the end keeps them all. */
const STEPS = [
  {
    title: "Draw the region",
    words:
      "Where the industry’s people live and work, across county and state lines if need be. It can change later.",
  },
  {
    title: "See its industries",
    words:
      "Jobs, growth, concentration and pay, on the figures of the Bureau of Labor Statistics. What is withheld is said, never guessed.",
  },
  {
    title: "Score what figures cannot say",
    words:
      "Willing champions, groups that meet already, what people on the ground know. Each of you alone first; then you look at where you differ.",
  },
  {
    title: "Decide, on paper",
    words:
      "First sector and next, who agreed and who did not, with every figure it rests on. It stays as it was, whatever figures come later.",
  },
] as const;

/** The door to the room: what it is for, and the first question. */
export function AskPage(props: Omit<QuestionFormProps, "submit">) {
  const { periods, problems = {} } = props;
  const failed = Object.keys(problems).length > 0;
  return (
    <>
      <PageHead
        title="Choose a sector"
        lede="Which industry should your region’s partnership begin with? See the jobs, weigh what matters to you, and leave with the decision on paper."
        actions={
          <ButtonLink href="/industry/regions" look="quiet">
            Regions and their teams
          </ButtonLink>
        }
      />
      {!failed && (
        <Section title="How a team comes to its sector" id="how">
          <ProcessList steps={[...STEPS]} />
        </Section>
      )}
      {periods.length === 0 ? (
        <EmptyState title="No figures are held here yet" icon="layers">
          An editor of this site can import them from the Bureau of Labor Statistics.
        </EmptyState>
      ) : (
        <Section title="Look at a region" id="look">
          <div class="stack">
            <p class="measure">
              No account is needed. Figures are held for {periods.map(periodWords).join(", ")}. For a first
              look, see{" "}
              <a href="/industry/analysis?counties=56019,56033">Johnson and Sheridan Counties, Wyoming</a>.
            </p>
            <QuestionForm {...props} submit="Show its industries" />
          </div>
        </Section>
      )}
      <Section title="More to look at" id="more">
        <ul class="measure">
          <li>
            <a href="/industry/screen">One sector in every county of a state</a>, or one place for every
            sector
          </li>
          <li>
            <a href="/industry/methods">How each figure is worked out</a>
          </li>
          <li>
            <a href="/industry/data">What is held here, and where it comes from</a>
          </li>
        </ul>
      </Section>
    </>
  );
}
