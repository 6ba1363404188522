import { acceptedFiles, fileSizeText } from "#base/file-kinds.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choice-fields.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Hidden } from "#ui/form.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { ARTEFACT_KINDS, ARTEFACT_WORDS } from "../../kinds.ts";
import { type FormState, fieldOf } from "../../submissions/views/field-of.ts";
import type { Piece } from "../pieces.ts";

const KIND_OPTIONS = ARTEFACT_KINDS.map((kind) => ({ value: kind, label: ARTEFACT_WORDS[kind].name }));

export type PieceFieldsProps = FormState & {
  pieces: Piece[];
  /** Where the form goes; the buttons here come back to this part of it. */
  action: string;
};

/** All artefacts of a happening in their order, each with its own few buttons. */
export function PieceFields(props: PieceFieldsProps) {
  const { pieces, action } = props;
  return (
    <>
      <h2 id="pieces">Documents and recordings</h2>
      {pieces.length === 0 && <p>Nothing is attached. Add a file, a link, or the mention of something.</p>}
      {pieces.map((piece, index) => (
        <OnePiece {...props} piece={piece} number={index + 1} />
      ))}
      <div class="stack">
        <FileField
          {...fieldOf(props, "files")}
          label="Add files"
          hint="Up to 10 at once, of up to 25 MB each: PDF, Word, PowerPoint, Excel, pictures, text or MP3."
          accept={acceptedFiles()}
          multiple
          optional
        />
        <Buttons>
          <Button
            look="quiet"
            compact
            name="act"
            value="attach"
            formaction={`${action}#pieces`}
            icon="upload"
          >
            Take these files in
          </Button>
          <Button look="quiet" compact name="act" value="add" formaction={`${action}#pieces`}>
            Add a link or a mention
          </Button>
        </Buttons>
      </div>
    </>
  );
}

function OnePiece(props: PieceFieldsProps & { piece: Piece; number: number }) {
  const { piece, number, values } = props;
  const { key, file } = piece;
  const name = textOf(values, `title-${key}`) || file?.name || "New";
  const needsWords = !file || file.kind.id === "mp3";
  return (
    <fieldset class="form-block">
      <legend class="block-title">
        {number}. {name}
      </legend>
      <Hidden name="piece" value={piece.mark} />
      <div class="form-block-fields">
        {file && (
          <p class="hint">
            {file.name}: {file.kind.label}, {fileSizeText(file.bytes)}
          </p>
        )}
        <TextField {...fieldOf(props, `title-${key}`)} label="Title" />
        <Select {...fieldOf(props, `as-${key}`)} label="What it is" options={KIND_OPTIONS} width="medium" />
        {!file && (
          <TextField
            {...fieldOf(props, `url-${key}`)}
            label="Web address"
            type="url"
            hint="Leave it empty to mention something that we do not have."
            optional
          />
        )}
        {file?.kind.isImage && <PictureFields {...props} name={key} />}
        <TextField
          {...fieldOf(props, `note-${key}`)}
          label="Note"
          hint="A word beside it, such as where to ask for it."
          optional
        />
        {needsWords && <TranscriptFields {...props} name={key} />}
        <PieceButtons {...props} title={name} />
      </div>
    </fieldset>
  );
}

function PictureFields(props: FormState & { name: string }) {
  const { name, values } = props;
  const decorative = isTicked(values, `decorative-${name}`);
  return (
    <>
      <TextField
        {...fieldOf(props, `alt-${name}`)}
        label="What the picture shows"
        hint="In a sentence, for people who cannot see it."
        optional={decorative}
      />
      <Checkbox
        {...fieldOf(props, `decorative-${name}`)}
        value="yes"
        checked={decorative}
        label="It is only decoration"
      />
    </>
  );
}

function TranscriptFields(props: FormState & { name: string }) {
  const { name, values, problems } = props;
  const filled = ["transcript", "promised", "by"].some((field) => isTicked(values, `${field}-${name}`));
  const wrong = ["transcript", "by"].some((field) => problems[`${field}-${name}`]);
  return (
    <details open={filled || wrong}>
      <summary>Transcript, for a film or recording</summary>
      <div class="form-block-fields">
        <TextArea {...fieldOf(props, `transcript-${name}`)} label="Transcript" rows={5} optional />
        <Checkbox
          {...fieldOf(props, `promised-${name}`)}
          value="yes"
          checked={isTicked(values, `promised-${name}`)}
          label="It will come later"
        />
        <TextField {...fieldOf(props, `by-${name}`)} label="By when, or why there is none" optional />
      </div>
    </details>
  );
}

function PieceButtons(props: PieceFieldsProps & { piece: Piece; number: number; title: string }) {
  const { piece, number, pieces, action, title } = props;
  const deed = (verb: string, label: string) => (
    <Button look="plain" compact name="act" value={`${verb}-${piece.key}`} formaction={`${action}#pieces`}>
      {label}
      <span class="visually-hidden">: {title}</span>
    </Button>
  );
  return (
    <div class="row-actions">
      {number > 1 && deed("up", "Up")}
      {number < pieces.length && deed("down", "Down")}
      {deed("remove", "Remove")}
    </div>
  );
}

function isTicked(values: FormValues, name: string): boolean {
  return textOf(values, name) !== "";
}
