import type { Child } from "hono/jsx";
import { tablePath, type Workspace } from "#features/partnerships/public.ts";
import type { TablePart } from "#platform/feature.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/layout.tsx";

export interface TablePageProps {
  workspace: Workspace;
  /** What the rooms lay on it, in order, with what each shows; null where there is nothing to show yet. */
  laid: { part: TablePart; shown: Child | null }[];
}

/** The front page of a team's work: what is next, part by part. */
export function TablePage({ workspace, laid }: TablePageProps) {
  const { slug, name } = workspace;
  return (
    <>
      <PageHead
        title="Shared table"
        trail={[{ href: `/partnerships/${slug}`, label: name }]}
        lede={`Where the team of ${name} works. Nobody else sees what lies here.`}
        actions={
          <>
            <ButtonLink href={tablePath(slug, "figures")} look="quiet">
              Figures
            </ButtonLink>
            <ButtonLink href={tablePath(slug, "settings")} look="quiet" icon="settings">
              How you work
            </ButtonLink>
          </>
        }
      />
      {laid.map(({ part, shown }) => (
        <Section title={part.title} more={{ href: part.href(slug), label: "Open" }}>
          {shown ?? <p class="measure quiet-text">{part.words}</p>}
        </Section>
      ))}
    </>
  );
}
