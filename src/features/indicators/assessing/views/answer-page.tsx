import type { Problems } from "#base/outcome.ts";
import type { KnownPartnership } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import type { BreadcrumbsProps } from "#ui/breadcrumbs.tsx";
import { Button } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { Indicator, SetContent } from "../../content.ts";
import type { IndicatorSet } from "../../sets/queries.ts";
import { hueAt } from "../../views/look.tsx";
import { levelField, noteField } from "../forms.ts";
import { MOST_NOTE } from "../rules.ts";

export interface AnswerPageProps {
  partnership: KnownPartnership;
  set: IndicatorSet;
  /** What the partnership's own page says, by indicator. */
  evidence: ReadonlyMap<string, string[]>;
  action: string;
  /** Where the browser keeps what was chosen. */
  keep: string;
  trail?: BreadcrumbsProps["trail"];
  /** Whom a link was sent to; without it, the person has an account. */
  invited?: string;
  values: FormValues;
  problems: Problems;
}

/** One person's answer to all indicators. */
export function AnswerPage(props: AnswerPageProps) {
  const { partnership, set, evidence, action, keep, trail, invited, values, problems } = props;
  return (
    <>
      <PageHead
        title="How do you see it?"
        {...(trail ? { trail } : {})}
        lede={
          <>
            {invited && `${invited}, you were asked how you see the ${partnership.name}. `}
            Pick the level in which you recognize the partnership today. There are no wrong answers; where you
            and the others differ is what you will talk about.
          </>
        }
      />
      <ErrorSummary problems={problems} />
      {invited && (
        <Notice>
          <p>
            This link is for {invited} and takes one answer. If you are somebody else, ask for a link of your
            own. Those who look after the partnership’s page read your answer with your name. Only the editors
            of this site can open it, too.
          </p>
        </Notice>
      )}
      <Form action={action} keep={keep} guard>
        {set.content.indicators.map((indicator, index) => (
          <IndicatorFields
            indicator={indicator}
            number={index + 1}
            content={set.content}
            evidence={evidence.get(indicator.id) ?? []}
            values={values}
            problems={problems}
            note="What have you seen that makes you choose this?"
          />
        ))}
        <p class="hint">
          One answer each. It stays as you give it: what changes your mind in the talk goes into the team’s
          answer.
        </p>
        <Button>Send my answer</Button>
      </Form>
    </>
  );
}

export interface IndicatorFieldsProps {
  indicator: Indicator;
  number: number;
  content: Pick<SetContent, "levelNames">;
  evidence: string[];
  /** Stands between the question and the levels: what the others said. */
  between?: unknown;
  values: FormValues;
  problems: Problems;
  /** The label of the note. */
  note: string;
}

/** An indicator as a question: what the record says, four levels in words, and a note. */
export function IndicatorFields(props: IndicatorFieldsProps) {
  const { indicator, number, content, evidence, between, values, problems, note } = props;
  const { id, title, question, levels } = indicator;
  return (
    <section class={`indicator-fields ${hueAt(number - 1)}`} aria-labelledby={`ask-${id}`}>
      <h2 id={`ask-${id}`}>
        <span class="indicator-number" aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      <Evidence sentences={evidence} />
      {between as never}
      <RadioGroup
        name={levelField(id)}
        label={question}
        options={[
          ...levels.map(({ looks }, index) => ({
            value: String(index + 1),
            label: `${index + 1}. ${content.levelNames[index]}`,
            hint: looks,
          })),
          { value: "unsure", label: "I cannot say" },
        ]}
        value={textOf(values, levelField(id))}
        problems={problems}
      />
      <TextArea
        name={noteField(id)}
        label={note}
        optional
        rows={2}
        most={MOST_NOTE}
        value={textOf(values, noteField(id))}
        problems={problems}
      />
    </section>
  );
}

/** What the record says beside an indicator; nothing where it says nothing. */
export function Evidence({ sentences, when }: { sentences: string[]; when?: string }) {
  if (sentences.length === 0) return null;
  return (
    <div class="evidence">
      <p class="eyebrow">{when ?? "What the partnership’s page says"}</p>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
