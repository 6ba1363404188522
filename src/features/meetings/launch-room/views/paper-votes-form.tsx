import type { Problems } from "#base/outcome.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { CheckboxGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { problemsOf } from "#ui/field.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { countField } from "../forms.ts";
import type { Group, Voter } from "../queries.ts";
import { votesWords } from "../voting.ts";

/** Types in what was counted on paper: all papers together, so that none is told from another. */
export function PaperVotesForm(props: {
  action: string;
  groups: readonly Group[];
  voters: readonly Voter[];
  votesEach: number;
  values?: FormValues;
  problems?: Problems;
}) {
  const { values = {}, problems = {} } = props;
  const open = props.voters.filter(({ voted }) => !voted);
  if (open.length === 0) return <p>Every company’s votes are in.</p>;
  const wrong = problemsOf({ name: "counts", problems });
  return (
    <form class="form" method="post" action={props.action} novalidate>
      <ErrorSummary problems={problems} />
      <p>
        Shuffle the papers, count the marks beside each choice, and type the sums in once, for all papers
        together. Every company has {votesWords(props.votesEach)}.
      </p>
      <CheckboxGroup
        name="companies"
        label="Whose papers these are"
        options={open.map(({ id, name }) => ({ value: id, label: name }))}
        values={listOf(values, "companies")}
        columns
        problems={problems}
      />
      <fieldset id="field-counts" class={wrong.length > 0 ? "field wrong" : "field"}>
        <legend>Votes on these papers</legend>
        {wrong.length > 0 && <p class="field-problem">{wrong.join(" ")}</p>}
        <div class="paper-counts">
          {props.groups.map(({ id, title }) => (
            <TextField
              name={countField(id)}
              label={title}
              optional
              inputmode="numeric"
              width="short"
              autocomplete="off"
              value={textOf(values, countField(id))}
              problems={problems}
            />
          ))}
        </div>
      </fieldset>
      <div class="buttons">
        <Button>Put them into the box</Button>
      </div>
    </form>
  );
}
