import { stateByCode } from "#features/places/public.ts";
import { Section } from "#ui/layout.tsx";

/** On the home page: partnerships by state, each a way to its list. */
export function HomeStrip({ byState, total }: { byState: ReadonlyMap<string, number>; total: number }) {
  const states = [...byState].flatMap(([code, count]) => {
    const state = stateByCode(code);
    return state ? [{ ...state, count }] : [];
  });
  states.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    <Section
      title="Partnerships"
      more={{
        href: "/partnerships",
        label: total === 1 ? "See it" : `All ${total.toLocaleString("en-US")} partnerships`,
      }}
    >
      <ul class="bare pills state-counts" aria-label="Partnerships by state">
        {states.map(({ code, name, count }) => (
          <li>
            <a href={`/partnerships?state=${code}`}>
              {name} <b>{count.toLocaleString("en-US")}</b>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
