import { stateByCode } from "#features/places/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Moment } from "#ui/dates.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { WorkList } from "#ui/work-list.tsx";
import { freshSince, isStale } from "../../../rules.ts";
import { STAGE_WORDS } from "../../../stages.ts";
import { pagePath, tendPath } from "../../paths.ts";
import { DoneNotice } from "../../views/done-notice.tsx";
import { type MyPages, PAGES_PER_PAGE } from "../queries.ts";

export interface MyPagesProps extends MyPages {
  page: number;
  now: Date;
  zone: string;
  done: string;
}

/** Everything one person looks after, waits for and is invited to. */
export function MyPagesPage(props: MyPagesProps) {
  const { pages, total, page, invitations, claims, proposals } = props;
  return (
    <>
      <PageHead
        title="My partnerships"
        lede="The pages you look after, what you have asked for, and how fresh each of them is."
        actions={
          pages.length > 0 ? (
            <ButtonLink href="/my-partnerships/new">Start a partnership’s page</ButtonLink>
          ) : undefined
        }
      />
      <DoneNotice done={props.done} />
      {pages.length === 0 ? (
        <EmptyState
          title="You look after no page yet"
          icon="handshake"
          actions={
            <>
              <ButtonLink href="/partnerships">Find your partnership</ButtonLink>
              <ButtonLink href="/my-partnerships/new" look="quiet">
                Start its page
              </ButtonLink>
            </>
          }
        >
          If your partnership is here already, open its page and ask to look after it. If it is not, start its
          page.
        </EmptyState>
      ) : (
        <Pages {...props} />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / PAGES_PER_PAGE)}
        href={(number) => `/my-partnerships?page=${number}`}
        label="My partnerships"
      />
      {invitations.length > 0 && <Invitations {...props} />}
      {claims.length > 0 && <Claims {...props} />}
      {proposals.length > 0 && <Proposals {...props} />}
    </>
  );
}

function Pages({ pages, now, zone }: MyPagesProps) {
  return (
    <WorkList
      items={pages.map(({ tended, onBehalfOf, claims }) => ({
        title: tended.content.name,
        href: tendPath(tended.slug),
        meta: (
          <>
            <span>{tended.content.states.map((code) => stateByCode(code)?.name ?? code).join(", ")}</span>
            <span>{STAGE_WORDS[tended.stage].name}</span>
          </>
        ),
        note: (
          <>
            Changed or confirmed on <Moment at={freshSince(tended)} zone={zone} />
            {onBehalfOf && `. You stand in for ${onBehalfOf}`}
          </>
        ),
        state: (
          <>
            {tended.hiddenAt && <Badge tone="warn">Off the site</Badge>}
            {claims > 0 && <Badge tone="strong">{claims === 1 ? "One asks" : `${claims} ask`} to join</Badge>}
            {isStale(tended, now) && <Badge tone="warn">Still right?</Badge>}
          </>
        ),
      }))}
    />
  );
}

function Invitations({ invitations, zone }: MyPagesProps) {
  return (
    <Section title="Invitations to you" id="invitations">
      <p>The link is in the mail you got; it works until the day below.</p>
      <ul class="bare work">
        {invitations.map(({ what, invitedBy, expiresAt }) => (
          <li class="work-item">
            <div class="work-words">
              <h3>{what}</h3>
              <p class="work-note">
                From {invitedBy}, until <Moment at={expiresAt} zone={zone} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Claims({ claims, zone }: MyPagesProps) {
  return (
    <Section title="Pages you asked for" id="claims">
      <ul class="bare work">
        {claims.map(({ id, partnership, state, reason, madeAt }) => (
          <li class="work-item">
            <div class="work-words">
              <h3>
                <a href={pagePath(partnership.slug)}>{partnership.name}</a>
              </h3>
              <p class="work-note">
                Asked on <Moment at={madeAt} zone={zone} />
                {state === "declined" && `. Declined: ${reason}`}
              </p>
              {state === "waiting" && <TakeBack action={`/my-partnerships/claims/${id}/withdrawal`} />}
            </div>
            <p class="work-state">
              <Badge tone={state === "declined" ? "bad" : undefined}>
                {state === "declined" ? "Declined" : "Waits for an answer"}
              </Badge>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Proposals({ proposals, zone }: MyPagesProps) {
  return (
    <Section title="Pages you proposed" id="proposals">
      <ul class="bare work">
        {proposals.map(({ id, name, state, standing, reason, madeAt }) => (
          <li class="work-item">
            <div class="work-words">
              <h3>{name}</h3>
              <p class="work-note">
                {stateByCode(state)?.name}. Proposed on <Moment at={madeAt} zone={zone} />
                {standing === "declined" && `. Declined: ${reason}`}
              </p>
              {standing === "waiting" && <TakeBack action={`/my-partnerships/proposals/${id}/withdrawal`} />}
            </div>
            <p class="work-state">
              <Badge tone={standing === "declined" ? "bad" : undefined}>
                {standing === "declined" ? "Declined" : "On the editors’ desk"}
              </Badge>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TakeBack({ action }: { action: string }) {
  return (
    <div class="row-actions">
      <Form action={action} bare>
        <Button look="plain" compact>
          Take it back
        </Button>
      </Form>
    </div>
  );
}
