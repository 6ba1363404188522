import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";
import { SOURCE_FIELDS } from "#base/source.ts";
import type { State } from "#features/places/public.ts";
import { rowsToShow } from "#platform/http/form-rows.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { EditBesidePreview, PageHead } from "#ui/layout.tsx";
import { SourceFields } from "#ui/source-fields.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { MOST_LINKS, MOST_SOURCES } from "../forms.ts";

export interface EditPageProps {
  state: State;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs: FormValues | undefined;
  problems: Problems;
  preview: Child;
}

/** A state's words, its links and sources, with how they will read beside them. */
export function EditPage(props: EditPageProps) {
  const { state, values, theirs, problems } = props;
  const path = `/states/${state.code}/edit`;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={`Edit the page of ${state.name}`}
        trail={[
          { href: `/states/${state.code}`, label: state.name },
          { href: `/states/${state.code}/lead`, label: "Your desk" },
        ]}
        lede="Readers see what you save at once. Every version stays, and each can be brought back."
        actions={<a href={`/states/${state.code}/versions`}>Earlier versions</a>}
      />
      {theirs && <Stale theirs={theirs} values={values} />}
      <EditBesidePreview
        edit={<Fields {...props} path={path} />}
        preview={
          <live-preview src={`${path}/preview`} form="state-form" id="preview">
            {props.preview}
          </live-preview>
        }
      />
    </>
  );
}

function Fields({ state, values, problems, path }: EditPageProps & { path: string }) {
  const value = (name: string) => textOf(values, name);
  const field = (name: string) => ({ name, value: value(name), problems });
  return (
    <Form id="state-form" action={path} keep={`state-${state.code}-${value("version")}`} guard>
      <Hidden name="version" value={value("version")} />
      <rich-text>
        <TextArea
          {...field("intro")}
          label="The state’s story"
          hint="How partnerships began here, who helps them, what the state’s academies were. With a source below for each fact."
          rows={14}
          most={12_000}
          optional
        />
      </rich-text>
      <SourceFields
        prefix="link"
        legend="Where readers go on"
        row="Link"
        hint="The state’s own page on partnerships, an academy, a newsletter."
        rows={rowsToShow(values, "link", SOURCE_FIELDS, MOST_LINKS)}
        value={value}
        problems={problems}
        labels={["What it is", "Address", "A word about it"]}
      />
      <SourceFields
        prefix="source"
        legend="Where the facts come from"
        row="Source"
        hint="Readers see them under the story."
        rows={rowsToShow(values, "source", SOURCE_FIELDS, MOST_SOURCES)}
        value={value}
        problems={problems}
      />
      <TextField
        {...field("about")}
        label="What you changed"
        hint="For those who keep the page with you, in the list of versions."
        optional
      />
      <div class="form-bar">
        <Buttons>
          <Button name="act" value="save">
            Save
          </Button>
          <Button look="quiet" name="act" value="preview" formaction={`${path}#preview`} icon="eye">
            Preview
          </Button>
          <ButtonLink look="plain" href={`/states/${state.code}/lead`}>
            Leave without saving
          </ButtonLink>
        </Buttons>
      </div>
    </Form>
  );
}

function Stale({ theirs, values }: { theirs: FormValues; values: FormValues }) {
  const rows = (of: FormValues, prefix: string) =>
    Object.keys(of)
      .filter((key) => key.startsWith(`${prefix}-`))
      .sort()
      .map((key) => textOf(of, key))
      .filter(Boolean)
      .join("\n");
  return (
    <StaleNotice
      fields={[
        { label: "The state’s story", theirs: textOf(theirs, "intro"), yours: textOf(values, "intro") },
        { label: "Links", theirs: rows(theirs, "link"), yours: rows(values, "link") },
        { label: "Sources", theirs: rows(theirs, "source"), yours: rows(values, "source") },
      ]}
    />
  );
}
