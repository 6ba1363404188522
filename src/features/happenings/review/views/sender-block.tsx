import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock } from "#ui/layout.tsx";
import type { Sender } from "../queries.ts";
import type { ReviewState } from "./review-state.ts";

/** Who sent it in; nothing of this is ever published. */
export function SenderBlock({ item, zone, ofAllStates }: ReviewState) {
  const { sender } = item;
  if (!sender) return null;
  const path = `/desk/happenings/${item.id}`;
  return (
    <AsideBlock title="Sent by">
      <DefinitionList
        entries={[
          { term: "Name", value: sender.name },
          { term: "E-mail", value: <a href={`mailto:${sender.email}`}>{sender.email}</a> },
          { term: "Role", value: sender.role },
          { term: "Organization", value: sender.organization },
          { term: "Sent", value: <Moment at={sender.sentAt} zone={zone} /> },
          { term: "By way of", value: sender.channel === "api" ? "The programming interface" : undefined },
          { term: "Other updates from this address", value: othersWords(sender) },
        ]}
      />
      {sender.others > 0 && ofAllStates && (
        <p>
          <a href={`/desk/happenings?q=${encodeURIComponent(sender.email)}`}>See them all</a>
        </p>
      )}
      {ofAllStates && (
        <div class="desk-actions">
          <Trust path={path} sender={sender} />
        </div>
      )}
    </AsideBlock>
  );
}

function othersWords({ others, othersPublished }: Sender): string {
  if (others === 0) return "None: this is the first";
  return `${others}, of which ${othersPublished} on the site`;
}

function Trust({ path, sender }: { path: string; sender: Sender }) {
  if (sender.trusted) {
    return (
      <Form action={`${path}/distrust`} bare>
        <div class="stack">
          <p>What {sender.name} confirms is published without waiting.</p>
          <Button look="quiet" compact>
            Let it wait again
          </Button>
        </div>
      </Form>
    );
  }
  return (
    <ConfirmStep question={`Publish what ${sender.name} sends from now on without reading it first?`}>
      <Form action={`${path}/trust`} bare>
        <div class="stack">
          <Button look="quiet" compact icon="shield-check">
            Trust this sender
          </Button>
          <p class="hint">What comes from them is then published as soon as they confirm it.</p>
        </div>
      </Form>
    </ConfirmStep>
  );
}
