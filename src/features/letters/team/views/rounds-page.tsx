import type { Meeting } from "#features/meetings/public.ts";
import { dayWords } from "#features/meetings/public.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { tableTrail } from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Moment } from "#ui/dates.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { OlderPages } from "#ui/older-pages.tsx";
import { WorkList } from "#ui/work-list.tsx";
import { KIND_WORDS } from "../../kinds.ts";
import { lettersPath, libraryPath } from "../../paths.ts";
import type { Round } from "../../rounds/queries.ts";

export interface RoundsPageProps {
  workspace: Workspace;
  rounds: (Round & { sent: number })[];
  meetings: Map<string, Meeting>;
  page: number;
  more: boolean;
  gone: boolean;
}

/** Everything that was written, or waits to be sent, the newest first. */
export function RoundsPage({ workspace, rounds, meetings, page, more, gone }: RoundsPageProps) {
  const { slug, timeZone } = workspace;
  const here = lettersPath(slug);
  return (
    <>
      <PageHead
        title="Letters"
        trail={tableTrail(workspace)}
        lede="Invitations, follow-ups and welcome letters: written from what you know already, read by whoever signs, and kept as they were sent."
        actions={
          <ButtonLink href={lettersPath(slug, "new")} icon="send">
            Write letters
          </ButtonLink>
        }
      />
      {gone && <Notice tone="success" title="It is taken away. Nothing of it had gone out." live />}
      {rounds.length === 0 ? (
        <EmptyState
          title="No letters yet"
          icon="mail-open"
          actions={<ButtonLink href={lettersPath(slug, "new")}>Write the first ones</ButtonLink>}
        >
          Begin with the invitations to your next meeting. When a meeting ends, its follow-up and its welcome
          letters wait here, already written.
        </EmptyState>
      ) : (
        <WorkList
          items={rounds.map((round) => {
            const meeting = round.meeting ? meetings.get(round.meeting) : undefined;
            return {
              title: `${KIND_WORDS[round.kind].one}${meeting ? `: ${meeting.title}` : ""}`,
              href: lettersPath(slug, round.id),
              meta: meeting && <span>{dayWords(meeting)}</span>,
              note: (
                <>
                  “{withoutFields(round.subject)}”.{" "}
                  {round.writtenByHouse &&
                    round.state === "draft" &&
                    "Written for you when the meeting ended. "}
                  Begun <Moment at={round.createdAt} zone={timeZone} />.
                </>
              ),
              state: <RoundBadge round={round} sent={round.sent} zone={timeZone} />,
            };
          })}
        />
      )}
      <OlderPages
        label="Letters"
        newest={page > 1 ? here : undefined}
        older={more ? `${here}?page=${page + 1}` : undefined}
      />
      <p class="measure letters-more">
        <a href={lettersPath(slug, "templates")}>Your own texts and Word files</a>, and{" "}
        <a href={libraryPath()}>the library</a> of what other partnerships write.
      </p>
    </>
  );
}

/** A field is filled in for each person; in a list an ellipsis stands for all of them. */
function withoutFields(subject: string): string {
  return subject.replace(/\{\{\s*\w+\s*\}\}/g, "…");
}

export function RoundBadge(props: { round: Round; sent: number; zone: string }) {
  const { round, sent, zone } = props;
  if (round.state === "scheduled" && round.sendAt)
    return (
      <Badge tone="warn" icon="clock">
        Goes out <Moment at={round.sendAt} zone={zone} />
      </Badge>
    );
  if (round.state === "sent")
    return (
      <Badge tone="good" icon="check">
        {sent === 1 ? "1 letter sent" : `${sent.toLocaleString("en-US")} letters sent`}
      </Badge>
    );
  return <Badge tone="strong">Not sent yet</Badge>;
}
