import { Button, Buttons } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { Section } from "#ui/layout.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { fieldOf } from "../../submissions/views/field-of.ts";
import type { ReviewMessage } from "../queries.ts";
import type { ReviewState } from "./review-state.ts";

const WORDS: Record<ReviewMessage["kind"], string> = {
  "changes-asked": "asked for changes",
  answer: "wrote to the editors",
  declined: "declined it",
  note: "left a note for the editors",
  letter: "wrote to the sender",
};

/** What was written about it, and where to write more. */
export function Conversation(state: ReviewState & { messages: ReviewMessage[] }) {
  const { item, messages, zone, problems, values } = state;
  const path = `/desk/happenings/${item.id}`;
  const waits =
    messages.at(-1)?.byKind === "submitter" && item.stage !== "received" && item.stage !== "in-review";
  return (
    <Section title="Letters and notes" id="letters">
      {messages.length === 0 && <p>Nothing has been written yet.</p>}
      <ol class="bare letters">
        {messages.map((message) => (
          <li class={message.kind === "note" ? "letter letter-note" : "letter"}>
            <p class="letter-head">
              <b>{message.byName}</b> {WORDS[message.kind]}, <Moment at={message.at} zone={zone} />
            </p>
            <p class="as-typed">{message.text}</p>
          </li>
        ))}
      </ol>
      {waits && (
        <Form action={`${path}/settlement`} bare>
          <Button look="quiet" compact>
            No answer needed
          </Button>
        </Form>
      )}
      {item.sender && item.stage !== "withdrawn" && (
        <Fold
          title="Write to the sender"
          open={waits || problems.letter !== undefined || values.letter !== undefined}
        >
          <Form action={`${path}/letters`} keep={`letter-${item.id}`}>
            <TextArea
              {...fieldOf(state, "letter")}
              label="Your letter"
              hint={`It goes to ${item.sender.email} at once. It changes nothing else.`}
              rows={6}
              most={10_000}
            />
            <Buttons>
              <Button compact>Send the letter</Button>
            </Buttons>
          </Form>
        </Fold>
      )}
      <Fold
        title="Leave a note for the editors"
        open={problems.note !== undefined || values.note !== undefined}
      >
        <Form action={`${path}/notes`}>
          <TextArea {...fieldOf(state, "note")} label="The note" hint="Only editors read it." rows={3} />
          <Buttons>
            <Button compact>Keep the note</Button>
          </Buttons>
        </Form>
      </Fold>
    </Section>
  );
}
