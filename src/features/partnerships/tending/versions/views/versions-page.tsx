import type { FieldDifference } from "#base/differences.ts";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { Diff } from "#ui/diff.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { DoneNotice } from "../../views/done-notice.tsx";
import { HiddenNotice } from "../../views/hidden-notice.tsx";
import { VERSIONS_PER_PAGE, type VersionEntry, writerWords } from "../queries.ts";

export interface VersionsPageProps {
  tended: Tended;
  versions: VersionEntry[];
  page: number;
  comparison: { from: number; to: number; fields: FieldDifference[] } | undefined;
  zone: string;
  done: string;
}

/** Every saved state of the page: who saved it, what it changed, and the way back to it. */
export function VersionsPage(props: VersionsPageProps) {
  const { tended, versions, page, comparison, zone, done } = props;
  const path = tendPath(tended.slug, "versions");
  return (
    <>
      <PageHead
        title="Versions"
        trail={[
          { href: "/my-partnerships", label: "My partnerships" },
          { href: tendPath(tended.slug), label: tended.content.name },
        ]}
        lede="Every saved state of the page. Nothing that was written here is lost, and any of it can be the newest again. Whoever readers do not see named today comes back unseen, until their consent is written down again. The stage has a history of its own."
      />
      <HiddenNotice tended={tended} />
      <DoneNotice done={done} />
      {comparison && (
        <Section title={`From version ${comparison.from} to version ${comparison.to}`} id="changes">
          {comparison.fields.length === 0 ? (
            <p>These two say the same.</p>
          ) : (
            <Diff fields={comparison.fields} />
          )}
        </Section>
      )}
      <Section title="All versions">
        <DataTable
          caption="Versions, newest first"
          hideCaption
          stacks
          rows={versions}
          columns={[
            { label: "Version", heads: true, cell: ({ number }) => `Version ${number}` },
            { label: "Saved", cell: ({ at }) => <Moment at={at} zone={zone} /> },
            { label: "By", cell: writerWords },
            { label: "What", cell: ({ note }) => note || "–" },
            {
              label: "Look back",
              cell: ({ number }) => <RowDeeds path={path} newest={tended.version} number={number} />,
            },
          ]}
        />
        <Pagination
          page={page}
          pages={Math.ceil(tended.version / VERSIONS_PER_PAGE)}
          href={(number) => `${path}?page=${number}`}
          label="Versions"
        />
        {tended.version > 1 && <CompareForm {...props} path={path} />}
      </Section>
    </>
  );
}

function RowDeeds({ path, newest, number }: { path: string; newest: number; number: number }) {
  if (newest === 1) return "–";
  return (
    <div class="row-actions">
      {number > 1 && (
        <a href={`${path}?from=${number - 1}&to=${number}#changes`}>
          What changed<span class="visually-hidden"> in version {number}</span>
        </a>
      )}
      {number < newest && (
        <ConfirmStep question={`Make version ${number} the newest again? The present one stays in the list.`}>
          <Form action={path} bare>
            <Hidden name="version" value={newest} />
            <Hidden name="restore" value={number} />
            <Button look="plain" compact>
              Restore<span class="visually-hidden"> version {number}</span>
            </Button>
          </Form>
        </ConfirmStep>
      )}
    </div>
  );
}

function CompareForm({ path, tended, versions, comparison }: VersionsPageProps & { path: string }) {
  const shown = versions.map(({ number }) => number);
  const options = (chosen: number) =>
    [...new Set([...shown, chosen])]
      .sort((a, b) => b - a)
      .map((number) => ({ value: String(number), label: `Version ${number}` }));
  const from = comparison?.from ?? tended.version - 1;
  const to = comparison?.to ?? tended.version;
  return (
    <Form action={`${path}#changes`} method="get">
      <FieldsRow>
        <Select name="from" label="From" value={String(from)} options={options(from)} />
        <Select name="to" label="To" value={String(to)} options={options(to)} />
      </FieldsRow>
      <div>
        <Button look="quiet" compact>
          Compare
        </Button>
      </div>
    </Form>
  );
}
