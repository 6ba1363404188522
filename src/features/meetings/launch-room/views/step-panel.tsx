import type { Child } from "hono/jsx";
import { Button } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Board } from "./board.tsx";
import type { Conducted, ReturnedForms } from "./conducted.ts";
import { PaperVotesForm } from "./paper-votes-form.tsx";
import { type Result, Results } from "./results.tsx";
import { SayForm } from "./say-form.tsx";
import { SignUpForm, SignUps } from "./sign-ups.tsx";
import { Askers, TurnoutWords, VoterList } from "./turnout.tsx";
import { Wall } from "./wall.tsx";

/** What those who conduct do at each step. */
export function StepPanel(props: Conducted & { returned: ReturnedForms }): Child {
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
          <p>Next, people sign up for what is marked as a priority.</p>
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
        {result.takenOn ? "Not a priority" : "Make it a priority"}
        <span class="visually-hidden">: {result.title}</span>
      </Button>
    </Form>
  );
}

function countWords(count: number): string {
  if (count === 0) return "The room has not begun.";
  return count === 1 ? "One opportunity so far." : `${count} opportunities so far.`;
}
