import { dueWords } from "#base/days.ts";
import type { Problems } from "#base/outcome.ts";
import { tablePath, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Day } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { DEFAULT_PLAN } from "../default-plan.ts";
import { GATE_WORDS, PHASES, type Phase } from "../phases.ts";
import type { GateEntry, Roadmap, Step } from "../queries.ts";
import { stateOf } from "../rules.ts";

export interface RoadmapPageProps {
  workspace: Workspace;
  roadmap: Roadmap;
  steps: Step[];
  gates: GateEntry[];
  today: string;
  values: FormValues;
  problems: Problems;
  done: string | undefined;
}

const DONE: Record<string, { tone: "success" | "warning"; title: string }> = {
  begun: { tone: "success", title: "The roadmap is laid out" },
  launch: { tone: "success", title: "The steps follow the new date" },
  step: { tone: "success", title: "The step is saved" },
  stale: { tone: "warning", title: "Somebody set the launch just before you; this is what they set" },
};

/** The way from academy to second meeting, phase by phase. */
export function RoadmapPage(props: RoadmapPageProps) {
  const { workspace, roadmap, steps, gates, today, values, problems, done } = props;
  const path = tablePath(workspace.slug, "roadmap");
  const late = steps.filter((step) => stateOf(step, today) === "late").length;
  const notice = done ? DONE[done] : undefined;
  return (
    <>
      <PageHead
        title="Roadmap"
        trail={tableTrail(workspace)}
        lede={
          roadmap.launchOn ? (
            <>
              Launch on <Day iso={roadmap.launchOn} />, {dueWords(roadmap.launchOn, today)}. What your team
              does elsewhere at the table ticks its step by itself.
            </>
          ) : (
            "No day is set for the launch yet, so the steps stand without dates."
          )
        }
        actions={
          <ButtonLink href={`${path}/steps/new`} icon="plus" look="quiet">
            Add a step
          </ButtonLink>
        }
      />
      {notice && <Notice tone={notice.tone} title={notice.title} live />}
      <ErrorSummary problems={problems} />
      {late > 0 && (
        <Notice title={late === 1 ? "One step is behind its day" : `${late} steps are behind their day`}>
          <p>
            That happens to most partnerships. Move the day, set the step aside if you do not need it, or move
            the launch: a later launch with more champions beats an early one.
          </p>
        </Notice>
      )}
      <ol class="bare roadmap">
        {PHASES.map((phase) => (
          <li class="roadmap-phase" id={`phase-${phase.key}`}>
            <h2>{phase.title}</h2>
            <ol class="bare">
              {steps
                .filter((step) => step.phase === phase.key)
                .map((step) => (
                  <StepLine step={step} slug={workspace.slug} path={path} today={today} />
                ))}
            </ol>
            <Gate phase={phase} gates={gates} path={path} />
          </li>
        ))}
      </ol>
      <Fold
        title={roadmap.launchOn ? "Move the launch" : "Set the day of the launch"}
        open={!roadmap.launchOn}
      >
        <Form action={path}>
          <Hidden name="version" value={textOf(values, "version")} />
          <TextField
            name="launchOn"
            type="date"
            label="Day of the launch"
            hint="Steps that you moved by hand stay where they are."
            value={textOf(values, "launchOn")}
            problems={problems}
            width="medium"
            optional
          />
          <Buttons>
            <Button>Save the day</Button>
          </Buttons>
        </Form>
      </Fold>
    </>
  );
}

function StepLine({ step, slug, path, today }: { step: Step; slug: string; path: string; today: string }) {
  const state = stateOf(step, today);
  const place = DEFAULT_PLAN.find(({ key }) => key === step.step)?.place;
  const isDone = state === "done";
  return (
    <li class={`roadmap-step is-${state}`} id={`step-${step.id}`}>
      <form method="post" action={`${path}/steps/${step.id}/state`}>
        <button
          type="submit"
          name="state"
          value={isDone ? "open" : "done"}
          class="tick"
          aria-label={isDone ? `Take the tick away: ${step.title}` : `Done: ${step.title}`}
        >
          {isDone && <Icon name="check" />}
        </button>
      </form>
      <div class="roadmap-words">
        <h3>
          <a href={`${path}/steps/${step.id}`}>{step.title}</a>
        </h3>
        {step.note && !isDone && state !== "set-aside" && <p>{step.note}</p>}
        <p class="roadmap-when">
          <When step={step} state={state} today={today} />
          {place && !isDone && state !== "set-aside" && <a href={place.href(slug)}>{place.label}</a>}
        </p>
      </div>
    </li>
  );
}

function When({ step, state, today }: { step: Step; state: ReturnType<typeof stateOf>; today: string }) {
  if (state === "done")
    return <span>Done. {step.doneHow || (step.doneBy && `Ticked by ${step.doneBy}.`)}</span>;
  if (state === "set-aside") return <span>Set aside</span>;
  if (!step.dueOn) return <span>No date yet</span>;
  return (
    <>
      {state === "late" && <Badge tone="warn">Behind its day</Badge>}
      {state === "now" && <Badge tone="strong">Now</Badge>}
      <span>
        <Day iso={step.dueOn} />, {dueWords(step.dueOn, today)}
      </span>
    </>
  );
}

/** The questions at a phase's end, with what the team said. */
function Gate({ phase, gates, path }: { phase: Phase; gates: GateEntry[]; path: string }) {
  const said = phase.gate.map(({ key, words }) => ({
    words,
    entry: gates.find(({ question }) => question === key),
  }));
  return (
    <aside class="roadmap-gate" aria-label={`Before going on: ${phase.title}`}>
      <h3>Before you go on</h3>
      <ul>
        {said.map(({ words, entry }) => (
          <li>
            {words} {entry && <b>{GATE_WORDS[entry.answer]}.</b>} {entry?.word}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${path}/gates/${phase.key}`}>
          {said.some(({ entry }) => entry) ? "Answer again" : "Answer together"}
          <span class="visually-hidden">: {phase.title}</span>
        </a>
      </p>
    </aside>
  );
}
