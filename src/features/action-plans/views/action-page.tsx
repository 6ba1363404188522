import { httpUrl } from "#base/brands.ts";
import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { planPath } from "../paths.ts";
import type { People } from "../people.ts";
import type { Plan, PlanAction, Priority, Said } from "../queries.ts";
import { whenDue } from "../rules.ts";
import { STATUS_WORDS, STATUSES } from "../statuses.ts";
import { nameOf, PersonName } from "./person-name.tsx";
import { QuickWinBadge, StatusBadge } from "./status-badge.tsx";

export interface ActionPageProps {
  workspace: Workspace;
  plan: Plan;
  priority: Priority;
  action: PlanAction;
  /** How it was said to stand, the newest first. */
  said: Said[];
  people: People;
  today: string;
  values: FormValues;
  problems: Problems;
  /** Somebody changed it between reading and saying. */
  isStale: boolean;
  done: string | undefined;
}

const DONE: Record<string, string> = {
  said: "How it stands is kept",
  changed: "The action is saved",
  celebrated: "It is a quick win; your table’s front page says so",
  uncelebrated: "It is not marked as a quick win any more",
};

/** One action: how it stands and came to stand there, and what can be made of it once it is done. */
export function ActionPage(props: ActionPageProps) {
  const { workspace, priority, action, people, today, values, problems, isStale, done } = props;
  const { slug } = workspace;
  const path = planPath(slug, "actions", action.id);
  const evidence = httpUrl(action.evidenceUrl ?? "");
  return (
    <>
      <PageHead
        title={action.words}
        trail={tableTrail(
          workspace,
          { href: planPath(slug), label: "Action plan" },
          { href: planPath(slug, "priorities", priority.id), label: priority.title },
        )}
        meta={
          <>
            <StatusBadge status={action.status} />
            {action.isQuickWin && <QuickWinBadge />}
          </>
        }
        actions={
          <ButtonLink href={`${path}/edit`} look="quiet">
            Change it
          </ButtonLink>
        }
      />
      {done && DONE[done] && <Notice tone="success" title={DONE[done]} live />}
      {isStale && (
        <Notice tone="warning" title="Somebody changed this action just before you" live>
          <p>
            Nothing was overwritten. It now stands as you see here; say again how it stands if yours is the
            newer word.
          </p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <DefinitionList
        beside
        entries={[
          {
            term: "Owner",
            value:
              action.ownerName ||
              (action.owner ? (
                <PersonName id={action.owner} people={people} slug={slug} />
              ) : (
                "Nobody has taken it yet"
              )),
          },
          { term: "Day", value: whenDue(action, today) },
          { term: "Evidence", value: action.evidence || undefined },
          {
            term: "Link",
            value: evidence && <ExternalLink href={evidence}>{evidence}</ExternalLink>,
          },
        ]}
      />
      {action.status === "done" && <DoneDeeds action={action} path={path} />}
      <Section title="How does it stand?">
        <Form action={`${path}/status`}>
          <Hidden name="version" value={action.version} />
          <RadioGroup
            name="status"
            label="It is"
            problems={problems}
            value={textOf(values, "status")}
            options={STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))}
            columns
          />
          <TextArea
            name="word"
            label="A word about it"
            hint="What helped, or what it is stuck on. Your team reads it."
            value={textOf(values, "word")}
            problems={problems}
            rows={2}
            most={600}
            optional
          />
          <Buttons>
            <Button>Keep this</Button>
          </Buttons>
        </Form>
      </Section>
      {props.said.length > 0 && <History {...props} />}
      <Fold title="Take the action out of the plan">
        <Form action={`${path}/removal`} bare>
          <p class="measure">
            It is gone from the plan with what was said of it. Versions of earlier reviews keep it. To end it
            and keep it in sight, say that it was dropped.
          </p>
          <Buttons>
            <Button look="danger">Take it out</Button>
          </Buttons>
        </Form>
      </Fold>
    </>
  );
}

/** What can be made of something that is done. */
function DoneDeeds({ action, path }: { action: PlanAction; path: string }) {
  return (
    <Notice tone="success" title={action.isQuickWin ? "A quick win" : "It is done"}>
      <p>
        {action.isQuickWin
          ? "Your table’s front page celebrates it. Others in the network learn from it, too: its facts go into the form with which everybody shares."
          : "Is it something people can see already? Mark it as a quick win, and your table’s front page celebrates it."}
      </p>
      <Buttons>
        <form method="post" action={`${path}/quick-win`}>
          <Button
            compact
            look={action.isQuickWin ? "plain" : "quiet"}
            name="is"
            value={action.isQuickWin ? "no" : "yes"}
          >
            {action.isQuickWin ? "Not a quick win after all" : "Mark as a quick win"}
          </Button>
        </form>
        <ButtonLink compact look="quiet" href={`${path}/happening`} icon="arrow-right">
          Turn this into a happening
        </ButtonLink>
      </Buttons>
    </Notice>
  );
}

function History({ said, people, workspace }: ActionPageProps) {
  return (
    <Section title="What was said">
      <ul class="bare moves">
        {said.map((one) => (
          <li>
            <b>{STATUS_WORDS[one.status]}</b>
            {one.word && (
              <>
                : “<bdi>{one.word}</bdi>”
              </>
            )}{" "}
            <span class="quiet-text">
              {one.contact ? `${nameOf(one.contact, people) ?? "The owner"}, by a letter` : one.byName},{" "}
              <Moment at={one.at} zone={workspace.timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
