import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";
import { Picture } from "#features/media/public.ts";
import { allStates, CountyPicker } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Topic } from "#features/topics/public.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { fieldId } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { LONGEST_TEXT, STATE_FIELDS, shownField } from "../forms.ts";
import type { ShownPhoto } from "../queries.ts";
import { FIELD_ROLES, PHASES } from "../roles.ts";
import { PARTS, type Part } from "../visibility.ts";
import { theirsBeside } from "./stale-fields.ts";

export interface ProfileFormProps {
  values: FormValues;
  /** What was saved elsewhere while this form was open. */
  theirs: FormValues | undefined;
  problems: Problems;
  sectors: Sector[];
  topics: Topic[];
  photo: ShownPhoto | undefined;
  saved: boolean;
}

const AUDIENCE_CHOICES = [
  { value: "nobody", label: "Nobody" },
  { value: "members", label: "Members" },
  { value: "public", label: "Everyone" },
];

export function ProfileFormPage(props: ProfileFormProps) {
  const { values, problems, theirs } = props;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Your profile"
        lede="Tell your peers as much as you like. Nothing of it is shown until you say to whom, and you can take it back at any time."
      />
      {props.saved && <Saved listedFor={textOf(values, "listedFor")} />}
      {theirs && <StaleNotice fields={theirsBeside(theirs, values)} />}
      <Form action="/profile" files keep="profile" guard width="wide">
        <Hidden name="version" value={textOf(values, "version")} />
        <Hidden name="photoId" value={textOf(values, "photoId")} />
        <Hidden name="photoSeal" value={textOf(values, "photoSeal")} />
        <h2>Who finds you</h2>
        <RadioGroup
          {...field("listedFor")}
          label="List me in the directory for"
          options={[
            { value: "nobody", label: "Nobody", hint: "Your profile is kept, and only you see it." },
            { value: "members", label: "Members", hint: "People who are signed in to this site." },
            { value: "public", label: "Everyone", hint: "Also visitors, search engines and programs." },
          ]}
        />
        <RadioGroup
          {...field("writtenBy")}
          label="Who may write to me"
          hint="Letters go through this site. Your address is not shown; you show it when you answer."
          options={[
            { value: "nobody", label: "Nobody" },
            { value: "members", label: "Members" },
            { value: "public", label: "Everyone who finds me" },
          ]}
        />
        <p class="hint">
          Beside each part below, choose who sees it. A part is never shown to more people than your listing
          is.
        </p>
        <set-audiences hidden>
          <p>
            Show all parts to{" "}
            {AUDIENCE_CHOICES.map(({ value, label }) => (
              <button type="button" class="button quiet compact" data-audience={value}>
                {label}
              </button>
            ))}
          </p>
        </set-audiences>
        <h2>You and your work</h2>
        <TextField
          {...field("name")}
          label="Your name"
          autocomplete="name"
          hint="Shown wherever you are listed. Editors see it in any case."
        />
        <PartBlock part="role" values={values}>
          <Select
            {...field("role")}
            label="Your role"
            optional
            blank="Not said"
            options={Object.entries(FIELD_ROLES).map(([value, label]) => ({ value, label }))}
          />
        </PartBlock>
        <PartBlock part="title" values={values}>
          <TextField {...field("title")} label="Your title" optional autocomplete="organization-title" />
        </PartBlock>
        <PartBlock part="organization" values={values}>
          <TextField
            {...field("organization")}
            label="Your organization"
            optional
            autocomplete="organization"
          />
        </PartBlock>
        <PartBlock part="photo" values={values}>
          <Photo {...props} />
        </PartBlock>
        <h2>Where and on what</h2>
        <PartBlock part="places" values={values}>
          <Places {...props} />
        </PartBlock>
        <PartBlock part="sectors" values={values}>
          <CheckboxGroup
            name="sector"
            label="Sectors"
            optional
            columns
            values={listOf(values, "sector")}
            options={props.sectors.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </PartBlock>
        <PartBlock part="phases" values={values}>
          <CheckboxGroup
            name="phase"
            label="Phases you work in now"
            optional
            values={listOf(values, "phase")}
            options={Object.entries(PHASES).map(([value, label]) => ({ value, label }))}
          />
        </PartBlock>
        <PartBlock part="topics" values={values}>
          <CheckboxGroup
            name="topic"
            label="Topics"
            optional
            columns
            values={listOf(values, "topic")}
            options={props.topics.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </PartBlock>
        <h2>In your words</h2>
        <PartBlock part="canHelp" values={values}>
          <TextArea
            {...field("canHelp")}
            label="What I can help with"
            optional
            hint="What you have done and would tell a colleague about: a launch meeting, a shared training room, an apprenticeship."
            rows={5}
            most={LONGEST_TEXT}
          />
        </PartBlock>
        <PartBlock part="lookingFor" values={values}>
          <TextArea
            {...field("lookingFor")}
            label="What I am looking for"
            optional
            hint="What you would ask a peer who has been there before."
            rows={4}
            most={LONGEST_TEXT}
          />
        </PartBlock>
        <PartBlock part="about" values={values}>
          <TextArea {...field("about")} label="About you" optional rows={4} most={LONGEST_TEXT} />
        </PartBlock>
        <Buttons>
          <Button>Save</Button>
          <Button look="quiet" name="then" value="preview" icon="eye">
            Save and see how it looks
          </Button>
        </Buttons>
      </Form>
    </>
  );
}

function Saved({ listedFor }: { listedFor: string }) {
  return (
    <Notice tone="success" live title="Your profile is saved">
      <TypedSent name="profile" />
      <p>
        {listedFor === "nobody"
          ? "You are not listed, so only you see it. "
          : listedFor === "members"
            ? "Members find you in the directory now. "
            : "Everyone finds you in the directory now. "}
        <a href="/profile/preview">See it as others do</a>.
      </p>
    </Notice>
  );
}

/** One part with who sees it, side by side where there is room. */
function PartBlock({ part, values, children }: { part: Part; values: FormValues; children: Child }) {
  const name = shownField(part);
  const id = fieldId(name);
  const chosen = textOf(values, name) || "nobody";
  return (
    <div class="part">
      <div class="part-fields">{children}</div>
      <div class="part-audience">
        <label for={id}>
          Who sees <span class="visually-hidden">{PARTS[part]}</span>
          <span aria-hidden="true">this</span>
        </label>
        <select id={id} name={name}>
          {AUDIENCE_CHOICES.map(({ value, label }) => (
            <option value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function Photo({ values, problems, photo }: ProfileFormProps) {
  return (
    <div class="stack">
      {photo && (
        <div class="portrait">
          <Picture file={photo.file} {...(photo.key ? { mediaKey: photo.key } : {})} sizes="6rem" />
        </div>
      )}
      <FileField
        name="photo"
        label={photo ? "Another photo" : "A photo of you"}
        optional
        accept="image/png,image/jpeg,image/webp"
        hint="PNG, JPEG or WebP, up to 10 MB. Place and time are taken out of it."
        problems={problems}
      />
      <TextField
        name="photoAlt"
        value={textOf(values, "photoAlt")}
        problems={problems}
        label="What the photo shows"
        optional
        hint="For people who cannot see it, such as “Ana at the launch meeting.” Needed when there is a photo."
      />
      {photo && (
        <Checkbox
          name="removePhoto"
          label="Take the photo away"
          checked={textOf(values, "removePhoto") === "yes"}
        />
      )}
    </div>
  );
}

function Places({ values, problems }: ProfileFormProps) {
  const states = listOf(values, "state");
  const options = allStates().map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div class="stack">
      <FieldsRow>
        {Array.from({ length: STATE_FIELDS }, (_, index) => (
          <div class="field">
            <label for={index === 0 ? fieldId("state") : `${fieldId("state")}-${index}`}>
              {index === 0 ? "State" : "Another state"}
              {index === 0 && <span class="optional"> (optional)</span>}
            </label>
            <select id={index === 0 ? fieldId("state") : `${fieldId("state")}-${index}`} name="state">
              <option value="">None</option>
              {options.map(({ value, label }) => (
                <option value={value} selected={states[index] === value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ))}
      </FieldsRow>
      <CountyPicker
        name="county"
        label="Counties"
        optional
        values={listOf(values, "county").flatMap((text) => text.split(/\r?\n/))}
        states={states.filter(Boolean)}
        problems={problems}
      />
    </div>
  );
}
