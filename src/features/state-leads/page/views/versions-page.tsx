import type { FieldDifference } from "#base/differences.ts";
import type { State } from "#features/places/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { Diff } from "#ui/diff.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { PageVersion } from "../queries.ts";

export interface VersionsPageProps {
  state: State;
  newest: number;
  versions: PageVersion[];
  page: number;
  pages: number;
  zone: string;
  /** The version whose changes are shown. */
  shown: { number: number; fields: FieldDifference[] } | undefined;
  failed: string | undefined;
}

/** Every saved state of the page: who saved it, what it changed, and the way back to it. */
export function VersionsPage(props: VersionsPageProps) {
  const { state, newest, versions, page, pages, zone, shown, failed } = props;
  const path = `/states/${state.code}/versions`;
  return (
    <>
      <PageHead
        title={`Versions of the page of ${state.name}`}
        trail={[
          { href: `/states/${state.code}`, label: state.name },
          { href: `/states/${state.code}/edit`, label: "Edit" },
        ]}
      />
      {failed && (
        <Notice tone="warning" title="Nothing was changed" live>
          <p>{failed}</p>
        </Notice>
      )}
      {shown && (
        <Section title={`What version ${shown.number} changed`} id="changes">
          {shown.fields.length > 0 ? <Diff fields={shown.fields} /> : <p>Nothing that readers see.</p>}
        </Section>
      )}
      {versions.length === 0 ? (
        <EmptyState
          title="Nothing is written yet"
          icon="history"
          actions={<ButtonLink href={`/states/${state.code}/edit`}>Write the page</ButtonLink>}
        >
          The first save is version 1.
        </EmptyState>
      ) : (
        <Section title="All versions">
          <DataTable
            caption="Versions, newest first"
            hideCaption
            stacks
            rows={versions}
            columns={[
              { label: "Version", heads: true, cell: ({ number }) => `Version ${number}` },
              { label: "Saved", cell: ({ at }) => <Moment at={at} zone={zone} /> },
              { label: "By", cell: ({ byName }) => byName },
              { label: "Note", cell: ({ note }) => note || "–" },
              {
                label: "Look back",
                cell: ({ number }) => <RowDeeds path={path} newest={newest} number={number} />,
              },
            ]}
          />
          <Pagination
            page={page}
            pages={pages}
            href={(number) => (number > 1 ? `${path}?page=${number}` : path)}
            label="Versions"
          />
        </Section>
      )}
    </>
  );
}

function RowDeeds({ path, newest, number }: { path: string; newest: number; number: number }) {
  return (
    <div class="row-actions">
      <a href={`${path}?version=${number}#changes`}>
        What changed<span class="visually-hidden"> in version {number}</span>
      </a>
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
