import { Button, ButtonLink } from "#ui/button.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import type { Topic } from "../queries.ts";

/** The editors' list: what is offered, in what order, and what is retired. */
export function ManageTopics({ topics }: { topics: Topic[] }) {
  const offered = topics.filter((topic) => !topic.retiredAt);
  const retired = topics.filter((topic) => topic.retiredAt);
  return (
    <>
      <PageHead
        title="Topics"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="What happenings can be about. People choose from this list, in this order."
        actions={
          <ButtonLink href="/desk/topics/new" icon="plus">
            Add a topic
          </ButtonLink>
        }
      />
      {offered.length === 0 ? (
        <EmptyState title="No topics yet">Add the first one, and people can choose it.</EmptyState>
      ) : (
        <DataTable
          caption="Topics in their order"
          hideCaption
          stacks
          rows={offered}
          columns={[
            ...COLUMNS,
            {
              label: "Change",
              cell: (topic) => (
                <div class="row-actions">
                  {topic !== offered[0] && <Deed topic={topic} path="position" label="Up" direction="up" />}
                  {topic !== offered.at(-1) && (
                    <Deed topic={topic} path="position" label="Down" direction="down" />
                  )}
                  <Deed topic={topic} path="retirement" label="Retire" />
                </div>
              ),
            },
          ]}
        />
      )}
      {retired.length > 0 && (
        <Section title="Retired">
          <p>Nobody can choose these any more. What belongs to them keeps them.</p>
          <DataTable
            caption="Retired topics"
            hideCaption
            stacks
            rows={retired}
            columns={[
              ...COLUMNS,
              {
                label: "Change",
                cell: (topic) => <Deed topic={topic} path="return" label="Put back" />,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

const COLUMNS: Column<Topic>[] = [
  { label: "Topic", heads: true, cell: ({ id, name }) => <a href={`/desk/topics/${id}`}>{name}</a> },
  { label: "Description", cell: ({ description }) => description },
];

function Deed(props: { topic: Topic; path: string; label: string; direction?: string }) {
  return (
    <Form action={`/desk/topics/${props.topic.id}/${props.path}`} bare>
      {props.direction && <Hidden name="direction" value={props.direction} />}
      <Button look="plain" compact>
        {props.label}
        <span class="visually-hidden">: {props.topic.name}</span>
      </Button>
    </Form>
  );
}
