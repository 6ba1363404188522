import { fileSizeText } from "#base/file-kinds.ts";
import type { Problems } from "#base/outcome.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { KIND_WORDS, LETTER_KINDS } from "../../kinds.ts";
import { WORD_FIELDS, type WordFile } from "../../paper/word-files.ts";
import { lettersPath, lettersTrail, libraryPath } from "../../paths.ts";
import type { Template } from "../../templates/queries.ts";

export interface TemplatesPageProps {
  workspace: Workspace;
  templates: Template[];
  offers: Template[];
  wordFiles: WordFile[];
  done: string | undefined;
  problems: Problems;
}

const DONE: Record<string, string> = {
  kept: "Kept. New letters of this kind begin from it.",
  offered: "Thank you. An editor looks at it, and you see here what became of it.",
  file: "The Word file is here. Choose it when you print letters.",
};

const OFFER_WORDS: Record<string, string> = {
  offered: "Waits for an editor",
  shared: "In the library",
  declined: "Not taken",
  withdrawn: "Withdrawn",
};

/** The texts and the Word files that a partnership's letters begin from. */
export function TemplatesPage(props: TemplatesPageProps) {
  const { workspace, templates, offers, wordFiles, done, problems } = props;
  const { slug, timeZone } = workspace;
  const to = (...rest: string[]) => lettersPath(slug, ...rest);
  return (
    <>
      <PageHead
        title="Your own texts and Word files"
        trail={lettersTrail(workspace)}
        lede="Letters begin from the site’s texts until you make them your own."
        actions={
          <ButtonLink href={libraryPath()} look="quiet">
            See the library
          </ButtonLink>
        }
      />
      <ErrorSummary problems={problems} />
      {done && DONE[done] && <Notice tone="success" title={DONE[done]} live />}
      <Section title="Texts">
        <DataTable
          caption="Texts by kind of letter"
          hideCaption
          stacks
          rows={LETTER_KINDS.map((kind) => ({
            kind,
            own: templates.find((one) => one.kind === kind && one.state === "own"),
          }))}
          columns={[
            {
              label: "Letter",
              heads: true,
              cell: ({ kind }) => <a href={to("templates", kind)}>{KIND_WORDS[kind].one}</a>,
            },
            {
              label: "Yours",
              cell: ({ own }) =>
                own ? (
                  <>
                    <Badge tone="good">Your own</Badge> changed by {own.changedBy}
                  </>
                ) : (
                  "The site’s text"
                ),
            },
            {
              label: "Library",
              cell: ({ kind, own }) => (own ? <a href={to("templates", kind, "offer")}>Offer yours</a> : ""),
            },
          ]}
        />
      </Section>
      {offers.length > 0 && (
        <Section title="Offered to the library">
          <DataTable
            caption="What you offered"
            hideCaption
            stacks
            rows={offers}
            columns={[
              {
                label: "Text",
                heads: true,
                cell: ({ title, slug: entry }) => (entry ? <a href={libraryPath(entry)}>{title}</a> : title),
              },
              {
                label: "State",
                cell: ({ state, word }) => (
                  <>
                    {OFFER_WORDS[state]}
                    {word && `: “${word}”`}
                  </>
                ),
              },
              {
                label: "Take it back",
                cell: ({ id, state, title }) =>
                  state === "offered" || state === "shared" ? (
                    <Form action={to("offers", id, "withdrawal")} bare>
                      <ConfirmStep question="Take it out of the library? Those who made it their own keep it.">
                        <Button look="plain" compact>
                          Take it back<span class="visually-hidden">: {title}</span>
                        </Button>
                      </ConfirmStep>
                    </Form>
                  ) : (
                    ""
                  ),
              },
            ]}
          />
        </Section>
      )}
      <Section title="Word files" id="word">
        <p class="measure">
          Letters on your own paper: a Word document with your letterhead and fields in single braces, such as{" "}
          <code>{"{letter}"}</code> for the whole letter, or <code>{"{greeting}"}</code> and{" "}
          <code>{"{met}"}</code> in sentences of your own.
        </p>
        {wordFiles.length > 0 && (
          <ul class="bare work">
            {wordFiles.map((file) => (
              <li class="work-item">
                <div class="work-words">
                  <b>{file.name}</b>
                  <p class="work-note">
                    {fileSizeText(file.bytes)}, with {file.fields.map((name) => `{${name}}`).join(", ")}. Sent
                    in by {file.byName} <Moment at={file.createdAt} zone={timeZone} />.
                  </p>
                </div>
                <Form action={to("word-files", file.id, "removal")} bare>
                  <ConfirmStep question={`Take ${file.name} away?`}>
                    <Button look="plain" compact>
                      Take it away<span class="visually-hidden">: {file.name}</span>
                    </Button>
                  </ConfirmStep>
                </Form>
              </li>
            ))}
          </ul>
        )}
        <Form action={to("word-files")} files>
          <FileField
            name="wordFile"
            label="A Word document (.docx)"
            hint="Up to 5 MB, without macros."
            accept=".docx"
            problems={problems}
          />
          <Button look="quiet" icon="upload">
            Send it in
          </Button>
        </Form>
        <Fold title="What can stand in braces">
          <dl class="facts beside">
            {WORD_FIELDS.map(({ name, words }) => (
              <div>
                <dt>
                  <code>{`{${name}}`}</code>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      </Section>
    </>
  );
}
