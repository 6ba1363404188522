import type { Problems } from "#base/outcome.ts";
import { stateByCode } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { STAGE_WORDS } from "../../../stages.ts";
import { reasonField } from "../../claims/forms.ts";
import { pagePath } from "../../paths.ts";
import type { Proposal } from "../../proposals/queries.ts";
import { DECIDED_WORDS } from "./claim-desk-page.tsx";
import { InHand } from "./in-hand.tsx";

/** One proposed page on the desk. */
export function ProposalDeskPage(props: {
  proposal: Proposal;
  /** A page of this name in this state. */
  known: { slug: string; name: string; isHidden: boolean } | undefined;
  me: string;
  zone: string;
  values: FormValues;
  problems: Problems;
}) {
  const { proposal, known, me, zone, problems } = props;
  const { person, standing } = proposal;
  const path = `/desk/partnerships/proposals/${proposal.id}`;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={proposal.name}
        trail={[{ href: "/desk", label: "Desk" }]}
        lede={`${person.name} proposes a page for this partnership.`}
      />
      <WithAside
        label="About this proposal"
        aside={
          <>
            <AsideBlock title="About this proposal">
              <DefinitionList
                entries={[
                  { term: "State", value: DECIDED_WORDS[standing] },
                  { term: "From", value: person.name },
                  { term: "E-mail", value: person.email },
                  { term: "In the partnership", value: proposal.role },
                  { term: "Proposed", value: <Moment at={proposal.madeAt} zone={zone} /> },
                ]}
              />
            </AsideBlock>
            {standing === "waiting" && <InHand path={path} inHand={proposal.inHand} me={me} />}
          </>
        }
      >
        {known && standing === "waiting" && (
          <Notice tone="warning" title="There is a page of this name in this state">
            <p>
              {known.isHidden ? (
                "It is off the site; look for it among the partnerships of the desk."
              ) : (
                <>
                  <a href={pagePath(known.slug)}>{known.name}</a>. If it is the same, decline with its
                  address, so that they can ask for that one.
                </>
              )}
            </p>
          </Notice>
        )}
        <Section title="The page">
          <DefinitionList
            beside
            entries={[
              { term: "Name", value: proposal.name },
              { term: "State", value: stateByCode(proposal.state)?.name },
              { term: "Region", value: proposal.region },
              { term: "Stage", value: STAGE_WORDS[proposal.stage].name },
              { term: "Summary", value: proposal.summary },
            ]}
          />
        </Section>
        {proposal.message && (
          <Section title="What they write">
            <p class="as-typed">{proposal.message}</p>
          </Section>
        )}
        {proposal.reason && (
          <Section title="Why it was declined">
            <p class="as-typed">{proposal.reason}</p>
          </Section>
        )}
        {proposal.slug && (
          <p>
            <a href={pagePath(proposal.slug)}>The page that came of it</a>
          </p>
        )}
        {standing === "waiting" && <Decide {...props} path={path} />}
      </WithAside>
    </>
  );
}

function Decide(props: {
  proposal: Proposal;
  path: string;
  known: unknown;
  values: FormValues;
  problems: Problems;
}) {
  const { proposal, path, known, values, problems } = props;
  const name = reasonField(proposal.id);
  return (
    <Section title="Decide">
      <div class="desk-actions">
        {!known && (
          <Form action={`${path}/publication`} bare>
            <Button>Publish it; {proposal.person.name} looks after it</Button>
          </Form>
        )}
        <div class="folds">
          <Fold title="Decline" open={problems[name] !== undefined}>
            <Form action={`${path}/refusal`}>
              <TextArea
                name={name}
                label="Why not?"
                hint={`${proposal.person.name} gets these words by mail.`}
                rows={3}
                value={textOf(values, name)}
                problems={problems}
              />
              <div>
                <Button look="quiet">Decline with these words</Button>
              </div>
            </Form>
          </Fold>
        </div>
      </div>
    </Section>
  );
}
