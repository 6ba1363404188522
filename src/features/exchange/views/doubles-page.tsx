import type { Mergeable, MergeSide } from "#platform/exchange.ts";
import { Button } from "#ui/button.tsx";
import { CheckboxGroup } from "#ui/choice-fields.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { WorkList } from "#ui/work-list.tsx";

export interface DoublesPageProps {
  kind: Mergeable;
  pairs: { a: MergeSide; b: MergeSide; why: string }[];
  q: string;
  found: MergeSide[];
  /** Two have just been made one. */
  done: boolean;
}

const factOf = (side: MergeSide, label: string) => side.facts.find((fact) => fact.label === label)?.value;

export function DoublesPage({ kind, pairs, q, found, done }: DoublesPageProps) {
  const base = `/desk/merging/${kind.kind}`;
  const things = kind.title.toLowerCase();
  return (
    <>
      <PageHead
        title={`Doubles among ${things}`}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/merging", label: "Doubles" },
        ]}
      />
      {done && (
        <Notice tone="success" live>
          <p>The two are one now. What named either names it.</p>
        </Notice>
      )}
      <Section title="Find two yourself">
        <div class="stack">
          <Form action={base} method="get">
            <TextField name="q" type="search" label="Name" value={q || undefined} />
            <Button look="quiet">Search</Button>
          </Form>
          {q && found.length < 2 && <p>There are no two {things} by that name.</p>}
          {found.length > 1 && (
            <Form action={`${base}/chosen`} method="get">
              <CheckboxGroup
                name="one"
                label="Choose two"
                options={found.map((side) => ({
                  value: side.id,
                  label: side.name,
                  hint: [factOf(side, "Kind"), factOf(side, "Where"), factOf(side, "E-mail address")]
                    .filter(Boolean)
                    .join(", "),
                }))}
              />
              <Button>Look at the two</Button>
            </Form>
          )}
        </div>
      </Section>
      {!q && (
        <Section title="Pairs that look alike">
          {pairs.length === 0 ? (
            <EmptyState title="None at present" icon="check" level={3}>
              No two {things} look so much alike that somebody should look.
            </EmptyState>
          ) : (
            <WorkList
              level={3}
              items={pairs.map(({ a, b, why }) => ({
                title: a.name === b.name ? a.name : `${a.name} / ${b.name}`,
                href: `${base}/${a.id}/${b.id}`,
                note: [why, factOf(a, "Where"), factOf(b, "Where")].filter(Boolean).join(" · "),
              }))}
            />
          )}
        </Section>
      )}
    </>
  );
}
