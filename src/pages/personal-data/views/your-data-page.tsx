import { ButtonLink, Buttons } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import type { HeldPart } from "../holding.ts";
import { HeldParts } from "./held-parts.tsx";

/** Everything that this site holds about the person who looks at it. */
export function YourDataPage({ email, parts }: { email: string; parts: HeldPart[] }) {
  return (
    <>
      <PageHead
        title="Your data"
        trail={[{ href: "/account", label: "Your account" }]}
        lede={
          <>
            This is what the site holds about you, under <b>{email}</b>. It is yours to see, to take along,
            and to have deleted.
          </>
        }
      />
      <HeldParts parts={parts} />
      <Section title="Take it along">
        <div class="stack">
          <p>One file with all of it, which people and programs can read (JSON).</p>
          <Buttons>
            <ButtonLink href="/account/your-data/copy" look="quiet" icon="download" download>
              Download your data
            </ButtonLink>
          </Buttons>
        </div>
      </Section>
      <Section title="Be forgotten">
        <div class="stack">
          <p>You see first what would be deleted, and what stays without your name.</p>
          <Buttons>
            <ButtonLink href="/account/your-data/erasure" look="quiet">
              What would be deleted
            </ButtonLink>
          </Buttons>
        </div>
      </Section>
    </>
  );
}
