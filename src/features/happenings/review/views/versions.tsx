import { Button } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { Section } from "#ui/layout.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { VERSIONS_PER_PAGE, type VersionEntry } from "../queries.ts";

export interface VersionsProps {
  path: string;
  newest: number;
  versions: VersionEntry[];
  page: number;
  zone: string;
  mayRestore: boolean;
  comparison: { from: number; to: number } | undefined;
}

/** Every saved state: who saved it, what it changed, and the way back to it. */
export function Versions(props: VersionsProps) {
  const { path, newest, versions, page, zone } = props;
  return (
    <Section title="Versions" id="versions">
      <DataTable
        caption="Versions, newest first"
        hideCaption
        stacks
        rows={versions}
        columns={[
          { label: "Version", heads: true, cell: ({ number }) => `Version ${number}` },
          { label: "Saved", cell: ({ at }) => <Moment at={at} zone={zone} /> },
          { label: "By", cell: (version) => byWords(version) },
          { label: "Note", cell: ({ note }) => note || "–" },
          { label: "Look back", cell: ({ number }) => <RowDeeds {...props} number={number} /> },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.ceil(newest / VERSIONS_PER_PAGE)}
        href={(number) => `${path}?versions=${number}#versions`}
        label="Versions"
      />
      {newest > 1 && <CompareForm {...props} />}
    </Section>
  );
}

function byWords({ byName, byKind }: VersionEntry): string {
  return byKind === "submitter" ? `${byName} (sender)` : byName;
}

function RowDeeds({ path, newest, number, mayRestore }: VersionsProps & { number: number }) {
  if (newest === 1) return "–";
  return (
    <div class="row-actions">
      {number > 1 && (
        <a href={`${path}?from=${number - 1}&to=${number}#changes`}>
          What changed<span class="visually-hidden"> in version {number}</span>
        </a>
      )}
      {number < newest && mayRestore && (
        <ConfirmStep question={`Make version ${number} the newest again? The present one stays in the list.`}>
          <Form action={`${path}/versions`} bare>
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

function CompareForm({ path, newest, versions, comparison }: VersionsProps) {
  const shown = versions.map(({ number }) => number);
  const options = (chosen: number) =>
    [...new Set([...shown, chosen])]
      .sort((a, b) => b - a)
      .map((number) => ({ value: String(number), label: `Version ${number}` }));
  const from = comparison?.from ?? newest - 1;
  const to = comparison?.to ?? newest;
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
