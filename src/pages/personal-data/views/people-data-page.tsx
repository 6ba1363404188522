import type { Problems } from "#base/outcome.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { HeldPart } from "../holding.ts";
import { counted, WhatGoes } from "./erasure-page.tsx";
import { HeldParts } from "./held-parts.tsx";

export interface PeopleDataPageProps {
  typed: string;
  problems: Problems;
  found?: { email: string; parts: HeldPart[]; lines: string[]; hindrance?: string | undefined };
  /** What has just been deleted. */
  done?: string[];
}

/** For an administrator whom somebody has asked for their data, or to be forgotten. */
export function PeopleDataPage({ typed, problems, found, done }: PeopleDataPageProps) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="A person’s data"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="When somebody asks what this site holds about them, or to be forgotten. Whoever has an account can do both themselves, under “Your account”."
      />
      {done && (
        <Notice tone="success" title={done.length > 0 ? "They are forgotten" : "Nothing was held"} live>
          {done.map((line) => (
            <p>{counted(line)}</p>
          ))}
        </Notice>
      )}
      <Form action="/desk/people-data">
        <TextField
          name="email"
          type="email"
          autocomplete="off"
          label="Their address"
          hint="Be sure that it is they who ask: answer to this very address."
          value={typed}
          problems={problems}
        />
        <Button look={found ? "quiet" : "main"}>See what is held</Button>
      </Form>
      {found && <Held found={found} problems={problems} />}
    </>
  );
}

function Held({ found, problems }: { found: NonNullable<PeopleDataPageProps["found"]>; problems: Problems }) {
  const { email, parts, lines, hindrance } = found;
  if (parts.length === 0 && lines.length === 0 && !hindrance)
    return <p>This site holds nothing about {email}.</p>;
  return (
    <>
      <Section title={`What is held about ${email}`}>
        <div class="stack">
          <HeldParts parts={parts} />
          <Form action="/desk/people-data/copy" bare>
            <Hidden name="email" value={email} />
            <Button look="quiet" icon="download">
              Download a copy for them
            </Button>
          </Form>
        </div>
      </Section>
      <Section title="Forget them">
        <div class="stack">
          {hindrance ? (
            <Notice tone="warning" title="Not yet">
              <p>{hindrance}</p>
            </Notice>
          ) : (
            <>
              <WhatGoes lines={lines} />
              <Form action="/desk/people-data/erasure">
                <Hidden name="email" value={email} />
                <TextField
                  name="again"
                  type="email"
                  autocomplete="off"
                  label="Their address once more"
                  problems={problems}
                />
                <Buttons>
                  <ConfirmStep question="Delete all of this now? It cannot be brought back.">
                    <Button look="danger">Forget them</Button>
                  </ConfirmStep>
                </Buttons>
              </Form>
            </>
          )}
        </div>
      </Section>
    </>
  );
}
