import type { Problems } from "#base/outcome.ts";
import type { Holder } from "#features/people/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { reasonField } from "../../claims/forms.ts";
import type { Claim } from "../../claims/queries.ts";
import { ClaimDeeds } from "../../claims/views/waiting-claims.tsx";
import { pagePath } from "../../paths.ts";
import { InHand } from "./in-hand.tsx";

export const DECIDED_WORDS = {
  waiting: "Waits for a decision",
  granted: "Granted",
  published: "Published",
  declined: "Declined",
  withdrawn: "Taken back",
} as const;

/** One claim on the desk: who asks, for which page, and the two answers. */
export function ClaimDeskPage(props: {
  claim: Claim;
  holders: Holder[];
  me: string;
  zone: string;
  values: FormValues;
  problems: Problems;
}) {
  const { claim, holders, me, zone, values, problems } = props;
  const { partnership, person, state } = claim;
  const path = `/desk/partnerships/claims/${claim.id}`;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={`${person.name} asks to look after a page`}
        trail={[{ href: "/desk", label: "Desk" }]}
        lede={<a href={pagePath(partnership.slug)}>{partnership.name}</a>}
      />
      <WithAside
        label="About this claim"
        aside={
          <>
            <AsideBlock title="About this claim">
              <DefinitionList
                entries={[
                  { term: "State", value: DECIDED_WORDS[state] },
                  { term: "From", value: person.name },
                  { term: "E-mail", value: person.email },
                  { term: "In the partnership", value: claim.role },
                  { term: "Asked", value: <Moment at={claim.madeAt} zone={zone} /> },
                  {
                    term: "Decided",
                    value: claim.decidedAt ? <Moment at={claim.decidedAt} zone={zone} /> : undefined,
                  },
                ]}
              />
            </AsideBlock>
            {state === "waiting" && <InHand path={path} inHand={claim.inHand} me={me} />}
          </>
        }
      >
        {holders.length > 0 && (
          <Notice title="Somebody looks after this page">
            <p>
              {holders.map(({ person }) => person.name).join(", ")} {holders.length === 1 ? "was" : "were"}{" "}
              asked by mail and can decide. Decide for them only when they do not answer.
            </p>
          </Notice>
        )}
        <Section title="What they write">
          <p class="as-typed">{claim.message}</p>
        </Section>
        {claim.reason && (
          <Section title="Why it was declined">
            <p class="as-typed">{claim.reason}</p>
          </Section>
        )}
        {state === "waiting" && (
          <Section title="Decide">
            <ClaimDeeds
              claim={claim}
              grant={`${path}/grant`}
              refusal={`${path}/refusal`}
              problems={problems}
              reason={textOf(values, reasonField(claim.id))}
            />
          </Section>
        )}
      </WithAside>
    </>
  );
}
