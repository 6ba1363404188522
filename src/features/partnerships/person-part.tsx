import type { PersonPart } from "#platform/feature.ts";
import { Section } from "#ui/layout.tsx";
import { partnershipsOfPeople } from "./reading/lookups.ts";
import { PartsTable } from "./reading/views/parts-table.tsx";

/** The partnerships whose pages show a person to readers, on that person's own page. */
export const partnershipsServed: PersonPart = async (ctx, { id, name }) => {
  const parts = await partnershipsOfPeople(ctx, [id]);
  return parts.length > 0 ? (
    <Section title={parts.length === 1 ? "The partnership they serve" : "The partnerships they serve"}>
      <PartsTable parts={parts} caption={`Partnerships that ${name} serves`} />
    </Section>
  ) : null;
};
