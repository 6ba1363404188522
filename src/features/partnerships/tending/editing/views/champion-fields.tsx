import { FieldsRow } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { type FormState, fieldOf } from "../field-of.ts";
import { ProfileField } from "./profile-field.tsx";

export function ChampionFields(state: FormState) {
  return (
    <>
      <TextField {...fieldOf(state, "name")} label="Name" autocomplete="off" />
      <ProfileField {...state} />
      <FieldsRow>
        <TextField {...fieldOf(state, "title")} label="Title" hint="Such as Chief executive." optional />
        <TextField
          {...fieldOf(state, "organization")}
          label="Company"
          hint="One that our directory does not have yet is added to it."
          optional
        />
      </FieldsRow>
      <h2>Consent</h2>
      <Notice tone="info">
        <p>
          Without consent written down, readers do not see this champion at all. Empty these fields when
          somebody takes their consent back.
        </p>
      </Notice>
      <TextField
        {...fieldOf(state, "consentHow")}
        label="How they agreed"
        hint="In words: by e-mail, on paper at the launch, on the phone."
        optional
      />
      <FieldsRow>
        <TextField {...fieldOf(state, "consentOn")} label="On which day" type="date" optional />
        <TextField {...fieldOf(state, "consentBy")} label="Who asked them" autocomplete="off" optional />
      </FieldsRow>
      <h2>What they say</h2>
      <TextArea
        {...fieldOf(state, "words")}
        label="Their words"
        hint="As they said or wrote them, with nothing added."
        rows={4}
        most={2_000}
        optional
      />
      <TextField
        {...fieldOf(state, "video")}
        label="Film"
        type="url"
        hint="The address of a short film of them."
        optional
      />
      <TextArea
        {...fieldOf(state, "transcript")}
        label="What is said in the film"
        hint="Needed when there is a film."
        rows={5}
        most={40_000}
        optional
      />
      <h2>Since when</h2>
      <FieldsRow>
        <TextField
          {...fieldOf(state, "since")}
          label="Champion since"
          hint="As far as it is known: 2018, March 2018 or 2018-03-14."
          optional
        />
        <TextField
          {...fieldOf(state, "until")}
          label="Until"
          hint="When they have handed over. They stay on the page as one of the past."
          optional
        />
      </FieldsRow>
    </>
  );
}
