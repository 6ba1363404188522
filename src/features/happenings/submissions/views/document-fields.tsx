import { acceptedFiles, fileSizeText } from "#base/file-kinds.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choice-fields.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Hidden } from "#ui/form.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { ARTEFACT_KINDS, ARTEFACT_WORDS, type ArtefactKind } from "../../kinds.ts";
import { type FileRow, isHeard } from "../documents.ts";
import { MOST_FILES } from "../rules.ts";
import { type FormState, fieldOf } from "./field-of.ts";

const KIND_OPTIONS = ARTEFACT_KINDS.map((kind) => ({ value: kind, label: ARTEFACT_WORDS[kind].name }));

export function DocumentFields(state: FormState & { rows: FileRow[]; links: string[]; action: string }) {
  const { rows, links } = state;
  return (
    <>
      <h2 id="documents">Documents</h2>
      {rows.map((row, index) => (
        <FileFields {...state} row={row} number={index + 1} />
      ))}
      <div class="stack">
        <FileField
          {...fieldOf(state, "files")}
          label={rows.length > 0 ? "More files" : "Files"}
          hint={`Up to ${MOST_FILES} files of up to 25 MB: PDF, Word, PowerPoint, Excel, pictures, text or MP3. The letter or agenda itself helps others most.`}
          accept={acceptedFiles()}
          multiple
          optional
        />
        <Button look="quiet" name="act" value="attach" formaction={`${state.action}#documents`} icon="upload">
          Add these files and describe them
        </Button>
      </div>
      <h2>Video and podcast</h2>
      {links.map((key, index) => (
        <LinkFields {...state} key={key} name={key} number={index + 1} />
      ))}
    </>
  );
}

function FileFields(props: FormState & { row: FileRow; number: number; action: string }) {
  const { row, number, values } = props;
  const { key, kind } = row;
  return (
    <fieldset class="form-block">
      <legend class="block-title">
        File {number}: {row.name}
      </legend>
      <div class="form-block-fields">
        <p class="hint">
          {kind.label}, {fileSizeText(row.bytes)}
        </p>
        <Hidden name="file" value={row.proof} />
        <TextField {...fieldOf(props, `title-${key}`)} label="Title" />
        <Select {...fieldOf(props, `as-${key}`)} label="What it is" options={KIND_OPTIONS} width="medium" />
        {kind.isImage && (
          <>
            <TextField
              {...fieldOf(props, `alt-${key}`)}
              label="What the picture shows"
              hint="In a sentence, for people who cannot see it."
              optional={isTicked(values, `decorative-${key}`)}
            />
            <Checkbox
              {...fieldOf(props, `decorative-${key}`)}
              value="yes"
              checked={isTicked(values, `decorative-${key}`)}
              label="It is only decoration"
            />
          </>
        )}
        {isHeard(kind) && <TranscriptFields {...props} name={key} wanted />}
        <div>
          <Button
            look="plain"
            compact
            name="act"
            value={`remove-${key}`}
            formaction={`${props.action}#documents`}
            icon="trash-2"
          >
            Remove this file<span class="visually-hidden">: {row.name}</span>
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

function LinkFields(props: FormState & { name: string; number: number }) {
  const { name, number, values, problems } = props;
  const kept = textOf(values, `as-${name}`) as ArtefactKind;
  const offered: ArtefactKind[] = ["video", "podcast"];
  const options = [...offered, ...(kept && !offered.includes(kept) ? [kept] : [])];
  const isUsed =
    ["url", "title", "transcript"].some((field) => textOf(values, `${field}-${name}`) !== "") ||
    Object.keys(problems).some((field) => field.endsWith(`-${name}`));
  return (
    <details class="form-block" open={isUsed}>
      <summary class="block-title">
        {number === 1 ? "Add a link to a video or podcast" : "Add another link"}
      </summary>
      <div class="form-block-fields">
        <Hidden name={`id-${name}`} value={textOf(values, `id-${name}`)} />
        <TextField
          {...fieldOf(props, `url-${name}`)}
          label="Web address"
          type="url"
          hint="Where it can be watched or heard; it starts with https://"
          optional
        />
        <TextField {...fieldOf(props, `title-${name}`)} label="Title" optional />
        <Select
          {...fieldOf(props, `as-${name}`)}
          label="What it is"
          options={options.map((kind) => ({ value: kind, label: ARTEFACT_WORDS[kind]?.name ?? kind }))}
          width="medium"
        />
        <TranscriptFields {...props} name={name} />
      </div>
    </details>
  );
}

function TranscriptFields(props: FormState & { name: string; wanted?: boolean }) {
  const { name, values } = props;
  return (
    <>
      <TextArea
        {...fieldOf(props, `transcript-${name}`)}
        label="Transcript"
        hint="What is said, for people who cannot hear it or would rather read."
        rows={5}
        optional={!props.wanted || isTicked(values, `promised-${name}`)}
      />
      <Checkbox
        {...fieldOf(props, `promised-${name}`)}
        value="yes"
        checked={isTicked(values, `promised-${name}`)}
        label="We will send a transcript later"
      />
      <TextField
        {...fieldOf(props, `by-${name}`)}
        label="By when"
        hint="Such as “by the end of June”."
        width="medium"
        optional
      />
    </>
  );
}

function isTicked(values: FormValues, name: string): boolean {
  return textOf(values, name) !== "";
}
