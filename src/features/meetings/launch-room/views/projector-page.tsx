import type { Child } from "hono/jsx";
import type { Group, Opportunity, Room, SignUp, Turnout } from "../queries.ts";
import { STEP_WORDS } from "../steps.ts";
import { votesWords } from "../voting.ts";
import { JoinBox } from "./join-box.tsx";
import { RoomLive } from "./live.tsx";
import { type Result, Results } from "./results.tsx";
import { SignUps } from "./sign-ups.tsx";
import { TurnoutWords } from "./turnout.tsx";
import { Saying } from "./wall.tsx";

export interface Projected {
  room: Room;
  partnership: string;
  base: string;
  siteUrl: string;
  groups: readonly Group[];
  opportunities: readonly Opportunity[];
  turnout: Turnout | null;
  results: readonly Result[];
  signUps: readonly SignUp[];
}

/** As many as can be read from the last row. */
const NEWEST = 5;
const IN_A_GROUP = 4;

/** For the wall: what the room is at, in letters that the last row reads. */
export function ProjectorPage(props: Projected) {
  return (
    <div class="projector">
      <RoomLive base={`${props.base}/projector`} step={props.room.step}>
        <ProjectorPart {...props} />
      </RoomLive>
    </div>
  );
}

export function ProjectorPart(props: Projected) {
  const { room } = props;
  const joins = room.step !== "closed" && room.step !== "results" && room.step !== "count";
  return (
    <div class={joins ? "projected joining" : "projected"}>
      <header>
        <p class="eyebrow">{props.partnership}</p>
        <h1>{STEP_WORDS[room.step].now}</h1>
      </header>
      <div class="projected-main">
        <Shown {...props} />
      </div>
      {joins && (
        <aside aria-label="Take part with a phone">
          <JoinBox url={props.siteUrl} code={room.code} />
        </aside>
      )}
    </div>
  );
}

function Shown(props: Projected): Child {
  const { room, groups, opportunities } = props;
  const taken = groups.filter(({ takenOn }) => takenOn);
  switch (room.step) {
    case "capture":
      return <Newest opportunities={opportunities} />;
    case "group":
      return groups.length === 0 ? <Newest opportunities={opportunities} /> : <Grouped {...props} />;
    case "vote":
      return (
        <>
          {props.turnout && <TurnoutWords {...props.turnout} />}
          <p class="vote-rule">
            One company, {votesWords(room.votesEach)}. Nobody sees which company chose what.
          </p>
          <ol class="on-ballot">
            {groups.map(({ id, title }) => (
              <li data-key={id}>
                <bdi>{title}</bdi>
              </li>
            ))}
          </ol>
        </>
      );
    case "count":
      return props.turnout && <TurnoutWords {...props.turnout} />;
    case "results":
      return <Results results={props.results} voted={room.companiesVoted} />;
    case "sign-up":
      return <SignUps priorities={taken} signUps={props.signUps} level={2} />;
    case "closed":
      return (
        <>
          <p class="vote-rule">Thank you for your time and your words.</p>
          <ol class="on-ballot">
            {taken.map(({ id, title }) => (
              <li data-key={id}>
                <bdi>{title}</bdi>
              </li>
            ))}
          </ol>
        </>
      );
  }
}

function Newest({ opportunities }: { opportunities: readonly Opportunity[] }) {
  if (opportunities.length === 0) return <p class="vote-rule">Where do you see room to grow?</p>;
  const older = opportunities.length - NEWEST;
  return (
    <>
      <ul class="bare newest">
        {opportunities
          .slice(-NEWEST)
          .reverse()
          .map((one) => (
            <li class="saying" data-key={one.id}>
              <Saying {...one} />
            </li>
          ))}
      </ul>
      {older > 0 && <p class="older">and {older} more on the wall</p>}
    </>
  );
}

function Grouped({ groups, opportunities }: Pick<Projected, "groups" | "opportunities">) {
  const loose = opportunities.filter(({ group }) => group === null).length;
  return (
    <>
      <ul class="bare grouped">
        {groups.map((group, index) => {
          const inside = opportunities.filter((one) => one.group === group.id);
          return (
            <li data-key={group.id}>
              <h2>
                <bdi>{group.title || `Group ${index + 1}`}</bdi>
              </h2>
              <ul>
                {inside.slice(0, IN_A_GROUP).map((one) => (
                  <li data-key={one.id}>
                    <bdi>{one.words}</bdi>
                  </li>
                ))}
                {inside.length > IN_A_GROUP && <li data-key="more">and {inside.length - IN_A_GROUP} more</li>}
              </ul>
            </li>
          );
        })}
      </ul>
      {loose > 0 && <p class="older">{loose} to be put somewhere yet</p>}
    </>
  );
}
