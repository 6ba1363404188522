import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Hidden } from "#ui/form.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";

/** What came back, where a form did. */
export interface Returned {
  values?: FormValues;
  problems?: Problems;
}

/** Says one opportunity. Its id is made with the form, so that what is sent twice is one. */
export function SayForm(props: { action: string; freshId: string; scribe?: boolean } & Returned) {
  const { values = {}, problems = {} } = props;
  return (
    <form class="form" method="post" action={props.action} novalidate data-send="stay" data-key="say">
      <ErrorSummary problems={problems} />
      <Hidden name="id" value={textOf(values, "id") || props.freshId} />
      <TextArea
        name="words"
        label={props.scribe ? "What was said" : "An opportunity you see"}
        hint={props.scribe ? undefined : "A few words that all can read on the screen."}
        rows={2}
        value={textOf(values, "words")}
        problems={problems}
      />
      <TextField
        name="company"
        label={props.scribe ? "Whose words" : "Your company"}
        optional
        autocomplete="organization"
        value={textOf(values, "company")}
        problems={problems}
      />
      <div class="buttons">
        <Button>Put it on the screen</Button>
      </div>
    </form>
  );
}
