import { tableTrail } from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { Tabs, WorkList } from "#ui/work-list.tsx";
import type { GuestCounts } from "../../guests/queries.ts";
import { MEETING_KIND_WORDS, MEETING_STATE_WORDS } from "../../kinds.ts";
import { meetingPath, meetingsPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { answersWords, cameWords } from "../../views/count-words.ts";
import { whenWords } from "../../when.ts";

export interface MeetingsPageProps {
  workspace: { slug: string; name: string };
  which: "coming" | "past";
  meetings: { meeting: Meeting; counts: GuestCounts }[];
  page: number;
  more: boolean;
}

export function MeetingsPage({ workspace, which, meetings, page, more }: MeetingsPageProps) {
  const here = meetingsPath(workspace.slug);
  const address = (to: number) =>
    `${here}?${new URLSearchParams({ ...(which === "past" ? { which } : {}), page: String(to) })}`;
  return (
    <>
      <PageHead
        title="Meetings"
        trail={tableTrail(workspace)}
        lede="From the invitation to the notes. Only your team sees what is here; guests see what their own link shows."
        actions={<ButtonLink href={meetingsPath(workspace.slug, "new")}>Plan a meeting</ButtonLink>}
      />
      <Tabs
        label="Which meetings"
        tabs={[
          { href: here, label: "Coming", current: which === "coming" },
          { href: `${here}?which=past`, label: "Past", current: which === "past" },
        ]}
      />
      {meetings.length === 0 ? (
        <Empty which={which} slug={workspace.slug} />
      ) : (
        <WorkList
          items={meetings.map(({ meeting, counts }) => ({
            title: meeting.title,
            href: meetingPath(workspace.slug, meeting.id),
            meta: MEETING_KIND_WORDS[meeting.kind],
            note: (
              <>
                {whenWords(meeting)}
                {meeting.place && `, ${meeting.place}`}
                <br />
                {meeting.state === "held" ? cameWords(counts) : answersWords(counts)}
              </>
            ),
            state: meeting.state !== "planned" && <StateBadge meeting={meeting} />,
          }))}
        />
      )}
      <Steps
        page={page}
        before={page > 1 ? address(page - 1) : undefined}
        after={more ? address(page + 1) : undefined}
        label="Meetings"
      />
    </>
  );
}

export function StateBadge({ meeting }: { meeting: Pick<Meeting, "state"> }) {
  const tones = { planned: undefined, "under-way": "strong", held: "good", cancelled: "bad" } as const;
  const tone = tones[meeting.state];
  return <Badge {...(tone ? { tone } : {})}>{MEETING_STATE_WORDS[meeting.state]}</Badge>;
}

function Empty({ which, slug }: { which: "coming" | "past"; slug: string }) {
  if (which === "past")
    return (
      <EmptyState title="No meeting has been held yet" icon="history">
        Once one has ended it stands here, with who came and what was noted.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No meeting is planned"
      icon="calendar"
      actions={<ButtonLink href={meetingsPath(slug, "new")}>Plan the first one</ButtonLink>}
    >
      Give it a day and a place. An agenda is there at once, and everything else follows from the guest list.
    </EmptyState>
  );
}
