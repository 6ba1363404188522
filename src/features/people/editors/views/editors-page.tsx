import type { Problems } from "#base/outcome.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
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
  /** What was chosen for the one to invite. */
  role: string;
  /** Whether whose page this is appoints administrators. */
  administers: boolean;
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
        lede="Editors read what people share, publish it, and keep the site's lists and words. Administrators do that too; besides, they appoint each other, and answer those who ask what the site holds about them."
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
          {
            label: "Role",
            cell: (editor) =>
              editor.role === "administrator" ? <Badge tone="strong">Administrator</Badge> : "Editor",
          },
          { label: "Change", cell: (editor) => <Changes editor={editor} {...props} /> },
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
        <InviteForm {...props} problems={problems} />
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

function Changes({ editor, self, administers }: EditorsPageProps & { editor: Person }) {
  const path = `/desk/editors/${editor.id}`;
  const isAdministrator = editor.role === "administrator";
  // What administrators are is decided among administrators.
  if (isAdministrator && !administers) return <span class="quiet-text">Changed by administrators</span>;
  const name = <span class="visually-hidden"> {editor.name}</span>;
  return (
    <div class="buttons">
      {administers && (
        <Form action={isAdministrator ? `${path}/administration/end` : `${path}/administration`} bare>
          <Button look="quiet" compact>
            {isAdministrator ? "Make an editor" : "Make an administrator"}
            {name}
          </Button>
        </Form>
      )}
      <Form action={`${path}/removal`} bare>
        <Button look="danger" compact>
          {editor.id === self ? "Stop being an editor" : <>Remove{name}</>}
        </Button>
      </Form>
    </div>
  );
}

function InviteForm(props: EditorsPageProps & { problems: Problems }) {
  const { name, email, role, administers, problems } = props;
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
      {administers && (
        <RadioGroup
          name="role"
          label="They come as"
          value={role || "editor"}
          options={[
            { value: "editor", label: "Editor" },
            { value: "administrator", label: "Administrator" },
          ]}
          problems={problems}
        />
      )}
      <Buttons>
        <Button icon="send">Send the invitation</Button>
      </Buttons>
    </Form>
  );
}
