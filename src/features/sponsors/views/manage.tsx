import { Button, ButtonLink } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import type { Opportunity } from "../opportunities/queries.ts";
import type { Sponsor } from "../queries.ts";
import { seasonWords, TIER_WORDS } from "../rules.ts";

/** The editors' list: who is thanked where, in what order, and what is retired. */
export function ManageSponsors({
  sponsors,
  opportunities,
}: {
  sponsors: Sponsor[];
  opportunities: Opportunity[];
}) {
  return (
    <>
      <PageHead
        title="Sponsors"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Whom the page thanks, in what order, and what can be supported."
        actions={
          <>
            <ButtonLink href="/desk/sponsors/new">Add a sponsor</ButtonLink>
            <ButtonLink href="/sponsors" look="quiet">
              See the page
            </ButtonLink>
          </>
        }
      />
      {sponsors.length === 0 ? (
        <EmptyState title="No sponsors yet">Add the first one; the page thanks it at once.</EmptyState>
      ) : (
        <DataTable
          caption="Sponsors in the order of the page"
          hideCaption
          stacks
          rows={sponsors}
          columns={[
            {
              label: "Sponsor",
              heads: true,
              cell: (sponsor) => <a href={`/desk/sponsors/${sponsor.id}`}>{sponsor.name}</a>,
            },
            { label: "Tier", cell: (sponsor) => TIER_WORDS[sponsor.tier].one },
            {
              label: "Season",
              cell: (sponsor) => (sponsor.season ? seasonWords(sponsor.season) : "For good"),
            },
            { label: "Shown", cell: (sponsor) => (sponsor.retiredAt ? "In its season only" : "On the page") },
            { label: "Change", cell: (sponsor) => <RowActions sponsor={sponsor} /> },
          ]}
        />
      )}
      <Section title="What can be supported">
        {opportunities.length === 0 ? (
          <p>Nothing is offered at present.</p>
        ) : (
          <ul>
            {opportunities.map((opportunity) => (
              <li>
                <a href={`/desk/opportunities/${opportunity.id}`}>{opportunity.name}</a>
                {opportunity.open ? "" : " (closed, not shown)"}
              </li>
            ))}
          </ul>
        )}
        <p>
          <ButtonLink href="/desk/opportunities/new" look="quiet">
            Add an opportunity
          </ButtonLink>
        </p>
      </Section>
    </>
  );
}

function RowActions({ sponsor }: { sponsor: Sponsor }) {
  const deed = (action: string, label: string, value?: string) => (
    <Form action={`/desk/sponsors/${sponsor.id}/${action}`} bare>
      {value && <Hidden name="direction" value={value} />}
      <Button look="plain" compact>
        {label}
        <span class="visually-hidden">: {sponsor.name}</span>
      </Button>
    </Form>
  );
  return (
    <div class="row-actions">
      {deed("position", "Up", "up")}
      {deed("position", "Down", "down")}
      {sponsor.retiredAt ? deed("return", "Show again") : deed("retirement", "Retire")}
    </div>
  );
}
