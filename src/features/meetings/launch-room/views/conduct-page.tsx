import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { BreadcrumbsProps } from "#ui/breadcrumbs.tsx";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Asker, Group, Opportunity, Room, SignUp, Voter } from "../queries.ts";
import { Board, type NamedWrong } from "./board.tsx";
import { JoinBox } from "./join-box.tsx";
import { Outbox, RoomLive } from "./live.tsx";
import { PaperVotesForm } from "./paper-votes-form.tsx";
import { type Result, Results } from "./results.tsx";
import { type Returned, SayForm } from "./say-form.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import { SignUpForm, SignUps } from "./sign-ups.tsx";
import { StepControls, StepTrail } from "./step-controls.tsx";
import { Askers, TurnoutWords, VoterList } from "./turnout.tsx";
import { type Mended, Wall } from "./wall.tsx";

/** Before the room is open: what it is, and how it will work. */
export function OpenRoomPage(props: {
  title: string;
  trail: BreadcrumbsProps["trail"];
  action: string;
  values?: FormValues | undefined;
  problems: Problems;
}) {
  return (
    <>
      <PageHead
        title={props.title}
        trail={props.trail}
        lede="Business says what it sees, the room puts it together, each company votes once, and people sign up. Phones take part by a code; a projector shows it to everybody; all of it goes on paper too."
      />
      <Form action={props.action}>
        <ErrorSummary problems={props.problems} />
        <SettingsFields
          settings={{ votesEach: 3, publicVotes: false, phonesCapture: true }}
          values={props.values}
          problems={props.problems}
        />
        <Buttons>
          <Button>Open the room</Button>
        </Buttons>
      </Form>
    </>
  );
}

/** All that the facilitators' page shows; what a step does not need is empty. */
export interface Conducted {
  room: Room;
  /** Path of the room. */
  base: string;
  siteUrl: string;
  groups: readonly Group[];
  opportunities: readonly Opportunity[];
  voters: readonly Voter[];
  askers: readonly Asker[];
  results: readonly Result[];
  signUps: readonly SignUp[];
  freshIds: readonly [string, string];
}

/** The form that came back, if any. */
export interface ReturnedForms {
  say?: Returned;
  mended?: Mended;
  named?: NamedWrong;
  move?: Problems;
  paper?: Returned;
  signUp?: Returned;
  settings?: Returned;
  /** What the step's button was told. */
  step?: Problems;
}

export function ConductPage(
  props: Conducted & { title: string; trail: BreadcrumbsProps["trail"]; returned: ReturnedForms },
) {
  const { base, room } = props;
  return (
    <Outbox name={`room-${room.code}`}>
      <PageHead
        title={props.title}
        trail={props.trail}
        actions={
          <Buttons>
            <ButtonLink href={`${base}/projector`} icon="presentation" look="quiet">
              Projector
            </ButtonLink>
            <ButtonLink href={`${base}/papers`} icon="printer" look="quiet">
              On paper
            </ButtonLink>
          </Buttons>
        }
      />
      <RoomLive base={base} step={room.step}>
        <ConductPart {...props} />
      </RoomLive>
    </Outbox>
  );
}

/** What changes while the room works. */
export function ConductPart(props: Conducted & { returned: ReturnedForms }) {
  const { room, base, returned } = props;
  const voting = room.step !== "capture" && room.step !== "group";
  return (
    <>
      <StepTrail step={room.step} />
      {returned.step && <ErrorSummary problems={returned.step} title="The room stays where it is" />}
      <StepControls
        action={`${base}/step`}
        step={room.step}
        anyVoted={props.voters.some(({ voted }) => voted)}
      />
      <div class="conduct">
        <div class="conduct-main stack">
          <StepPanel {...props} />
        </div>
        {room.step !== "closed" && (
          <aside class="conduct-side stack" aria-label="For the room" data-key="side">
            <JoinBox url={props.siteUrl} code={room.code} />
            <Fold title="How this room works" open={returned.settings !== undefined}>
              <Form action={`${base}/settings`}>
                <ErrorSummary problems={returned.settings?.problems ?? {}} />
                <SettingsFields
                  settings={room}
                  voting={voting}
                  values={returned.settings?.values}
                  problems={returned.settings?.problems ?? {}}
                />
                <Button compact>Save</Button>
              </Form>
            </Fold>
          </aside>
        )}
      </div>
    </>
  );
}

function StepPanel(props: Conducted & { returned: ReturnedForms }): Child {
  const { base, room, returned } = props;
  const [sayId, moveId] = props.freshIds;
  const taken = props.groups.filter(({ takenOn }) => takenOn);
  switch (room.step) {
    case "capture":
      return (
        <>
          <h2>What was said</h2>
          <SayForm action={`${base}/opportunities`} freshId={sayId} scribe {...returned.say} />
          <p class="quiet-text">{countWords(props.opportunities.length)}</p>
          <Wall opportunities={props.opportunities} base={base} mended={returned.mended} />
        </>
      );
    case "group":
      return (
        <>
          <h2>Put together what belongs together</h2>
          <Board
            base={base}
            groups={props.groups}
            opportunities={props.opportunities}
            freshId={moveId}
            wrong={returned.named}
            moveProblems={returned.move ?? {}}
          />
          <Fold title="Write down one more" open={returned.say !== undefined}>
            <SayForm action={`${base}/opportunities`} freshId={sayId} scribe {...returned.say} />
          </Fold>
        </>
      );
    case "vote":
    case "count":
      return <VotePanel {...props} />;
    case "results":
      return (
        <>
          <h2>What the companies chose</h2>
          <Results
            results={props.results}
            voted={room.companiesVoted}
            beside={(result) => <TakeOn result={result} action={`${base}/groups/${result.id}/priority`} />}
          />
        </>
      );
    case "sign-up":
    case "closed":
      return (
        <>
          <h2>Who works on what</h2>
          <SignUps
            priorities={taken}
            signUps={props.signUps}
            beside={(one) => (
              <Form action={`${base}/sign-ups/${one.id}/removal`} bare>
                <Button look="plain" compact>
                  Take off<span class="visually-hidden"> {one.name}</span>
                </Button>
              </Form>
            )}
          />
          {room.step === "sign-up" && (
            <Fold title="Write somebody down" open={returned.signUp !== undefined}>
              <SignUpForm
                action={`${base}/sign-ups`}
                freshId={sayId}
                priorities={taken}
                scribe
                {...returned.signUp}
              />
            </Fold>
          )}
        </>
      );
  }
}

function VotePanel(props: Conducted & { returned: ReturnedForms }) {
  const { base, room, returned, voters } = props;
  const loose = props.opportunities.filter(({ group }) => group === null).length;
  return (
    <>
      <h2>{room.step === "vote" ? "The vote is open" : "The vote is closed"}</h2>
      <TurnoutWords voted={voters.filter(({ voted }) => voted).length} companies={voters.length} />
      <p class="quiet-text">
        How the votes stand nobody sees before the box is opened, and which company’s votes went where nobody
        sees ever.
      </p>
      <Askers askers={props.askers} base={base} />
      {loose > 0 && (
        <Notice>
          <p>
            {loose === 1 ? "One opportunity is" : `${loose} opportunities are`} in no group, and so not on the
            ballot.
          </p>
        </Notice>
      )}
      <Fold title="Type in votes on paper" open={returned.paper !== undefined || room.step === "count"}>
        <PaperVotesForm
          action={`${base}/paper-votes`}
          groups={props.groups}
          voters={voters}
          votesEach={room.votesEach}
          {...returned.paper}
        />
      </Fold>
      <Fold title="Whose votes are in">
        <VoterList voters={voters} />
      </Fold>
    </>
  );
}

function TakeOn({ result, action }: { result: Result; action: string }) {
  return (
    <Form action={action} bare>
      <Button compact look="quiet" name="take" value={result.takenOn ? "no" : "yes"}>
        {result.takenOn ? "Leave it" : "Take it on"}
        <span class="visually-hidden">: {result.title}</span>
      </Button>
    </Form>
  );
}

function countWords(count: number): string {
  if (count === 0) return "The room has not begun.";
  return count === 1 ? "One opportunity so far." : `${count} opportunities so far.`;
}
