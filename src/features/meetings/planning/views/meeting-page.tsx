import type { Child } from "hono/jsx";
import { tableTrail } from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Day } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { minutesOf } from "../../agenda/templates.ts";
import type { GuestCounts } from "../../guests/queries.ts";
import { MEETING_KIND_WORDS } from "../../kinds.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath, meetingsPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { mayNoteArrivals } from "../../rules.ts";
import { answersWords, cameWords } from "../../views/count-words.ts";
import { Sides } from "../../views/sides.tsx";
import { WhenAndWhere } from "../../views/when-and-where.tsx";
import { Deeds } from "./deeds.tsx";
import { keepName } from "./meeting-form.tsx";
import { StateBadge } from "./meetings-page.tsx";

export interface MeetingPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  counts: GuestCounts;
  asking: number;
  /** How many who came have not got the notes. */
  withoutNotes: number;
  welcomes: string | null;
  said: string | null;
  now: Date;
}

/** A meeting at a glance, and the way to everything that belongs to it. */
export function MeetingPage(props: MeetingPageProps) {
  const { workspace, meeting, counts, welcomes, said, now } = props;
  return (
    <>
      <PageHead
        title={meeting.title}
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug))}
        meta={
          <>
            <span>{MEETING_KIND_WORDS[meeting.kind]}</span>
            <StateBadge meeting={meeting} />
          </>
        }
        lede={meeting.purpose || undefined}
        actions={
          <ButtonLink href={meetingPath(workspace.slug, meeting.id, "plan")} look="quiet">
            Change
          </ButtonLink>
        }
      />
      {said && (
        <>
          <Notice tone="success" title={said} live />
          <TypedSent name={keepName(workspace.slug, undefined)!} />
          <TypedSent name={keepName(workspace.slug, { id: meeting.id, version: meeting.version - 1 })!} />
        </>
      )}
      {meeting.state === "cancelled" && (
        <Notice tone="warning" title="This meeting was called off">
          {meeting.cancelWord && <p class="as-typed">{meeting.cancelWord}</p>}
        </Notice>
      )}
      <WithAside
        label="When and where, and deeds"
        aside={
          <>
            <AsideBlock title="When and where">
              <WhenAndWhere meeting={meeting} />
              <DefinitionList
                entries={[
                  { term: "Who welcomes", value: welcomes ?? undefined },
                  {
                    term: "Notes promised for",
                    value: meeting.notesPromisedOn ? <Day iso={meeting.notesPromisedOn} /> : undefined,
                  },
                ]}
              />
            </AsideBlock>
            <AsideBlock title="What you can do">
              <Deeds workspace={workspace} meeting={meeting} counts={counts} now={now} />
              <p>
                <a href={`${meetingsPath(workspace.slug, "new")}?from=${meeting.id}`}>
                  Plan another one like this
                </a>
              </p>
            </AsideBlock>
          </>
        }
      >
        <Section title={meeting.state === "held" ? "Who came" : "Who comes"}>
          <Sides counts={counts} after={meeting.state === "held" || meeting.state === "under-way"} />
          <p>{meeting.state === "held" ? cameWords(counts) : answersWords(counts)}</p>
        </Section>
        <Section title="Everything for this meeting">
          <Ways {...props} />
        </Section>
      </WithAside>
    </>
  );
}

function Ways({ workspace, meeting, counts, asking, withoutNotes, now }: MeetingPageProps) {
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  const sum = minutesOf(meeting.agenda);
  return (
    <ul class="bare ways">
      <Way href={to("agenda")} title="Agenda">
        {meeting.agenda.length === 0
          ? "Nothing is on it yet."
          : `${meeting.agenda.length} items, ${sum} of ${meeting.minutes} minutes.`}
      </Way>
      <Way href={to("guests")} title="Guests">
        {asking > 0
          ? `${asking === 1 ? "Somebody asks" : `${asking} people ask`} whether they may come.`
          : `${counts.business.asked + counts.public.asked} on the list. Who is asked by whom, who answered, who has a role in the room.`}
      </Way>
      <Way href={to("papers")} title="On paper">
        Name tents, sign-in sheet, agenda, room plan, champions’ briefing and call sheets, ready to print.
      </Way>
      {meeting.state !== "cancelled" && (
        <Way href={to("door")} title="At the door">
          {mayNoteArrivals(meeting, now)
            ? "A code for guests’ phones, and a list for the greeter."
            : "A code for guests’ phones, and a list for the greeter. The door opens on the day."}
        </Way>
      )}
      {(meeting.kind === "launch" || meeting.kind === "partnership") && meeting.state !== "cancelled" && (
        <Way href={to("room")} title="In the room">
          Opportunities, votes and sign-ups, live on every phone and on the wall.
        </Way>
      )}
      {mayNoteArrivals(meeting, now) && (
        <Way href={to("attendance")} title="Who was there">
          Tick names off the paper sheet, or put right what the door missed.
        </Way>
      )}
      <Way href={to("notes")} title="Notes">
        {notesWords(meeting, withoutNotes)}
      </Way>
    </ul>
  );
}

function notesWords(meeting: Meeting, withoutNotes: number): string {
  if (meeting.notesPublishedAt)
    return withoutNotes > 0
      ? `Sent. ${withoutNotes} who came have not got them yet.`
      : "Sent to everyone who came.";
  if (meeting.notes) return "Begun, and not sent yet.";
  return "A page to write them on, with attendance and headings filled in.";
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
