import { InvestmentList, type investmentsOfState, sumWords } from "#features/investments/public.ts";
import type { State } from "#features/places/public.ts";
import { Section } from "#ui/layout.tsx";

/** What was put into a state's partnerships, and what came of it. */
export function Invested(props: {
  state: State;
  investment: Awaited<ReturnType<typeof investmentsOfState>>;
}) {
  const { items, total, sum } = props.investment;
  if (total === 0) return null;
  const href = `/investments#${props.state.code}`;
  return (
    <Section
      title="Investment, and what came of it"
      id="investment"
      more={{ href, label: total > items.length ? `All ${total.toLocaleString("en-US")}` : "In all states" }}
    >
      <p class="investment-sum">{sumWords(sum)}</p>
      <InvestmentList items={items} wholes={new Map(items.map((one) => [one.id, one]))} />
    </Section>
  );
}
