import type { Problems } from "#base/outcome.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { EVIDENCE, EVIDENCE_KINDS, type Indicator, LEVELS } from "../../content.ts";

const DRAFT = "/desk/indicators/draft";

const LABELS: Record<string, string> = {
  title: "Title",
  question: "Question",
  why: "Why it matters",
  ...Object.fromEntries(
    LEVELS.flatMap((level) => [
      [`looks${level}`, `How level ${level} looks`],
      [`next${level}`, `What to do from level ${level}`],
    ]),
  ),
  prompt: "Question for the talk",
  source: "Source",
};

export interface IndicatorFormProps {
  existing: Indicator | undefined;
  levelNames: string[];
  /** The same indicator as it is asked today, if it is. */
  asked: Indicator | undefined;
  values: FormValues;
  theirs: FormValues | undefined;
  problems: Problems;
}

export function IndicatorFormPage(props: IndicatorFormProps) {
  const { existing, levelNames, asked, values, theirs, problems } = props;
  const field = (name: string) => ({
    name,
    label: LABELS[name] ?? name,
    value: textOf(values, name),
    problems,
  });
  const fields = Object.entries(LABELS).map(([name, label]) => ({
    label,
    theirs: textOf(theirs ?? {}, name),
    yours: textOf(values, name),
  }));
  return (
    <>
      <PageHead
        title={existing ? `Change “${existing.title}”` : "Add an indicator"}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/indicators", label: "Indicators" },
          { href: DRAFT, label: "Draft" },
        ]}
      />
      <ErrorSummary problems={problems} />
      {theirs && <StaleNotice fields={fields} />}
      <Form
        action={existing ? `${DRAFT}/indicators/${existing.id}` : `${DRAFT}/indicators`}
        keep={`indicator-${existing?.id ?? "new"}-${textOf(values, "revision")}`}
        guard
      >
        <Hidden name="revision" value={textOf(values, "revision")} />
        <TextField {...field("title")} hint="As a partnership would say it of itself." />
        <TextArea {...field("question")} rows={2} most={300} />
        <TextArea {...field("why")} optional rows={3} most={600} />
        {LEVELS.map((level) => (
          <>
            <h2>
              Level {level}: {levelNames[level - 1]}
            </h2>
            <TextArea
              {...field(`looks${level}`)}
              label="How it looks"
              rows={3}
              most={600}
              hint={level === 1 ? "In plain words, so that a convener recognizes it." : undefined}
            />
            <TextArea {...field(`next${level}`)} label="One thing to do next" rows={2} most={400} />
          </>
        ))}
        <h2>Beside it</h2>
        <TextArea
          {...field("prompt")}
          optional
          rows={2}
          most={300}
          hint="To begin with where a team’s answers lie far apart."
        />
        <CheckboxGroup
          name="evidence"
          label="What of the partnership’s page stands beside it"
          optional
          options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: EVIDENCE[kind] }))}
          values={listOf(values, "evidence")}
          problems={problems}
        />
        <TextArea {...field("source")} optional rows={2} most={400} />
        {asked && (
          <Checkbox
            name="sameMeaning"
            label="I only mended the wording; it means the same as before"
            hint="Then answers to it stay comparable with earlier ones. Leave it empty if somebody could now choose another level."
            checked={textOf(values, "sameMeaning") !== ""}
            problems={problems}
          />
        )}
        <Button>{existing ? "Save" : "Add it"}</Button>
      </Form>
    </>
  );
}
