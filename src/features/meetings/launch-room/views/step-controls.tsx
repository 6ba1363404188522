import { Button } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { mayGo } from "../rules.ts";
import { STEP_WORDS, STEPS, type Step } from "../steps.ts";

const FORWARD: Record<Exclude<Step, "closed">, { label: string; question?: string }> = {
  capture: { label: "Begin grouping" },
  group: {
    label: "Open the vote",
    question: "Open the vote? What is on the ballot stays as it is from then on.",
  },
  vote: {
    label: "Close the vote",
    question: "Close the vote? Phones cannot vote after that; papers can still be typed in.",
  },
  count: {
    label: "Open the box and show the results",
    question: "Open the box? Everybody in the room sees the results at once, and nothing can go in after.",
  },
  results: { label: "Begin signing up" },
  "sign-up": {
    label: "Close the room",
    question: "Close the room? Phones then show nothing of it any more.",
  },
};
const BACK: Partial<Record<Step, string>> = {
  group: "Back to capturing",
  vote: "Take the vote back",
  "sign-up": "Back to the results",
  closed: "Open the room again",
};

/** Where the room is on its way. */
export function StepTrail({ step }: { step: Step }) {
  const here = STEPS.indexOf(step);
  return (
    <nav aria-label="Steps of the room" data-key="trail">
      <ol class="bare step-trail">
        {STEPS.map((one, index) => (
          <li class={index < here ? "past" : undefined} aria-current={one === step ? "step" : undefined}>
            {STEP_WORDS[one].title}
            {index < here && <span class="visually-hidden"> (done)</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Takes the room on, or back where that loses nothing. */
export function StepControls(props: { action: string; step: Step; anyVoted: boolean }) {
  const { step } = props;
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];
  const back = BACK[step];
  const forward = step === "closed" ? undefined : FORWARD[step];
  return (
    <div class="buttons step-controls" data-key="controls">
      {next && forward && (
        <Form action={props.action} bare>
          <Hidden name="from" value={step} />
          <Hidden name="to" value={next} />
          {forward.question ? (
            <ConfirmStep question={forward.question}>
              <Button>{forward.label}</Button>
            </ConfirmStep>
          ) : (
            <Button>{forward.label}</Button>
          )}
        </Form>
      )}
      {back && before && mayGo(step, before, { anyVoted: props.anyVoted }) && (
        <Form action={props.action} bare>
          <Hidden name="from" value={step} />
          <Hidden name="to" value={before} />
          <Button look="quiet">{back}</Button>
        </Form>
      )}
    </div>
  );
}
