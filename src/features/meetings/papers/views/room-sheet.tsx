import { nameOrAddress } from "#features/roster/public.ts";
import { DefinitionList } from "#ui/definition-list.tsx";
import type { Guest, GuestCounts } from "../../guests/queries.ts";
import { ROOM_ROLE_WORDS, ROOM_ROLES } from "../../kinds.ts";
import { Sheet, type SheetProps } from "./sheets.tsx";

export interface RoomSheetProps extends SheetProps {
  /** Those with a role in the room. */
  roles: Guest[];
  /** Seats: who said yes or maybe. */
  counts: GuestCounts;
}

/** How the room stands, who does what, what to bring. */
export function RoomSheet({ workspace, meeting, roles, counts }: RoomSheetProps) {
  const inner = counts.business.yes + counts.business.maybe;
  const outer = counts.public.yes + counts.public.maybe;
  return (
    <Sheet workspace={workspace} meeting={meeting} title="Room plan and roles">
      <div class="room-plan">
        <RoomPlan inner={inner} outer={outer} />
        <div>
          <h2>Seats</h2>
          <p>
            <strong>{inner} at the inner table</strong> for businesses, with name tents.{" "}
            <strong>{outer} in the circle</strong> around it for support partners. Put three chairs more into
            each: people bring people.
          </p>
          <p>
            The wall with the opportunities is where the inner table sees it. The door is behind the circle,
            so that who comes late disturbs nobody.
          </p>
        </div>
      </div>
      <h2>Who does what</h2>
      <DefinitionList
        entries={ROOM_ROLES.map((role) => {
          const who = roles.filter(({ roomRole }) => roomRole === role);
          return {
            term: ROOM_ROLE_WORDS[role].name,
            value: (
              <>
                <strong>
                  {who.length > 0
                    ? who.map(({ contact }) => (contact ? nameOrAddress(contact) : "Somebody")).join(", ")
                    : "Nobody yet: ____________________"}
                </strong>
                <br />
                {ROOM_ROLE_WORDS[role].does}
              </>
            ),
          };
        })}
      />
      <h2>To bring</h2>
      <ul class="check-list">
        {[
          "Name tents and pens",
          "Sign-in sheet, and the code for the door",
          "Agenda for every place",
          "Flip chart or a screen for the opportunities, large enough for the last row",
          "Sticky dots, in case the network fails: one set for each company",
          "Sign-up sheets, one for each priority",
          "Water, coffee, something to eat",
          "A clock that the timekeeper sees",
        ].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </Sheet>
  );
}

const MOST_DRAWN = 44;

/** Seats around an oval table and in the circle around it: at most as many as can be told apart. */
function RoomPlan({ inner, outer }: { inner: number; outer: number }) {
  const ring = (count: number, rx: number, ry: number) => {
    const shown = Math.min(count, MOST_DRAWN);
    return Array.from({ length: shown }, (_, index) => {
      const angle = (index / shown) * 2 * Math.PI - Math.PI / 2;
      return { x: (160 + rx * Math.cos(angle)).toFixed(1), y: (120 + ry * Math.sin(angle)).toFixed(1) };
    });
  };
  return (
    <svg
      class="room-drawing"
      viewBox="0 0 320 240"
      role="img"
      aria-label={`An oval table with ${inner} seats for businesses, and a circle of ${outer} seats for support partners around it`}
    >
      <rect class="room-wall" x="4" y="4" width="312" height="232" rx="4" />
      <ellipse class="room-table" cx="160" cy="120" rx="74" ry="42" />
      {ring(inner, 92, 58).map(({ x, y }) => (
        <circle class="room-business" cx={x} cy={y} r="6" />
      ))}
      {ring(outer, 138, 98).map(({ x, y }) => (
        <circle class="room-public" cx={x} cy={y} r="6" />
      ))}
      <text class="room-words" x="160" y="124" text-anchor="middle">
        Business
      </text>
    </svg>
  );
}
