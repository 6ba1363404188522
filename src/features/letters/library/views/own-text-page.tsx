import type { Problems } from "#base/outcome.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { KIND_WORDS, type LetterKind, MOST } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { KeptVersion, Template } from "../../templates/queries.ts";
import { FieldList } from "../../views/field-list.tsx";
import { LetterProse } from "../../views/letter-prose.tsx";

export interface OwnTextPageProps {
  workspace: Workspace;
  kind: LetterKind;
  begunFrom: Template | undefined;
  versions: KeptVersion[];
  /** Its own text as somebody saved it meanwhile. */
  stale: Template | undefined;
  values: FormValues;
  problems: Problems;
}

/** A partnership's own text of one kind, with how it stood before. */
export function OwnTextPage(props: OwnTextPageProps) {
  const { workspace, kind, begunFrom, versions, stale, values, problems } = props;
  const here = lettersPath(workspace.slug, "templates", kind);
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <PageHead
        title={KIND_WORDS[kind].one}
        trail={lettersTrail(workspace, {
          href: lettersPath(workspace.slug, "templates"),
          label: "Your own texts",
        })}
        lede={
          begunFrom && begunFrom.state !== "own"
            ? `This is “${begunFrom.title}”. Change what you like and save it: it becomes your own.`
            : "Your own text. Letters that are written already keep the words they have."
        }
      />
      <ErrorSummary problems={problems} />
      {stale && (
        <StaleNotice
          fields={[
            { label: "Subject", theirs: stale.subject, yours: textOf(values, "subject") },
            { label: "Text", theirs: stale.body, yours: textOf(values, "body") },
          ]}
        />
      )}
      <Form action={here} width="wide" keep={`letter-text-${workspace.id}-${kind}`} guard>
        <Hidden name="version" value={textOf(values, "version")} />
        <Hidden name="from" value={textOf(values, "from")} />
        <TextField {...field("subject")} label="Subject" />
        <TextArea {...field("body")} label="Text" rows={18} most={MOST.body} />
        <FieldList />
        <TextField
          {...field("unknownGreeting")}
          label="Greeting where no name is known"
          hint="Such as “Dear neighbor”."
          width="medium"
        />
        <Button>Make it ours</Button>
      </Form>
      {versions.length > 1 && (
        <Fold title={`Earlier versions (${versions.length - 1})`}>
          {versions.slice(1).map((version) => (
            <section class="kept-version">
              <h2 class="small">
                Version {version.version}, {version.byName},{" "}
                <Moment at={version.at} zone={workspace.timeZone} />
              </h2>
              <LetterProse letter={version} />
              <Form action={`${here}/versions/${version.version}`} bare>
                <Button look="quiet" compact icon="rotate-ccw">
                  Take version {version.version} up again
                </Button>
              </Form>
            </section>
          ))}
        </Fold>
      )}
    </>
  );
}
