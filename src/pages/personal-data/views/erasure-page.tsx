import type { Problems } from "#base/outcome.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";

export interface ErasurePageProps {
  email: string;
  /** What would be done, a line for each kind of thing. */
  lines: string[];
  /** Why nothing can be deleted yet. */
  hindrance?: string | undefined;
  problems: Problems;
}

/** The last look before somebody is forgotten. */
export function ErasurePage({ email, lines, hindrance, problems }: ErasurePageProps) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Be forgotten"
        trail={[
          { href: "/account", label: "Your account" },
          { href: "/account/your-data", label: "Your data" },
        ]}
        lede="Your account and everything under your address is deleted at once. It cannot be brought back."
      />
      {hindrance ? (
        <Notice tone="warning" title="Not yet">
          <p>{hindrance}</p>
        </Notice>
      ) : (
        <>
          <WhatGoes lines={lines} />
          <Form action="/account/your-data/erasure">
            <TextField
              name="email"
              type="email"
              autocomplete="off"
              label="Your address, to be sure"
              hint={`Type ${email}`}
              problems={problems}
            />
            <Buttons>
              <ConfirmStep question="Delete everything now? It cannot be brought back.">
                <Button look="danger">Forget me</Button>
              </ConfirmStep>
            </Buttons>
          </Form>
        </>
      )}
    </>
  );
}

export function WhatGoes({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <p>The site holds nothing under this address.</p>;
  return (
    <div class="what-goes">
      <p>This is what would be done:</p>
      <ul>
        {lines.map((line) => (
          <li>{counted(line)}</li>
        ))}
      </ul>
    </div>
  );
}

/** "1 profiles deleted" → "Profiles deleted: 1", which reads well for any number. */
export function counted(line: string): string {
  const [, count, done = ""] = /^(\d+) (.+)$/s.exec(line) ?? [];
  return count ? `${done.charAt(0).toUpperCase()}${done.slice(1)}: ${count}` : line;
}
