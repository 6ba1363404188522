import type { Problems } from "#base/outcome.ts";
import type { KnownPartnership } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { IndicatorSet } from "../../sets/queries.ts";
import { indicatorsPath } from "../door.ts";
import { FIRST_DAY, MOST_NOTE } from "../rules.ts";
import { trailTo } from "./trail.ts";

export interface NewPageProps {
  partnership: KnownPartnership;
  set: IndicatorSet | undefined;
  values: FormValues;
  /** The last day that may be chosen. */
  today: string;
  problems: Problems;
}

export function NewPage({ partnership, set, values, today, problems }: NewPageProps) {
  return (
    <>
      <PageHead title="A look at yourselves" trail={trailTo(partnership)} />
      {set ? (
        <>
          <ErrorSummary problems={problems} />
          <Form action={indicatorsPath(partnership.slug)}>
            <p class="measure">
              You will answer “{set.name}”, version {set.version}: {set.content.indicators.length} indicators,
              four levels each. <a href="/indicators">Read them first</a>
            </p>
            <DayAndNote values={values} problems={problems} today={today} />
            <Button>Begin</Button>
          </Form>
        </>
      ) : (
        <EmptyState title="Nothing to answer yet" icon="list-checks">
          The editors of this site have not published any indicators so far.
        </EmptyState>
      )}
    </>
  );
}

export function DayAndNote({ values, problems, today }: Pick<NewPageProps, "values" | "problems" | "today">) {
  return (
    <>
      <TextField
        name="heldOn"
        label="Day"
        type="date"
        width="short"
        value={textOf(values, "heldOn")}
        min={FIRST_DAY}
        max={today}
        hint="When you look at it together, or began to. One that you held on paper may lie further back."
        problems={problems}
      />
      <TextArea
        name="note"
        label="What was the occasion?"
        optional
        rows={3}
        most={MOST_NOTE}
        value={textOf(values, "note")}
        hint="For those who read it in a year: the meeting, who was in the room. Your team sees it."
        problems={problems}
      />
    </>
  );
}
