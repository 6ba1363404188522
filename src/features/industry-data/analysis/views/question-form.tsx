import type { Problems } from "#base/outcome.ts";
import { CountyPicker, stateByFips } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { Button } from "#ui/button.tsx";
import { CheckboxGroup, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { periodWords } from "../question.ts";
import type { AskedQuestion } from "../read-question.ts";

export interface QuestionFormProps {
  /** As typed, also where it was refused. */
  asked: AskedQuestion;
  problems?: Problems;
  /** Periods that are held, oldest first. */
  periods: readonly string[];
  sectors: readonly Sector[];
  submit: string;
}

const LEVEL_CHOICES = [
  {
    value: "named",
    label: "Named sectors",
    hint: "Sets of industries as partnerships use them, such as healthcare",
  },
  { value: "sector", label: "NAICS sectors, two digits" },
  { value: "3", label: "NAICS, three digits" },
  { value: "4", label: "NAICS, four digits", hint: "Where figures so fine are held; much is withheld there" },
];

const OWNERSHIP_CHOICES = [
  { value: "all", label: "All employers", hint: "With public hospitals, schools and colleges" },
  { value: "private", label: "Private employers only" },
];

/** Which counties, which years, which industries: a plain GET, so that every analysis has an address. */
export function QuestionForm({ asked, problems = {}, periods, sectors, submit }: QuestionFormProps) {
  // As one address has them all they stand in a field each.
  const counties = [asked.counties ?? []]
    .flat()
    .flatMap((typed) => (/^[\d\s,]+$/.test(typed) ? typed.split(",") : [typed]));
  const states = [...new Set(counties.flatMap((fips) => stateByFips(fips)?.code ?? []))];
  const chosen = [asked.sectors ?? []].flat();
  const choices = periods.map((period) => ({ value: period, label: periodWords(period) }));
  return (
    <>
      <ErrorSummary problems={problems} />
      <Form action="/industry/analysis" method="get" width="wide">
        <CountyPicker
          name="counties"
          label="Counties of the region"
          hint="A labor-market region follows the industry, not borders: counties may lie in several states."
          values={counties}
          states={states}
          problems={problems}
        />
        <div class="fields-beside">
          <Select
            name="from"
            label="From"
            options={choices}
            value={asked.from ?? ""}
            width="short"
            problems={problems}
          />
          <Select
            name="to"
            label="To"
            options={choices}
            value={asked.to ?? ""}
            width="short"
            problems={problems}
          />
        </div>
        <RadioGroup
          name="ownership"
          label="Whose jobs count"
          options={OWNERSHIP_CHOICES}
          value={asked.ownership ?? "all"}
          problems={problems}
        />
        <RadioGroup
          name="level"
          label="Industries"
          options={LEVEL_CHOICES}
          value={asked.level ?? "named"}
          problems={problems}
        />
        <Fold
          title="Only some of the named sectors"
          open={chosen.length > 0 || problems.sectors !== undefined}
        >
          <CheckboxGroup
            name="sectors"
            label="Named sectors"
            hint="Tick none to see all of them."
            optional
            columns
            options={sectors.map(({ slug, name }) => ({ value: slug, label: name }))}
            values={chosen}
            problems={problems}
          />
        </Fold>
        <div class="buttons">
          <Button>{submit}</Button>
        </div>
      </Form>
    </>
  );
}
