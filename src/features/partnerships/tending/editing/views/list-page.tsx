import { Button, ButtonLink } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { DoneNotice } from "../../views/done-notice.tsx";
import { HiddenNotice } from "../../views/hidden-notice.tsx";
import type { EntrySummary, ListKey, PageList } from "../list.ts";

export interface ListPageProps {
  tended: Tended;
  list: Pick<PageList<ListKey>, "path" | "title" | "lede" | "one" | "ordered" | "empty">;
  entries: (EntrySummary & { id: string })[];
  done: string;
}

/** One list of the page as those who tend it see it: everything, also what readers do not see. */
export function ListPage({ tended, list, entries, done }: ListPageProps) {
  const path = tendPath(tended.slug, list.path);
  const add = <ButtonLink href={`${path}/new`}>Add a {list.one}</ButtonLink>;
  return (
    <>
      <PageHead
        title={list.title}
        trail={[
          { href: "/my-partnerships", label: "My partnerships" },
          { href: tendPath(tended.slug), label: tended.content.name },
        ]}
        lede={list.lede}
        actions={entries.length > 0 ? add : undefined}
      />
      <HiddenNotice tended={tended} />
      <DoneNotice done={done} />
      {entries.length === 0 ? (
        <EmptyState title={list.empty.title} icon={list.empty.icon} actions={add}>
          {list.empty.words}
        </EmptyState>
      ) : (
        <ol class="bare work">
          {entries.map((entry, index) => (
            <Row
              entry={entry}
              path={`${path}/${encodeURIComponent(entry.id)}`}
              version={tended.version}
              up={list.ordered && index > 0}
              down={list.ordered && index < entries.length - 1}
            />
          ))}
        </ol>
      )}
    </>
  );
}

function Row(props: { entry: EntrySummary; path: string; version: number; up: boolean; down: boolean }) {
  const { entry, path, version, up, down } = props;
  return (
    <li class="work-item">
      <div class="work-words">
        {entry.meta && <div class="card-meta">{entry.meta}</div>}
        <h2>
          <a href={path}>{entry.title}</a>
        </h2>
        {entry.note && <p class="work-note">{entry.note}</p>}
        <div class="row-actions">
          {up && <Move path={path} title={entry.title} direction="up" />}
          {down && <Move path={path} title={entry.title} direction="down" />}
          <ConfirmStep question={`Take “${entry.title}” off the page? Its versions keep it.`}>
            <Form action={`${path}/removal`} bare>
              <Hidden name="version" value={version} />
              <Button look="plain" compact>
                Remove<span class="visually-hidden"> {entry.title}</span>
              </Button>
            </Form>
          </ConfirmStep>
        </div>
      </div>
      {entry.state && <p class="work-state">{entry.state}</p>}
    </li>
  );
}

function Move({ path, title, direction }: { path: string; title: string; direction: "up" | "down" }) {
  return (
    <Form action={`${path}/position`} bare>
      <Hidden name="direction" value={direction} />
      <Button look="plain" compact icon={direction === "up" ? "arrow-up" : "arrow-down"}>
        {direction === "up" ? "Up" : "Down"}
        <span class="visually-hidden">: {title}</span>
      </Button>
    </Form>
  );
}
