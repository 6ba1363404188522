import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { Indicator } from "../../content.ts";
import type { IndicatorSet } from "../queries.ts";
import type { Difference } from "../rules.ts";

const DRAFT = "/desk/indicators/draft";

const DIFFERENCES: Record<Difference, { words: string; tone?: "strong" | "warn" }> = {
  new: { words: "New", tone: "strong" },
  same: { words: "As it is asked today" },
  mended: { words: "Mended, means the same" },
  reworded: { words: "Reworded: not comparable with earlier answers", tone: "warn" },
};

const LABELS: Record<string, string> = {
  name: "Name",
  introduction: "Introduction",
  note: "What is new",
  source: "Source",
  level1: "Level 1",
  level2: "Level 2",
  level3: "Level 3",
  level4: "Level 4",
};

export interface DraftPageProps {
  draft: IndicatorSet;
  /** How each indicator stands to what is asked today, in the order of the draft. */
  differences: Difference[];
  values: FormValues;
  theirs: FormValues | undefined;
  problems: Problems;
}

export function DraftPage({ draft, differences, values, theirs, problems }: DraftPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const fields = Object.entries(LABELS).map(([name, label]) => ({
    label,
    theirs: textOf(theirs ?? {}, name),
    yours: textOf(values, name),
  }));
  return (
    <>
      <PageHead
        title={`Draft of version ${draft.version}`}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/indicators", label: "Indicators" },
        ]}
        lede="Nobody but editors sees it. Publishing puts it in the place of the version that is asked today."
      />
      <ErrorSummary problems={problems} />
      {theirs && <StaleNotice fields={fields} />}
      <Section title="The indicators">
        <ol class="bare draft-indicators">
          {draft.content.indicators.map((indicator, index) => (
            <DraftRow
              indicator={indicator}
              number={index + 1}
              difference={differences[index] ?? "new"}
              revision={draft.revision}
            />
          ))}
        </ol>
        <p>
          <ButtonLink href={`${DRAFT}/new`} look="quiet">
            Add an indicator
          </ButtonLink>
        </p>
      </Section>
      <Section title="The set as a whole">
        <Form action={DRAFT} keep={`indicator-set-${draft.version}-${draft.revision}`} guard>
          <Hidden name="revision" value={textOf(values, "revision")} />
          <TextField {...field("name")} label="Name" />
          <TextArea {...field("introduction")} label="Introduction" rows={4} most={1_200} />
          <FieldsRow>
            <TextField {...field("level1")} label="Level 1 is called" />
            <TextField {...field("level2")} label="Level 2 is called" />
            <TextField {...field("level3")} label="Level 3 is called" />
            <TextField {...field("level4")} label="Level 4 is called" />
          </FieldsRow>
          <TextArea
            {...field("note")}
            label="What is new"
            optional={draft.version === 1}
            rows={3}
            most={600}
            hint="For those who answered the version before."
          />
          <TextArea
            {...field("source")}
            label="Where the indicators come from"
            optional
            rows={4}
            most={1_000}
          />
          <Button look="quiet">Save</Button>
        </Form>
      </Section>
      <Section title="When it is ready">
        <div class="row">
          <Form action={`${DRAFT}/publication`} bare>
            <Hidden name="revision" value={draft.revision} />
            <ConfirmStep question="Publish it? From then on it cannot be changed.">
              <Button>Publish version {draft.version}</Button>
            </ConfirmStep>
          </Form>
          <Form action={`${DRAFT}/removal`} bare>
            <ConfirmStep question="Throw the draft away?">
              <Button look="danger">Throw the draft away</Button>
            </ConfirmStep>
          </Form>
        </div>
      </Section>
    </>
  );
}

function DraftRow(props: { indicator: Indicator; number: number; difference: Difference; revision: number }) {
  const { indicator, number, difference, revision } = props;
  const { words, tone } = DIFFERENCES[difference];
  const deed = (action: string, label: string, direction?: string) => (
    <Form action={`${DRAFT}/indicators/${indicator.id}/${action}`} bare>
      <Hidden name="revision" value={revision} />
      {direction && <Hidden name="direction" value={direction} />}
      <Button look="plain" compact>
        {label}
        <span class="visually-hidden">: {indicator.title}</span>
      </Button>
    </Form>
  );
  return (
    <li>
      <p class="row">
        <span class="indicator-number" aria-hidden="true">
          {number}
        </span>
        <a href={`${DRAFT}/indicators/${indicator.id}`}>{indicator.title}</a>
        <Badge {...(tone ? { tone } : {})}>{words}</Badge>
      </p>
      <div class="row-actions">
        {deed("position", "Up", "up")}
        {deed("position", "Down", "down")}
        {deed("removal", "Leave out")}
      </div>
    </li>
  );
}
