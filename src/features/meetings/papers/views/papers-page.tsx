import type { Child } from "hono/jsx";
import { tableTrail } from "#features/partnerships/public.ts";
import { type Contact, nameOrAddress } from "#features/roster/public.ts";
import { PageHead, Section } from "#ui/layout.tsx";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";

export interface PapersPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  callers: { champion: Contact; calls: number }[];
}

/** Everything that can be printed for a meeting. */
export function PapersPage({ workspace, meeting, callers }: PapersPageProps) {
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  return (
    <>
      <PageHead
        title="On paper"
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, meeting))}
        lede="Each page prints as it is meant to lie on the table: US Letter, without menus. Choose Print in your browser."
      />
      <Section title="Before the meeting">
        <ul class="bare ways">
          <Way href={to("papers", "briefing")} title="Champions’ briefing">
            What the meeting is for, who comes, what each champion says and when.
          </Way>
          {callers.map(({ champion, calls }) => (
            <Way
              href={to("papers", "calls", champion.id)}
              title={`Call sheet for ${nameOrAddress(champion)}`}
            >
              {calls === 1 ? "One peer has" : `${calls} peers have`} not answered yet.
            </Way>
          ))}
        </ul>
      </Section>
      <Section title="For the day">
        <ul class="bare ways">
          <Way href={to("papers", "tents")} title="Name tents">
            Two on a sheet, to be folded. Everyone who has not said no.
          </Way>
          <Way href={to("papers", "sign-in")} title="Sign-in sheet">
            By name, with a line to sign on, and empty lines for those who come unasked.
          </Way>
          <Way href={to("papers", "agenda")} title="Agenda">
            For the table, with the time at which each item begins.
          </Way>
          <Way href={to("papers", "room")} title="Room plan and roles">
            Inner table and outer circle, who does what, and what to bring.
          </Way>
          <Way href={to("door")} title="Code for the door">
            Guests point their phones at it.
          </Way>
        </ul>
      </Section>
    </>
  );
}

function Way({ href, title, children }: { href: string; title: string; children: Child }) {
  return (
    <li>
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <p>{children}</p>
    </li>
  );
}
