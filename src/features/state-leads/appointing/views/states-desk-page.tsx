import type { Holder, OpenInvitation } from "#features/people/public.ts";
import { allStates, type State } from "#features/places/public.ts";
import { DataTable } from "#ui/data-table.tsx";
import { PageHead } from "#ui/layout.tsx";
import { ROLE_WORDS, type StateRole } from "../forms.ts";

export interface StatesDeskPageProps {
  holders: Holder[];
  invitations: OpenInvitation[];
  /** States whose page says something. */
  told: ReadonlyMap<string, Date>;
}

/** Every state, who leads it, who is invited, and whether its page says anything. */
export function StatesDeskPage({ holders, invitations, told }: StatesDeskPageProps) {
  const leadsOf = Map.groupBy(holders, ({ scope }) => scope);
  const invitedTo = Map.groupBy(invitations, ({ scope }) => scope);
  const isLed = ({ code }: State) => leadsOf.has(code) || invitedTo.has(code);
  const states = [...allStates()].sort(
    (a, b) => Number(isLed(b)) - Number(isLed(a)) || a.name.localeCompare(b.name, "en"),
  );
  return (
    <>
      <PageHead
        title="State leads"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Who sees a state whole, and who publishes its happenings. States with a lead come first."
      />
      <DataTable
        caption="States and their leads"
        hideCaption
        stacks
        rows={states}
        columns={[
          {
            label: "State",
            heads: true,
            cell: ({ code, name }) => <a href={`/desk/states/${code}`}>{name}</a>,
          },
          {
            label: "Leads and editors",
            cell: ({ code }) => namesOf(leadsOf.get(code) ?? []) || "Nobody yet",
          },
          {
            label: "Invited",
            cell: ({ code }) =>
              (invitedTo.get(code) ?? []).map(({ name, email }) => name || email).join(", ") || "–",
          },
          { label: "Its page", cell: ({ code }) => (told.has(code) ? "Written" : "Not written yet") },
        ]}
      />
    </>
  );
}

function namesOf(holders: Holder[]): string {
  return holders
    .map(({ person, role }) => {
      const { name } = ROLE_WORDS[role as StateRole];
      return `${person.name || person.email || "Somebody"} (${name.toLowerCase()})`;
    })
    .join(", ");
}
