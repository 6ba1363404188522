import type { Problems } from "#base/outcome.ts";
import type { Mergeable, MergeSide } from "#platform/exchange.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";

export interface MergePageProps {
  kind: Mergeable;
  a: MergeSide;
  b: MergeSide;
  problems: Problems;
}

/** Two side by side, with everything that hangs on each, and the choice which one stays. */
export function MergePage({ kind, a, b, problems }: MergePageProps) {
  const address = `/desk/merging/${kind.kind}/${a.id}/${b.id}`;
  const labels = [...new Set([...a.facts, ...b.facts].map(({ label }) => label))];
  const factOf = (side: MergeSide, label: string) =>
    side.facts.find((fact) => fact.label === label)?.value ?? "";
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="One or two?"
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/merging", label: "Doubles" },
          { href: `/desk/merging/${kind.kind}`, label: kind.title },
        ]}
      />
      <DataTable
        caption={`${a.name} and ${b.name}, side by side`}
        hideCaption
        stacks
        rows={[
          { label: "Name", left: a.name, right: b.name },
          ...labels.map((label) => ({ label, left: factOf(a, label), right: factOf(b, label) })),
        ]}
        columns={[
          { label: "Fact", heads: true, cell: ({ label }) => label },
          { label: "The first", cell: ({ left }) => left || "(empty)" },
          { label: "The second", cell: ({ right }) => right || "(empty)" },
        ]}
      />
      <Section title="Make them one">
        <div class="stack">
          <p>
            {kind.afterwards ??
              "Everything that names the one that goes will name the one that stays, what the one lacks it takes from the other, and the old address leads to it. This cannot be taken back."}
          </p>
          <Form action={address}>
            <RadioGroup
              name="stays"
              label="Which one stays?"
              problems={problems}
              options={[
                { value: a.id, label: `The first: ${a.name}`, hint: hintOf(a) },
                { value: b.id, label: `The second: ${b.name}`, hint: hintOf(b) },
              ]}
            />
            <Buttons>
              <ConfirmStep question="Make the two one? This cannot be taken back.">
                <Button>Make them one</Button>
              </ConfirmStep>
            </Buttons>
          </Form>
        </div>
      </Section>
      <Section title="They are two">
        <div class="stack">
          <p>Then this pair is not shown as doubles again.</p>
          <Form action={`${address}/apart`} bare>
            <Button look="quiet">Keep them apart</Button>
          </Form>
        </div>
      </Section>
    </>
  );
}

const hintOf = (side: MergeSide) =>
  side.facts.find(({ label }) => label === "Where" || label === "E-mail address")?.value ?? "";
