import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import type { Opportunity } from "../queries.ts";

/** Words on the wall, with whose they are. */
export function Saying({ words, company }: Pick<Opportunity, "words" | "company">) {
  return (
    <>
      <bdi class="saying-words">{words}</bdi>
      {company && <bdi class="saying-company">{company}</bdi>}
    </>
  );
}

/** The form of one that came back. */
export interface Mended {
  id: string;
  values: FormValues;
  problems: Problems;
}

/** What was said, newest first; for those who conduct, to mend or take off. */
export function Wall({
  opportunities,
  base,
  mended,
}: {
  opportunities: readonly Opportunity[];
  base?: string;
  mended?: Mended | undefined;
}) {
  if (opportunities.length === 0) return <p class="quiet-text">Nothing is on the wall yet.</p>;
  return (
    <ul class="bare wall">
      {[...opportunities].reverse().map((one) => (
        <li class="saying" data-key={one.id} id={`said-${one.id}`}>
          <Saying {...one} />
          {base && (
            <Mending
              one={one}
              action={`${base}/opportunities/${one.id}`}
              mended={mended?.id === one.id ? mended : undefined}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Mending({ one, action, mended }: { one: Opportunity; action: string; mended: Mended | undefined }) {
  const id = `mend-${one.id}`;
  const problems = Object.values(mended?.problems ?? {}).flat();
  return (
    <details class="mend" open={mended !== undefined}>
      <summary>
        Change<span class="visually-hidden"> “{one.words}”</span>
      </summary>
      <Form action={action}>
        <Hidden name="version" value={one.version} />
        <div class={problems.length > 0 ? "field wrong" : "field"}>
          <label for={id}>Words</label>
          {problems.length > 0 && (
            <p class="field-problem" id={`${id}-problem`} role="alert">
              <span class="visually-hidden">Error: </span>
              {problems.join(" ")}
            </p>
          )}
          <textarea
            id={id}
            name="words"
            rows={2}
            dir="auto"
            aria-invalid={problems.length > 0 ? "true" : undefined}
            aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
          >
            {mended ? textOf(mended.values, "words") : one.words}
          </textarea>
        </div>
        <div class="field">
          <label for={`${id}-company`}>Whose words</label>
          <input
            id={`${id}-company`}
            name="company"
            type="text"
            value={mended ? textOf(mended.values, "company") : one.company}
          />
        </div>
        <div class="buttons">
          <Button compact>Save</Button>
          <Button compact look="danger" formaction={`${action}/removal`}>
            Take it off the wall
          </Button>
        </div>
      </Form>
    </details>
  );
}
