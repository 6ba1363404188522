import type { Problems } from "#base/outcome.ts";
import { tablePath, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { GATE_ANSWERS, GATE_WORDS, type Phase } from "../phases.ts";
import type { GateEntry } from "../queries.ts";

export interface GatePageProps {
  workspace: Workspace;
  phase: Phase;
  entries: GateEntry[];
  values: FormValues | undefined;
  problems: Problems;
}

/** The field's questions at the end of a phase. Nothing is locked by an answer: they are for talking. */
export function GatePage({ workspace, phase, entries, values, problems }: GatePageProps) {
  const path = tablePath(workspace.slug, "roadmap");
  return (
    <>
      <PageHead
        title={phase.title}
        trail={tableTrail(workspace, { href: path, label: "Roadmap" })}
        lede="Questions to talk about before you go on. No answer stops you; “not yet” tells you what to do first."
      />
      <ErrorSummary problems={problems} />
      <Form action={`${path}/gates/${phase.key}`} guard>
        {phase.gate.map(({ key, words }) => {
          const entry = entries.find(({ question }) => question === key);
          return (
            <>
              <RadioGroup
                name={`${key}-answer`}
                label={words}
                problems={problems}
                value={values ? textOf(values, `${key}-answer`) : entry?.answer}
                options={GATE_ANSWERS.map((value) => ({ value, label: GATE_WORDS[value] }))}
                optional
              />
              <TextField
                name={`${key}-word`}
                label="What makes you say so"
                value={values ? textOf(values, `${key}-word`) : entry?.word}
                problems={problems}
                optional
              />
            </>
          );
        })}
        <Buttons>
          <Button>Keep the answers</Button>
          <ButtonLink href={path} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
