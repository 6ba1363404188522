import { Button, ButtonLink } from "#ui/button.tsx";
import { Chip } from "#ui/chip.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import type { Sector } from "../queries.ts";
import { codeWords, overlapping } from "../rules.ts";

/** The editors' list: what is offered, in what order, and what is retired. */
export function ManageSectors({ sectors }: { sectors: Sector[] }) {
  const offered = sectors.filter((sector) => !sector.retiredAt);
  const retired = sectors.filter((sector) => sector.retiredAt);
  return (
    <>
      <PageHead
        title="Sectors"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Each sector is a named set of industry codes. People choose from this list, in this order."
        actions={
          <ButtonLink href="/desk/sectors/new" icon="plus">
            Add a sector
          </ButtonLink>
        }
      />
      {offered.length === 0 ? (
        <EmptyState title="No sectors yet">Add the first one, and people can choose it.</EmptyState>
      ) : (
        <DataTable
          caption="Sectors in their order"
          hideCaption
          stacks
          rows={offered}
          columns={[
            ...columns(offered),
            {
              label: "Change",
              cell: (sector) => (
                <div class="row-actions">
                  {sector !== offered[0] && (
                    <Deed sector={sector} path="position" label="Up" direction="up" />
                  )}
                  {sector !== offered.at(-1) && (
                    <Deed sector={sector} path="position" label="Down" direction="down" />
                  )}
                  <Deed sector={sector} path="retirement" label="Retire" />
                </div>
              ),
            },
          ]}
        />
      )}
      {retired.length > 0 && (
        <Section title="Retired">
          <p>Nobody can choose these any more. What belongs to them keeps them.</p>
          <DataTable
            caption="Retired sectors"
            hideCaption
            stacks
            rows={retired}
            columns={[
              ...columns(offered),
              {
                label: "Change",
                cell: (sector) => <Deed sector={sector} path="return" label="Put back" />,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function columns(offered: Sector[]): Column<Sector>[] {
  return [
    {
      label: "Sector",
      heads: true,
      cell: ({ id, name, hue, icon }) => (
        <Chip label={name} hue={hue} icon={icon} href={`/desk/sectors/${id}`} />
      ),
    },
    { label: "NAICS codes", cell: ({ codes }) => codeWords(codes).join(", ") || "None yet" },
    {
      label: "Shares codes with",
      cell: (one) =>
        overlapping(
          one.codes,
          offered.filter((other) => other.id !== one.id),
        )
          .map(({ sector }) => sector.name)
          .join(", ") || "None",
    },
  ];
}

function Deed(props: { sector: Sector; path: string; label: string; direction?: string }) {
  return (
    <Form action={`/desk/sectors/${props.sector.id}/${props.path}`} bare>
      {props.direction && <Hidden name="direction" value={props.direction} />}
      <Button look="plain" compact>
        {props.label}
        <span class="visually-hidden">: {props.sector.name}</span>
      </Button>
    </Form>
  );
}
