import type { Child } from "hono/jsx";
import { wallClock } from "#base/local-time.ts";
import { textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, RadioGroup } from "#ui/choice-fields.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { fieldOf } from "../../submissions/views/field-of.ts";
import { deedsAt } from "../rules.ts";
import { DatedPublicationFold, DateFold } from "./date-fold.tsx";
import type { ReviewState } from "./review-state.ts";

/** What can be done at the present stage: the usual deed as a button, what needs words inside a fold. */
export function Decisions(state: ReviewState) {
  const { item } = state;
  const deeds = deedsAt(item.stage, item.sender !== null);
  return (
    <>
      {deeds.publish && (
        <Deed {...state} to="publication" question={`Publish this version now?${otherHand(state)}`}>
          <Button>Publish now</Button>
        </Deed>
      )}
      {deeds.publishAgain && (
        <Deed {...state} to="publication" question="Put it back on the site?">
          <Button>Publish again</Button>
        </Deed>
      )}
      {deeds.unschedule && (
        <Deed {...state} to="schedule/removal">
          <Button look="quiet" compact>
            Take the set time back
          </Button>
        </Deed>
      )}
      {deeds.reopen && (
        <Deed {...state} to="review">
          <Button look="quiet" compact>
            {item.stage === "declined" ? "Take it up again" : "Back into review"}
          </Button>
        </Deed>
      )}
      {deeds.feature && state.ofAllStates && (
        <Deed {...state} to={item.featuredAt ? "feature/removal" : "feature"}>
          <Button look="quiet" compact>
            {item.featuredAt ? "Do not feature it any more" : "Feature it on the home page"}
          </Button>
        </Deed>
      )}
      <div class="folds">
        {deeds.schedule && <ScheduleFold {...state} />}
        {deeds.publish && item.address === null && <DatedPublicationFold {...state} />}
        {deeds.askForChanges && <ChangesFold {...state} />}
        {deeds.date && <DateFold {...state} />}
        {deeds.decline && <DeclineFold {...state} />}
        {deeds.unpublish && <UnpublishFold {...state} />}
      </div>
    </>
  );
}

/** A word of warning where somebody else looks after it. */
function otherHand({ item, me }: ReviewState): string {
  return item.inHand && item.inHand.personId !== me ? ` ${item.inHand.name} has it in hand.` : "";
}

/** A deed on what the editor has before their eyes: the form names its version and stage. */
function Deed(props: ReviewState & { to: string; question?: string; children: Child }) {
  const { item, to, question, children } = props;
  const form = (
    <Form action={`/desk/happenings/${item.id}/${to}`} bare>
      <Hidden name="version" value={item.version} />
      <Hidden name="stage" value={item.stage} />
      {children}
    </Form>
  );
  return question ? <ConfirmStep question={question}>{form}</ConfirmStep> : form;
}

function touched({ values, problems }: ReviewState, ...names: string[]): boolean {
  return names.some((name) => problems[name] !== undefined || textOf(values, name) !== "");
}

function ScheduleFold(state: ReviewState) {
  const { item, zone, now, problems } = state;
  const twice = problems.occurrence !== undefined;
  const planned = item.publishAt ? wallClock(item.publishAt, zone) : "";
  return (
    <Fold
      title={item.publishAt ? "Another time" : "Publish at a set time"}
      open={touched(state, "at", "occurrence")}
    >
      <Deed {...state} to="schedule">
        <TextField
          name="at"
          value={textOf(state.values, "at") || planned}
          problems={problems}
          label="Date and time"
          type="datetime-local"
          min={wallClock(now, zone)}
          hint={`In the time of this site: ${zoneWords(zone, now)}.`}
        />
        {twice && (
          <RadioGroup
            {...fieldOf(state, "occurrence")}
            label="Which of the two?"
            options={[
              { value: "first", label: "The first, before clocks go back" },
              { value: "second", label: "The second, an hour later" },
            ]}
          />
        )}
        <Button compact>Set this time</Button>
      </Deed>
    </Fold>
  );
}

function zoneWords(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" });
  const name = parts.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value;
  return name ? `${name} (${zone})` : zone;
}

function ChangesFold(state: ReviewState) {
  return (
    <Fold title="Ask the sender for changes" open={touched(state, "changes")}>
      <Deed {...state} to="changes">
        <TextArea
          {...fieldOf(state, "changes")}
          label="What should change, or what do you want to know?"
          hint="It goes by mail with a link to the sender’s own page, where they change it and write back."
          rows={6}
          most={10_000}
        />
        <Button compact>Send the question</Button>
      </Deed>
    </Fold>
  );
}

function DeclineFold(state: ReviewState) {
  const { item, values } = state;
  const answered = textOf(values, "reason") !== "" || state.problems.reason !== undefined;
  return (
    <Fold title="Decline" open={touched(state, "reason")}>
      <Deed {...state} to="decline">
        <TextArea
          {...fieldOf(state, "reason")}
          label="Why"
          hint="A sentence or two that you would like to get yourself."
          rows={5}
          most={10_000}
        />
        {item.sender && (
          <Checkbox
            name="inform"
            label="Send this to the sender by mail"
            hint="Leave it out for spam."
            checked={answered ? textOf(values, "inform") !== "" : item.doubt === null}
          />
        )}
        <Button look="danger" compact>
          Decline
        </Button>
      </Deed>
    </Fold>
  );
}

function UnpublishFold(state: ReviewState) {
  return (
    <Fold title="Take it off the site" open={touched(state, "why")}>
      <Deed {...state} to="unpublication">
        <TextArea
          {...fieldOf(state, "why")}
          label="Why"
          hint="For the other editors. Nothing is deleted; it can be published again."
          rows={3}
        />
        <Button look="danger" compact>
          Take it off the site
        </Button>
      </Deed>
    </Fold>
  );
}
