import type { Problems } from "#base/outcome.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Contact } from "#features/roster/public.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { CheckboxGroup, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { AUDIENCE_WORDS, AUDIENCES, KIND_WORDS, MOST, SIGNING_WORDS, SIGNINGS } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { Round } from "../../rounds/queries.ts";
import { FieldList } from "../../views/field-list.tsx";

export interface TextPageProps {
  workspace: Workspace;
  round: Round;
  champions: Contact[];
  people: { id: string; label: string }[];
  values: FormValues;
  problems: Problems;
  /** What somebody else saved meanwhile. */
  stale: Round | undefined;
}

/** The text that all letters of a round share, who signs them and where answers go. */
export function TextPage(props: TextPageProps) {
  const { workspace, round, champions, people, values, problems, stale } = props;
  const back = lettersPath(workspace.slug, round.id);
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <PageHead
        title="The text of the letters"
        trail={lettersTrail(workspace, { href: back, label: KIND_WORDS[round.kind].one })}
        lede="Words in double braces are filled in for each person. Everything else is yours to change."
      />
      <ErrorSummary problems={problems} />
      {stale && (
        <StaleNotice
          fields={[
            { label: "Subject", theirs: stale.subject, yours: textOf(values, "subject") },
            { label: "Letter", theirs: stale.body, yours: textOf(values, "body") },
          ]}
        />
      )}
      <Form
        action={lettersPath(workspace.slug, round.id, "text")}
        width="wide"
        keep={`letters-${round.id}`}
        guard
      >
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("subject")} label="Subject" />
        <TextArea
          {...field("body")}
          label="Letter"
          hint="A blank line begins a new paragraph, a hyphen a list, and **two stars** make words bold."
          rows={18}
          most={MOST.body}
        />
        <FieldList />
        <TextField
          {...field("unknownGreeting")}
          label="Greeting where no name is known"
          hint="Such as “Dear neighbor”. Those whom it greets are named before anything goes out."
          width="medium"
        />
        <FieldsRow>
          <TextField
            {...field("actionLabel")}
            label="The one thing to do"
            hint="It stands where {{action}} is. One is enough: of three, people do none."
            optional
          />
          <TextField {...field("actionUrl")} label="Its link" type="url" optional />
        </FieldsRow>
        <RadioGroup
          {...field("signing")}
          label="In whose name?"
          hint="In a champion’s name nothing goes out before they, or who reads for them, said yes."
          options={SIGNINGS.map((value) => ({ value, label: SIGNING_WORDS[value] }))}
        />
        <Select
          {...field("signedBy")}
          label="Which champion?"
          hint="Also for those whom no champion asks in particular."
          optional
          blank="None"
          options={champions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FieldsRow>
          <TextField {...field("replyName")} label="Who gets the answers" optional />
          <TextField {...field("replyEmail")} label="Their e-mail address" type="email" />
        </FieldsRow>
        <RadioGroup
          {...field("audience")}
          label="For whom?"
          options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORDS[value] }))}
        />
        <Fold title="Choose people from the roster" open={textOf(values, "audience") === "chosen"}>
          {people.length === 0 ? (
            <p>There is nobody on the roster yet.</p>
          ) : (
            <CheckboxGroup
              name="chosen"
              label="Who gets it"
              hint="Counts where you chose “People chosen from the roster” above."
              optional
              columns
              values={listOf(values, "chosen")}
              problems={problems}
              options={people.map(({ id, label }) => ({ value: id, label }))}
            />
          )}
        </Fold>
        <Button>Save</Button>
      </Form>
    </>
  );
}
