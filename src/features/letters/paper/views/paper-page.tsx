import type { Problems } from "#base/outcome.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { KIND_WORDS } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { Round } from "../../rounds/queries.ts";
import type { WordFile } from "../word-files.ts";

export interface PaperPageProps {
  workspace: Workspace;
  round: Round;
  /** How many letters are ready for paper, of how many. */
  pile: number;
  of: number;
  wordFiles: WordFile[];
  problems: Problems;
}

/** Letters to print and sign by hand. */
export function PaperPage({ workspace, round, pile, of, wordFiles, problems }: PaperPageProps) {
  const back = lettersPath(workspace.slug, round.id);
  return (
    <>
      <PageHead
        title="Letters on paper"
        trail={lettersTrail(workspace, { href: back, label: KIND_WORDS[round.kind].one })}
        lede="Each letter as Word, to change and print, and as PDF, to print and sign. All of them come in one ZIP file."
      />
      <ErrorSummary problems={problems} />
      {pile < of && (
        <Notice title={`${pile} of ${of} letters are ready for paper`}>
          <p>
            The others wait: <a href={`${back}?show=wont#people`}>see for what</a>. Letters in a champion’s
            name are approved first.
          </p>
        </Notice>
      )}
      {pile > 0 && (
        <Form action={lettersPath(workspace.slug, round.id, "paper")}>
          <Select
            name="wordFile"
            label="Which paper?"
            hint="Your own Word files are under “Your own texts and Word files”. The PDF is always plain."
            optional
            blank="Plain, with the partnership’s name on top"
            problems={problems}
            options={wordFiles.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button icon="file-text">
            {pile === 1 ? "Make the letter" : `Make ${pile.toLocaleString("en-US")} letters`}
          </Button>
        </Form>
      )}
    </>
  );
}
