import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { periodWords } from "../../analysis/question.ts";
import { regionPath } from "../../regions/paths.ts";
import type { Region } from "../../regions/queries.ts";
import { choicePath, trailTo } from "../door.ts";
import type { Choice } from "../queries.ts";
import { ChangedMeanwhile } from "./stale.tsx";

export interface QuestionPageProps {
  region: Region;
  /** The one to change; without it, one is begun. */
  choice?: Choice;
  /** That figures are held of. */
  periods: string[];
  values: FormValues;
  stale?: boolean;
  problems: Problems;
}

/** What a choice asks of the figures. */
export function QuestionPage({ region, choice, periods, values, stale, problems }: QuestionPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const options = periods.map((period) => ({ value: period, label: periodWords(period) }));
  return (
    <>
      <PageHead
        title={choice ? "The question" : "Choose a sector"}
        trail={trailTo(region, choice)}
        lede={
          choice
            ? undefined
            : "First what you look at, then which industries you compare and what counts how much. Each of you scores what no figure shows; then you talk, and decide."
        }
      />
      <ErrorSummary problems={problems} />
      <ChangedMeanwhile stale={stale ?? false} />
      {periods.length === 0 ? (
        <EmptyState title="No figures are held here yet" icon="file-spreadsheet">
          The editors of this site have to bring them in first.
        </EmptyState>
      ) : (
        <Form
          action={choice ? choicePath(region, choice.id, "question") : regionPath(region.slug, "choices")}
        >
          {choice && <Hidden name="version" value={textOf(values, "version")} />}
          <TextField
            {...field("title")}
            label="What you call it"
            hint="For instance: Our first sector, Academy of March 2018."
          />
          <FieldsRow>
            <Select {...field("from")} label="From" options={options} width="medium" />
            <Select {...field("to")} label="To" options={options} width="medium" />
          </FieldsRow>
          <RadioGroup
            {...field("ownership")}
            label="Whose jobs count"
            options={[
              {
                value: "all",
                label: "All employers",
                hint: "Public hospitals, schools and colleges count with the private ones.",
              },
              { value: "private", label: "Private employers alone" },
            ]}
          />
          <RadioGroup
            {...field("level")}
            label="What the candidates are"
            hint={choice ? "At another level they are chosen anew." : undefined}
            options={[
              {
                value: "named",
                label: "The sectors of this site",
                hint: "Named sets of industries, as partnerships use them.",
              },
              { value: "sector", label: "NAICS sectors", hint: "Two digits: 62, 31–33." },
              {
                value: "3",
                label: "NAICS subsectors",
                hint: "Three digits: 621, 311. Much is withheld in small counties.",
              },
            ]}
          />
          <Button>{choice ? "Save" : "Go on to the candidates"}</Button>
        </Form>
      )}
    </>
  );
}
