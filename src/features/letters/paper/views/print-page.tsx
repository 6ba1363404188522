import type { Workspace } from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { OlderPages } from "#ui/older-pages.tsx";
import { KIND_WORDS } from "../../kinds.ts";
import { lettersPath, lettersTrail } from "../../paths.ts";
import type { Round } from "../../rounds/queries.ts";
import type { Paper, Print } from "../prints.ts";

export interface PrintPageProps {
  workspace: Workspace;
  round: Round;
  print: Print;
  papers: Paper[];
  page: number;
  more: boolean;
}

/** How far a job is with letters on paper, and the letters that are there. */
export function PrintPage({ workspace, round, print, papers, page, more }: PrintPageProps) {
  const here = lettersPath(workspace.slug, round.id, "paper", print.id);
  const notes = papers.filter(({ note }) => note);
  return (
    <>
      <PageHead
        title="Letters on paper"
        trail={lettersTrail(workspace, {
          href: lettersPath(workspace.slug, round.id),
          label: KIND_WORDS[round.kind].one,
        })}
        actions={
          print.finishedAt && (
            <ButtonLink href={`${here}/letters.zip`} icon="download" download>
              All in one ZIP file
            </ButtonLink>
          )
        }
      />
      {!print.finishedAt && (
        <import-progress src={`${here}/progress`}>
          <Notice title="The letters are being made">
            <p>
              <label for="progress-of-print">Letters made</label>{" "}
              <progress id="progress-of-print" max={print.total} value={print.made} />{" "}
              <span data-said>
                {print.made.toLocaleString("en-US")} of {print.total.toLocaleString("en-US")}
              </span>
            </p>
            <p>You may leave this page; it goes on.</p>
            <p>
              <a href={here}>See how far it is now</a>
            </p>
          </Notice>
        </import-progress>
      )}
      {notes.length > 0 && (
        <Notice tone="warning" title="Without a PDF">
          <ul>
            {notes.map(({ to, note }) => (
              <li>
                <bdi>{to}</bdi>: {note}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {papers.length > 0 && (
        <DataTable
          caption="Letters"
          hideCaption
          stacks
          rows={papers}
          columns={[
            { label: "To", heads: true, cell: ({ to }) => <bdi>{to}</bdi> },
            {
              label: "Word",
              cell: ({ position, name }) => (
                <a href={`${here}/files/${position}.docx`} download>
                  {name}.docx
                </a>
              ),
            },
            {
              label: "PDF",
              cell: ({ position, name, hasPdf }) =>
                hasPdf ? (
                  <a href={`${here}/files/${position}.pdf`} download>
                    {name}.pdf
                  </a>
                ) : (
                  "Not for this one"
                ),
            },
          ]}
        />
      )}
      <OlderPages
        label="Letters"
        newest={page > 1 ? here : undefined}
        older={more ? `${here}?page=${page + 1}` : undefined}
      />
      <p class="small">They are kept for two weeks, and can be made again at any time.</p>
    </>
  );
}
