import { THEMES } from "#features/partnerships/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { longDate } from "#ui/dates.tsx";
import { Hidden } from "#ui/form.tsx";
import { placeValue } from "../forms.ts";
import { planPath } from "../paths.ts";
import type { People } from "../people.ts";
import type { PlanAction, Priority } from "../queries.ts";
import { isLate, whenDue } from "../rules.ts";
import { STATUS_WORDS, STATUSES } from "../statuses.ts";
import { nameOf, PersonName } from "./person-name.tsx";
import type { PlanPageProps } from "./plan-props.ts";
import { PriorityBadge, QuickWinBadge, StatusBadge } from "./status-badge.tsx";

/** One priority: who leads it, its objectives, and under each what is to be done. */
export function PriorityBlock(props: PlanPageProps & { priority: Priority; filtered: boolean }) {
  const { workspace, priority, filtered } = props;
  const { slug } = workspace;
  const actions = props.actions.filter((one) => one.priority === priority.id);
  const objectives = props.objectives.filter((one) => one.priority === priority.id);
  const free = actions.filter(({ objective }) => objective === null);
  const lines = (some: PlanAction[]) => (
    <ul class="bare plan-actions">
      {some.map((action) => (
        <ActionLine action={action} slug={slug} people={props.people} today={props.today} />
      ))}
    </ul>
  );
  return (
    <section class="plan-priority" id={`priority-${priority.id}`}>
      <div class="card-meta">
        <PriorityBadge state={priority.state} />
        {priority.theme && <span>{THEMES[priority.theme]}</span>}
      </div>
      <h2>
        <a class="plan-link" href={planPath(slug, "priorities", priority.id)}>
          {priority.title}
        </a>
      </h2>
      <p class="plan-leads">
        <Leads {...props} />
      </p>
      {free.length > 0 && lines(free)}
      {objectives
        .map((objective) => ({
          objective,
          own: actions.filter((action) => action.objective === objective.id),
        }))
        .filter(({ own }) => !filtered || own.length > 0)
        .map(({ objective, own }) => (
          <div class="plan-objective">
            <h3>{objective.title}</h3>
            {own.length > 0 ? lines(own) : <p class="quiet-text">Nothing is to be done for it yet.</p>}
          </div>
        ))}
      {actions.length === 0 && objectives.length === 0 && (
        <p class="quiet-text">
          Nothing is to be done for it yet. One action with an owner and a day is a start.
        </p>
      )}
      <p class="no-print">
        <ButtonLink
          href={`${planPath(slug, "actions", "new")}?place=${encodeURIComponent(placeValue(priority.id, null))}`}
          look="plain"
          compact
          icon="plus"
        >
          Add an action<span class="visually-hidden"> to {priority.title}</span>
        </ButtonLink>
      </p>
    </section>
  );
}

function Leads({ workspace, priority, members, lastMet, people }: PlanPageProps & { priority: Priority }) {
  const { slug } = workspace;
  const size = members.filter((one) => one.priority === priority.id).length;
  const met = lastMet.get(priority.id);
  const lead = priority.businessLead ? people.get(priority.businessLead) : undefined;
  return (
    <>
      {lead ? (
        <span>
          {lead.side === "business" ? "Business lead" : "Led by"}{" "}
          <PersonName id={lead.id} people={people} slug={slug} />
          {lead.company && `, ${lead.company.name}`}
        </span>
      ) : (
        <span>
          No business lead yet.{" "}
          <a class="no-print" href={planPath(slug, "priorities", priority.id, "edit")}>
            Name one<span class="visually-hidden"> for {priority.title}</span>
          </a>
        </span>
      )}
      {priority.supportLead && (
        <span>
          Supported by <PersonName id={priority.supportLead} people={people} slug={slug} />
        </span>
      )}
      <span>
        <a href={planPath(slug, "priorities", priority.id)}>
          {size === 0 ? "No team yet" : size === 1 ? "A team of one" : `A team of ${size}`}
        </a>
        {met && `, met ${longDate(met)}`}
      </span>
    </>
  );
}

export function ownerWords(action: PlanAction, people: People): string {
  return action.ownerName || (nameOf(action.owner, people) ?? "Nobody has taken it yet");
}

function ActionLine(props: { action: PlanAction; slug: string; people: People; today: string }) {
  const { action, slug, people, today } = props;
  const path = planPath(slug, "actions", action.id);
  const field = `status-${action.id}`;
  return (
    <li class={`plan-action is-${action.status}`} id={`action-${action.id}`}>
      <div class="plan-action-words">
        <p class="plan-action-title">
          <a class="plan-link" href={path}>
            {action.words}
          </a>
        </p>
        <p class="plan-action-meta">
          <StatusBadge status={action.status} />
          {action.isQuickWin && <QuickWinBadge />}
          <span>
            <bdi>{ownerWords(action, people)}</bdi>
          </span>
          <span class={isLate(action, today) ? "is-late" : undefined}>{whenDue(action, today)}</span>
        </p>
        {action.lastWord && (
          <p class="plan-word">
            “<bdi>{action.lastWord}</bdi>”
          </p>
        )}
      </div>
      <form method="post" action={`${path}/status`} class="inline-form no-print">
        <Hidden name="version" value={action.version} />
        <Hidden name="from" value="plan" />
        <label class="visually-hidden" for={field}>
          How it stands: {action.words}
        </label>
        <select id={field} name="status">
          {STATUSES.map((value) => (
            <option value={value} selected={value === action.status}>
              {STATUS_WORDS[value]}
            </option>
          ))}
        </select>
        <Button compact look="quiet">
          Save<span class="visually-hidden">: {action.words}</span>
        </Button>
      </form>
    </li>
  );
}
