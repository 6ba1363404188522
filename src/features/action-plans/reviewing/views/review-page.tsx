import type { Child } from "hono/jsx";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { ButtonLink, Buttons } from "#ui/button.tsx";
import { longDate } from "#ui/dates.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { KeptAction } from "../../content.ts";
import { planPath } from "../../paths.ts";
import { PRIORITY_STATE_WORDS, type PriorityState } from "../../statuses.ts";
import { PriorityBadge, QuickWinBadge, StatusBadge } from "../../views/status-badge.tsx";
import { compare, isSame } from "../comparing.ts";
import type { Review } from "../queries.ts";

export interface ReviewPageProps {
  workspace: Workspace;
  review: Review;
  /** The version before it. */
  before: Review | undefined;
  done: string | undefined;
}

/** The plan as it stood at a review, and what became different since the one before. */
export function ReviewPage({ workspace, review, before, done }: ReviewPageProps) {
  const path = planPath(workspace.slug, "reviews");
  const { number, reviewedOn, word, byName } = review;
  return (
    <>
      <PageHead
        title={`The plan, version ${number}`}
        trail={tableTrail(
          workspace,
          { href: planPath(workspace.slug), label: "Action plan" },
          { href: path, label: "Reviews" },
        )}
        lede={`As your team reviewed it on ${longDate(reviewedOn)}. Kept by ${byName}; it does not change any more.`}
      />
      {done === "kept" && <Notice tone="success" title="This version is kept" live />}
      {word && (
        <blockquote class="measure as-typed">
          <bdi>{word}</bdi>
        </blockquote>
      )}
      {before && (
        <Section title={`Since ${longDate(before.reviewedOn)}`}>
          <Differences review={review} before={before} />
        </Section>
      )}
      <Section title="The whole plan">
        {review.content.priorities.map((priority) => (
          <div class="plan-priority">
            <div class="card-meta">
              <PriorityBadge state={priority.state} />
            </div>
            <h3>{priority.title}</h3>
            <p class="plan-leads">
              {priority.businessLead && <span>Business lead {nameIn(review, priority.businessLead)}</span>}
              {priority.supportLead && <span>Supported by {nameIn(review, priority.supportLead)}</span>}
            </p>
            <Lines actions={priority.actions.filter(({ objective }) => objective === null)} review={review} />
            {priority.objectives.map(({ id, title }) => (
              <div class="plan-objective">
                <h4>{title}</h4>
                <Lines
                  actions={priority.actions.filter(({ objective }) => objective === id)}
                  review={review}
                />
              </div>
            ))}
          </div>
        ))}
      </Section>
      <Buttons>
        {before && (
          <ButtonLink href={`${path}/${before.number}`} look="quiet">
            Version {before.number}
          </ButtonLink>
        )}
        <ButtonLink href={path} look="plain">
          All versions
        </ButtonLink>
      </Buttons>
    </>
  );
}

/** Whoever left the roster since is not named any more. */
function nameIn({ names }: Review, id: string): string {
  return names.get(id) ?? "somebody who is not on the roster any more";
}

function ownerIn(review: Review, { owner, ownerName }: KeptAction): string {
  return ownerName || (owner ? nameIn(review, owner) : "nobody yet");
}

function Lines({ actions, review }: { actions: KeptAction[]; review: Review }) {
  if (actions.length === 0) return null;
  return (
    <ul class="bare plan-actions">
      {actions.map((action) => (
        <li class={`plan-action is-${action.status}`}>
          <div class="plan-action-words">
            <p class="plan-action-title">{action.words}</p>
            <p class="plan-action-meta">
              <StatusBadge status={action.status} />
              {action.isQuickWin && <QuickWinBadge />}
              <span>
                <bdi>{ownerIn(review, action)}</bdi>
              </span>
              <span>{action.dueOn ? `Due ${longDate(action.dueOn)}` : "No day set"}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Differences({ review, before }: { review: Review; before: Review }) {
  const found = compare(before.content, review.content);
  if (isSame(found)) return <p>Nothing changed between the two reviews.</p>;
  const words = (actions: KeptAction[]) => actions.map((action) => action.words);
  return (
    <div class="differences">
      <Group title="Done" items={words(found.done)} />
      <Group
        title="New"
        items={[...found.newPriorities.map((title) => `Priority: ${title}`), ...words(found.added)]}
      />
      <Group
        title="Moved to another day"
        items={found.moved.map(
          ({ action, from }) => `${action.words}: ${dayWords(from)} → ${dayWords(action.dueOn)}`,
        )}
      />
      <Group title="Got stuck" items={words(found.stuck)} />
      <Group
        title="Handed on"
        items={found.handedOn.map((action) => `${action.words}: now ${ownerIn(review, action)}`)}
      />
      <Group
        title="Priorities that moved"
        items={found.movedPriorities.map(
          ({ title, from, to }) => `${title}: ${stateWords(from)} → ${stateWords(to)}`,
        )}
      />
      <Group title="Dropped" items={words(found.dropped)} />
      <Group
        title="Taken out"
        items={[...found.gonePriorities.map((title) => `Priority: ${title}`), ...words(found.gone)]}
      />
    </div>
  );
}

const stateWords = (state: string) => PRIORITY_STATE_WORDS[state as PriorityState] ?? state;
const dayWords = (day: string | null) => (day ? longDate(day) : "no day");

function Group({ title, items }: { title: string; items: Child[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span class="quiet-text">({items.length})</span>
      </h3>
      <ul>
        {items.map((item) => (
          <li>
            <bdi>{item}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
