import type { Child } from "hono/jsx";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { Notice } from "#ui/notice.tsx";
import { STEP_WORDS } from "../steps.ts";
import { BallotForm } from "./ballot-form.tsx";
import { Outbox, RoomLive } from "./live.tsx";
import type { OnPhone } from "./on-phone.ts";
import { Results } from "./results.tsx";
import { SayForm } from "./say-form.tsx";
import { SignUpForm, SignUps } from "./sign-ups.tsx";
import { Wall } from "./wall.tsx";

const DONE: Record<string, string> = {
  said: "It is on the screen.",
  "signed-up": "You are on the list. Thank you.",
};

/** The room on a phone: always the one thing that is to be done now. */
export function PhonePage(props: OnPhone) {
  const done = props.done && DONE[props.done];
  return (
    <Outbox name={`room-${props.room.code}`}>
      <div class="phone stack">
        <header>
          <p class="eyebrow">{props.partnership}</p>
          <h1>{props.room.title}</h1>
        </header>
        {done && (
          <Notice tone="success" live>
            <p>{done}</p>
          </Notice>
        )}
        <RoomLive base={props.base} step={props.room.step}>
          <PhonePart {...props} />
        </RoomLive>
        <PhoneFoot />
      </div>
    </Outbox>
  );
}

export function PhonePart(props: OnPhone) {
  return (
    <>
      <h2>{STEP_WORDS[props.room.step].now}</h2>
      <Now {...props} />
    </>
  );
}

function Now(props: OnPhone): Child {
  const { room, base, returned, groups, freshId } = props;
  const taken = groups.filter(({ takenOn }) => takenOn);
  const say = { action: `${base}/opportunities`, freshId, ...returned.say };
  switch (room.step) {
    case "capture":
      return (
        <>
          {room.phonesCapture || returned.say ? (
            <SayForm {...say} />
          ) : (
            <p>Say it aloud: the scribe writes it down, and everybody sees it here and on the screen.</p>
          )}
          <Wall opportunities={props.opportunities} />
        </>
      );
    case "group":
      return (
        <>
          <ol class="on-ballot">
            {groups.map(({ id, title }, index) => (
              <li data-key={id}>
                <bdi>{title || `Group ${index + 1}`}</bdi>
              </li>
            ))}
          </ol>
          {groups.length === 0 && <p>Look at the screen: what was said is being put together.</p>}
          {room.phonesCapture && (
            <Fold title="Something is missing" open={returned.say !== undefined}>
              <SayForm {...say} />
            </Fold>
          )}
        </>
      );
    case "vote":
      return <BallotForm {...props} />;
    case "count":
      return <p>The votes are safe in the box. In a moment it is opened, and you see here what is in it.</p>;
    case "results":
      return <Results results={props.results} voted={room.companiesVoted} />;
    case "sign-up":
      return (
        <>
          <SignUpForm
            action={`${base}/sign-ups`}
            freshId={freshId}
            priorities={taken}
            known={props.known ?? undefined}
            {...returned.signUp}
          />
          <h3>Who signed up so far</h3>
          <SignUps priorities={taken} signUps={props.signUps} />
        </>
      );
    case "closed":
      return <p>Thank you for coming, and for your words. What was decided comes to you by e-mail.</p>;
  }
}

/** A phone in a meeting room has the one thing that is to be done; the site is a press away. */
function PhoneFoot() {
  return (
    <p class="phone-foot">
      <a href="/">This site</a> <a href="/privacy">Privacy</a> <a href="/accessibility">Accessibility</a>
    </p>
  );
}

/** What became of a ballot, or of a wish to vote. */
export function AnswerPage(props: {
  base: string;
  title: string;
  tone: "success" | "info" | "warning";
  words: string;
  /** Where to go on, other than back to the room. */
  next?: { href: string; label: string };
}) {
  const words = (
    <>
      <h1>{props.title}</h1>
      <Notice tone={props.tone} live>
        <p>{props.words}</p>
      </Notice>
      <Buttons>
        {props.next && <ButtonLink href={props.next.href}>{props.next.label}</ButtonLink>}
        <ButtonLink href={props.base} look={props.next ? "quiet" : "main"}>
          Back to the room
        </ButtonLink>
      </Buttons>
    </>
  );
  return <div class="phone stack">{words}</div>;
}

/** Where somebody types the code that they see on the screen. */
export function EnterPage({ typed, problem }: { typed: string; problem?: string }) {
  return (
    <div class="phone stack">
      <h1>Come into the room</h1>
      <p>
        The code is on the screen: six letters and digits. A phone’s camera reads the square beside it as
        well.
      </p>
      <form class="form" method="post" action="/room" novalidate>
        <div class={problem ? "field wrong" : "field"}>
          <label for="field-code">Code</label>
          {problem && (
            <p class="field-problem" id="field-code-problem">
              <span class="visually-hidden">Error: </span>
              {problem}
            </p>
          )}
          <input
            id="field-code"
            name="code"
            type="text"
            class="width-short join-input"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={typed}
            aria-invalid={problem ? "true" : undefined}
            aria-describedby={problem ? "field-code-problem" : undefined}
          />
        </div>
        <div class="buttons">
          <Button>Come in</Button>
        </div>
      </form>
    </div>
  );
}
