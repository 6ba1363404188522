import type { Problems } from "#base/outcome.ts";
import type { KnownPartnership } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import type { SetContent } from "../../content.ts";
import type { Assessment } from "../../queries.ts";
import type { IndicatorSet } from "../../sets/queries.ts";
import { indicatorsPath } from "../door.ts";
import { levelField, noteField } from "../forms.ts";
import type { Spread } from "../rules.ts";
import { IndicatorFields } from "./answer-page.tsx";
import { widthWords } from "./differences-page.tsx";
import { trailTo } from "./trail.ts";

export interface TeamAnswerPageProps {
  partnership: KnownPartnership;
  assessment: Assessment;
  set: IndicatorSet;
  spreads: Spread[];
  evidence: ReadonlyMap<string, string[]>;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs: FormValues | undefined;
  problems: Problems;
}

/** What the team agrees on, with everybody's levels in sight. */
export function TeamAnswerPage(props: TeamAnswerPageProps) {
  const { partnership, assessment, set, spreads, evidence, values, theirs, problems } = props;
  const { indicators } = set.content;
  return (
    <>
      <PageHead
        title="The team’s answer"
        trail={trailTo(partnership, assessment)}
        lede="What you agree on after the talk. It need not lie in the middle: somebody may have seen what the others had not."
        actions={
          <ButtonLink href={indicatorsPath(partnership.slug, assessment.id, "differences")} look="quiet">
            Where you differ
          </ButtonLink>
        }
      />
      <ErrorSummary problems={problems} />
      {theirs && <StaleNotice fields={fieldsOf(set.content, theirs, values)} />}
      <Form
        action={indicatorsPath(partnership.slug, assessment.id, "team-answer")}
        keep={`team-${assessment.id}-${textOf(values, "version")}`}
        guard
      >
        <Hidden name="version" value={textOf(values, "version")} />
        {indicators.map((indicator, index) => (
          <IndicatorFields
            indicator={indicator}
            number={index + 1}
            content={set.content}
            evidence={evidence.get(indicator.id) ?? []}
            between={<YouSaid spread={spreads[index]} content={set.content} />}
            values={values}
            problems={problems}
            note="Why, and what you want to change"
          />
        ))}
        <p class="hint">
          You may keep it with some left open and go on another day. Who reads the notes later is up to you;
          nobody’s own answer goes with them.
        </p>
        <Button>Keep the team’s answer</Button>
      </Form>
    </>
  );
}

function YouSaid({ spread, content }: { spread: Spread | undefined; content: SetContent }) {
  if (!spread || spread.said.length === 0) return null;
  const parts = [...content.levelNames, "Cannot say"].flatMap((name, index) => {
    const who = spread.said.filter(({ level }) => (level ?? 5) === index + 1);
    const names = who.map(({ name: one }) => one || "Somebody");
    return who.length > 0 ? [`${name}: ${names.join(", ")}`] : [];
  });
  return (
    <p class="you-said">
      <b>{widthWords(spread)}.</b> {parts.join(". ")}.
    </p>
  );
}

function fieldsOf({ indicators, levelNames }: SetContent, theirs: FormValues, values: FormValues) {
  const level = (of: FormValues, id: string) => {
    const chosen = textOf(of, levelField(id));
    return levelNames[Number(chosen) - 1] ?? (chosen === "unsure" ? "Cannot say" : "");
  };
  return indicators.flatMap(({ id, title }) => [
    { label: title, theirs: level(theirs, id), yours: level(values, id) },
    {
      label: `${title}: note`,
      theirs: textOf(theirs, noteField(id)),
      yours: textOf(values, noteField(id)),
    },
  ]);
}
