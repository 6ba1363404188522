import type { Problems } from "#base/outcome.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Person } from "../../queries.ts";
import type { EditorsPage as Listed } from "../queries.ts";

export type EditorsPageProps = Listed & {
  /** IANA name of the zone that times are told in. */
  zone: string;
  /** Whose page this is. */
  self: string | undefined;
  notice?: string | undefined;
  name: string;
  email: string;
  problems?: Problems;
};

export function EditorsPage(props: EditorsPageProps) {
  const { problems = {} } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Editors"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Editors read what people share, publish it, and keep the site's lists and words. Each can do all of it."
      />
      {props.notice && (
        <Notice tone="success" live>
          <p>{props.notice}</p>
        </Notice>
      )}
      <DataTable
        caption="Editors of this site"
        hideCaption
        stacks
        rows={props.editors}
        columns={[
          { label: "Name", heads: true, cell: (editor) => editor.name },
          { label: "E-mail address", cell: (editor) => editor.email },
          { label: "Last seen", cell: (editor) => <LastSeen editor={editor} zone={props.zone} /> },
          { label: "Role", cell: (editor) => <Removal editor={editor} self={props.self} /> },
        ]}
      />
      <Pagination
        label="Editors"
        page={props.page}
        pages={props.pages}
        href={(page) => `/desk/editors?page=${page}`}
        before="Before"
        after="After"
      />
      <Section title="Invite an editor" id="invite">
        <InviteForm name={props.name} email={props.email} problems={problems} />
      </Section>
    </>
  );
}

function LastSeen({ editor, zone }: { editor: Person; zone: string }) {
  return editor.lastSeenAt ? (
    <Moment at={editor.lastSeenAt} zone={zone} />
  ) : (
    <Badge>Invited, not here yet</Badge>
  );
}

function Removal({ editor, self }: { editor: Person; self: string | undefined }) {
  return (
    <Form action={`/desk/editors/${editor.id}/removal`} bare>
      <Button look="danger" compact>
        {editor.id === self ? (
          "Stop being an editor"
        ) : (
          <>
            Remove<span class="visually-hidden"> {editor.name}</span>
          </>
        )}
      </Button>
    </Form>
  );
}

function InviteForm({ name, email, problems }: { name: string; email: string; problems: Problems }) {
  return (
    <Form action="/desk/editors">
      <TextField name="name" label="Their name" value={name} problems={problems} />
      <TextField
        name="email"
        type="email"
        label="Their e-mail address"
        hint="They get a link that signs them in once and works for a week. After that they ask for links themselves."
        value={email}
        problems={problems}
      />
      <Buttons>
        <Button icon="send">Send the invitation</Button>
      </Buttons>
    </Form>
  );
}
