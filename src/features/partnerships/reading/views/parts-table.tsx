import { stateByCode } from "#features/places/public.ts";
import { DataTable } from "#ui/data-table.tsx";
import { STAGE_WORDS } from "../../stages.ts";
import { partnershipPath } from "../address.ts";
import type { PublicPart } from "../lookups.ts";

/** What somebody, or an organization, does in which partnership. */
export function PartsTable({ parts, caption }: { parts: PublicPart[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      stacks
      rows={parts}
      columns={[
        {
          label: "Partnership",
          heads: true,
          cell: (part) => <a href={partnershipPath(part.slug)}>{part.name}</a>,
        },
        { label: "As", cell: (part) => roleWords(part) },
        { label: "Stage", cell: ({ stage }) => STAGE_WORDS[stage].name },
        {
          label: "States",
          cell: ({ states }) => states.map((code) => stateByCode(code)?.name ?? code).join(", "),
        },
      ]}
    />
  );
}

/** "Convener", "Support partner, 2018 to 2021". */
function roleWords({ role, title, from, to }: PublicPart): string {
  const plain = role.replaceAll("-", " ");
  const name = title || plain.charAt(0).toUpperCase() + plain.slice(1);
  if (from && to) return `${name}, ${from} to ${to}`;
  if (from) return `${name}, since ${from}`;
  return to ? `${name}, until ${to}` : name;
}
