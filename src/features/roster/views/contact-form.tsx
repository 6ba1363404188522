import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { nameOrAddress } from "../names.ts";
import { contactPath, peoplePath } from "../paths.ts";
import type { Contact } from "../queries.ts";
import { CONSENT_WORDS, CONSENTS, STANDING_WORDS, STANDINGS } from "../standings.ts";

export interface ContactFormProps {
  workspace: Workspace;
  /** The one to change; without it, somebody is added. */
  contact: Contact | undefined;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs: FormValues | undefined;
  /** Ids of those who know them. */
  chosen: string[];
  knowers: Contact[] | { id: string; name: string; email: string | null }[];
  /** Names of companies that are on the roster. */
  companies: string[];
  problems: Problems;
}

/** Adds somebody to the roster, or changes what is known. */
export function ContactForm(props: ContactFormProps) {
  const { workspace, contact, values, theirs, chosen, knowers, companies, problems } = props;
  const { slug } = workspace;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const back = contact ? contactPath(slug, contact.id) : peoplePath(slug);
  return (
    <>
      <PageHead
        title={contact ? `Change ${nameOrAddress(contact)}` : "Add somebody"}
        trail={tableTrail(
          workspace,
          { href: peoplePath(slug), label: "People" },
          ...(contact ? [{ href: back, label: nameOrAddress(contact) }] : []),
        )}
        lede="Only your team reads this. A name or an address is enough to begin."
      />
      <ErrorSummary problems={problems} />
      {theirs && <StaleNotice fields={fieldsOf(theirs, values)} />}
      <Form
        action={contact ? contactPath(slug, contact.id, "edit") : peoplePath(slug)}
        keep={contact ? `roster-${contact.id}-${textOf(values, "version")}` : `roster-new-${workspace.id}`}
        guard
      >
        {contact && <Hidden name="version" value={textOf(values, "version")} />}
        <TextField {...field("name")} label="Name" optional />
        <TextField {...field("email")} type="email" label="E-mail address" optional />
        <FieldsRow>
          <TextField {...field("title")} label="Position" optional />
          <TextField {...field("company")} label="Company or organization" suggestions={companies} optional />
        </FieldsRow>
        <RadioGroup
          {...field("side")}
          label="They come for"
          options={[
            {
              value: "business",
              label: "A business",
              hint: "Sits at the inner table and sets the agenda.",
            },
            {
              value: "public",
              label: "A support partner",
              hint: "A college, school, workforce board, agency, chamber or community body: listens, then helps.",
            },
          ]}
        />
        <Select
          {...field("standing")}
          label="How far they have come"
          options={STANDINGS.map((value) => ({ value, label: STANDING_WORDS[value] }))}
        />
        <Checkbox
          name="isChampion"
          problems={problems}
          checked={textOf(values, "isChampion") !== ""}
          label="Business champion"
          hint="Lends name and voice: invites peers, fronts the meeting, drives a priority."
        />
        {knowers.length > 0 && (
          <CheckboxGroup
            name="knownBy"
            problems={problems}
            label="Who knows them"
            hint="The one who could ask. A call sheet for each champion is made from this."
            options={knowers.map((one) => ({ value: one.id, label: nameOrAddress(one) }))}
            values={chosen}
            columns
            optional
          />
        )}
        <TextArea
          {...field("caresAbout")}
          label="What they care about"
          hint="In their words. A welcome letter may take it up."
          rows={3}
          most={600}
          optional
        />
        <FieldsRow>
          <TextField {...field("phone")} type="tel" label="Phone" optional />
          <TextField
            {...field("greeting")}
            label="A letter calls them"
            hint="Where it is not the first of their names."
            optional
          />
        </FieldsRow>
        <TextField
          {...field("segments")}
          label="Segments"
          hint="Words by which you pick people later, parted by commas: hospitals, north county."
          optional
        />
        <Select
          {...field("consent")}
          label="May the partnership write to them?"
          hint="An invitation from a champion who knows them is personal. For anything regular, ask."
          options={CONSENTS.map((value) => ({ value, label: CONSENT_WORDS[value] }))}
        />
        <TextField
          {...field("consentSource")}
          label="How you know"
          hint="“Asked on the phone in May”, “Signed up at the launch”."
          optional
        />
        <Fold
          title="An assistant who reads for them"
          open={textOf(values, "assistantEmail") !== "" || Boolean(problems.assistantEmail)}
        >
          <p class="measure">
            Letters in a champion’s name go to the assistant for review as well, by a link that needs no
            account.
          </p>
          <TextField {...field("assistantName")} label="The assistant’s name" optional />
          <TextField
            {...field("assistantEmail")}
            type="email"
            label="The assistant’s e-mail address"
            optional
          />
        </Fold>
        <TextArea
          {...field("note")}
          label="Your team’s note"
          hint="Stays with your team: no letter uses it, and no export has it."
          rows={3}
          most={2_000}
          optional
        />
        <Buttons>
          <Button>{contact ? "Save" : "Put on the roster"}</Button>
          <ButtonLink href={back} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}

const LABELS: Record<string, string> = {
  name: "Name",
  email: "E-mail address",
  title: "Position",
  company: "Company or organization",
  standing: "How far they have come",
  phone: "Phone",
  greeting: "A letter calls them",
  segments: "Segments",
  consentSource: "How you know",
  caresAbout: "What they care about",
  note: "Your team’s note",
};

function fieldsOf(theirs: FormValues, yours: FormValues) {
  return Object.entries(LABELS).map(([name, label]) => ({
    label,
    theirs: textOf(theirs, name),
    yours: textOf(yours, name),
  }));
}
