import { allStates } from "#features/places/public.ts";
import { listOf } from "#platform/http/forms.ts";
import { CheckboxGroup, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { KIND_WORDS, KINDS } from "../../kinds.ts";
import type { Choices } from "../choices.ts";
import { type FormState, fieldOf } from "./field-of.ts";

const STATES = [...allStates()]
  .sort((a, b) => a.name.localeCompare(b.name))
  .map(({ code, name }) => ({ value: code, label: name }));

export function PartnershipFields(state: FormState & { partnerships: string[] }) {
  const more = listOf(state.values, "alsoStates");
  return (
    <>
      <h2>Your partnership</h2>
      <TextField
        {...fieldOf(state, "partnership")}
        label="Partnership"
        hint="Its name as you use it. If no partnership stands behind this, the organization that does."
        suggestions={state.partnerships}
        autocomplete="off"
      />
      <TextField
        {...fieldOf(state, "place")}
        label="Place"
        hint="The city, county or region, such as Berks County."
        optional
      />
      <Select
        {...fieldOf(state, "state")}
        label="State"
        options={STATES}
        blank="Choose a state"
        width="medium"
      />
      <details open={more.length > 0 || state.problems.alsoStates !== undefined}>
        <summary>It concerns more than one state</summary>
        <CheckboxGroup
          {...fieldOf(state, "alsoStates")}
          values={more}
          label="Other states"
          options={STATES}
          columns
          optional
        />
      </details>
    </>
  );
}

export function WhatFields(state: FormState & { choices: Choices }) {
  const { values, choices } = state;
  const offer = (all: { slug: string; name: string }[]) =>
    all.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <>
      <h2>What it is</h2>
      <RadioGroup
        {...fieldOf(state, "kind")}
        label="Kind"
        columns
        options={KINDS.map((kind) => ({
          value: kind,
          label: KIND_WORDS[kind].name,
          hint: KIND_WORDS[kind].hint,
        }))}
      />
      <TextField
        {...fieldOf(state, "title")}
        label="Title"
        hint="What happened, in a line of up to 160 characters."
      />
      <TextArea
        {...fieldOf(state, "summary")}
        label="Summary"
        hint="One or two sentences that make somebody read on."
        rows={3}
        most={240}
      />
      <rich-text>
        <TextArea
          {...fieldOf(state, "story")}
          label="Story"
          hint="What you did, what came of it, and what others should know before they try. A blank line starts a new paragraph, ## a heading, - a list."
          rows={14}
          most={20_000}
        />
      </rich-text>
      {choices.sectors.length > 0 && (
        <CheckboxGroup
          {...fieldOf(state, "sectors")}
          values={listOf(values, "sectors")}
          label="Sectors"
          hint="Leave them empty when it concerns all."
          options={offer(choices.sectors)}
          columns
          optional
        />
      )}
      {choices.topics.length > 0 && (
        <CheckboxGroup
          {...fieldOf(state, "topics")}
          values={listOf(values, "topics")}
          label="Topics"
          options={offer(choices.topics)}
          columns
          optional
        />
      )}
    </>
  );
}

export function CreditFields(state: FormState) {
  return (
    <>
      <h2>Credit</h2>
      <TextField
        {...fieldOf(state, "credit")}
        label="How shall we credit it?"
        hint="The line that readers see, such as “Shared by Ana Ruiz, convener of the Lane Workforce Partnership”."
      />
      <RadioGroup
        {...fieldOf(state, "license")}
        label="May others use the documents?"
        options={[
          {
            value: "cc-by",
            label: "Yes, if they say where they have them from",
            hint: "Creative Commons Attribution 4.0. Anyone may copy and change them.",
          },
          {
            value: "as-shared",
            label: "They may read them here, and ask us for more",
            hint: "All rights stay with you.",
          },
        ]}
      />
    </>
  );
}
