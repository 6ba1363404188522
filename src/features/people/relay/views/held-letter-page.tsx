import { Button, Buttons } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { HeldLetter } from "../queries.ts";

/** A letter that was held, on the desk. The editor reads it to tell a person from a machine, and for nothing else. */
export function HeldLetterPage({ letter, zone }: { letter: HeldLetter; zone: string }) {
  const path = `/desk/letters/${letter.id}`;
  const held = letter.state === "held";
  return (
    <>
      <PageHead title={`A letter to ${letter.toName}`} trail={[{ href: "/desk", label: "Desk" }]} />
      <WithAside
        label="About this letter"
        aside={
          <AsideBlock title="About this letter">
            <DefinitionList
              entries={[
                { term: "From", value: letter.fromName },
                { term: "E-mail", value: letter.fromEmail },
                { term: "Received", value: <Moment at={letter.receivedAt} zone={zone} /> },
                ...(letter.decidedAt
                  ? [{ term: "Decided", value: <Moment at={letter.decidedAt} zone={zone} /> }]
                  : []),
              ]}
            />
          </AsideBlock>
        }
      >
        {held ? (
          <>
            {letter.doubt && (
              <Notice tone="warning" title="Held for a second look">
                <p>{letter.doubt}</p>
              </Notice>
            )}
            <Section title="The letter">
              <p class="as-typed">{letter.text}</p>
            </Section>
            <Section title="Pass it on?">
              <p>
                Once you decide, the text is deleted here. A letter that is dropped is gone for good; its
                writer is not told.
              </p>
              <Buttons>
                <Form action={`${path}/passage`} bare>
                  <Button icon="send">Pass it on</Button>
                </Form>
                <Form action={`${path}/removal`} bare>
                  <Button look="danger">Drop it</Button>
                </Form>
              </Buttons>
            </Section>
          </>
        ) : (
          <Notice tone="success" live>
            <p>
              {letter.state === "passed-on"
                ? "This letter was passed on, and its text was deleted here."
                : "This letter was dropped, and its text was deleted."}
            </p>
          </Notice>
        )}
      </WithAside>
    </>
  );
}
