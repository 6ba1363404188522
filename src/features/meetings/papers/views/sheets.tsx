import type { Child } from "hono/jsx";
import { tableTrail } from "#features/partnerships/public.ts";
import { nameOrAddress, SIDE_WORDS, SIDES } from "#features/roster/public.ts";
import { DataTable } from "#ui/data-table.tsx";
import { PageHead } from "#ui/layout.tsx";
import type { Guest } from "../../guests/queries.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { clockWords, hoursWords, whenWords } from "../../when.ts";

export interface SheetProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
}

/** The head of a printed page; on the screen it has its way back as well. */
export function Sheet(props: SheetProps & { title: string; lede?: Child; children: Child }) {
  const { workspace, meeting, title, lede, children } = props;
  return (
    <div class="sheet">
      <PageHead
        title={title}
        trail={tableTrail(
          workspace,
          ...meetingSteps(workspace.slug, meeting, {
            href: meetingPath(workspace.slug, meeting.id, "papers"),
            label: "On paper",
          }),
        )}
        meta={
          <span>
            {meeting.title} · {whenWords(meeting)}
          </span>
        }
        lede={lede}
      />
      {children}
    </div>
  );
}

/** Each tent is half a sheet, folded at its middle: the name stands on both faces, once upside down. */
export function TentsSheet({ workspace, meeting, guests }: SheetProps & { guests: Guest[] }) {
  const named = guests.filter(({ contact }) => contact?.name);
  return (
    <Sheet
      workspace={workspace}
      meeting={meeting}
      title="Name tents"
      lede={`${named.length} tents, two on a sheet. Cut at the solid line, fold at the dotted one.`}
    >
      <ol class="bare tents">
        {named.map((guest) => (
          <li class={isLong(guest) ? "tent tent-long" : "tent"}>
            <div class="tent-face tent-back" aria-hidden="true">
              <TentFace guest={guest} />
            </div>
            <div class="tent-face">
              <TentFace guest={guest} />
            </div>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

/** Names and companies that would not fit in the usual size. */
function isLong({ contact, company }: Guest): boolean {
  return (contact?.name.length ?? 0) > 26 || (company?.name.length ?? 0) > 44;
}

function TentFace({ guest }: { guest: Guest }) {
  const { contact, company } = guest;
  return (
    <>
      <p class="tent-name" dir="auto">
        {contact?.name}
      </p>
      <p class="tent-company" dir="auto">
        {company?.name ?? contact?.title}
      </p>
      {guest.side === "public" && <p class="tent-side">Support partner</p>}
    </>
  );
}

const EMPTY_LINES = 10;

export function SignInSheet({ workspace, meeting, guests }: SheetProps & { guests: Guest[] }) {
  return (
    <Sheet
      workspace={workspace}
      meeting={meeting}
      title="Sign-in sheet"
      lede="Please sign beside your name. Not on the list? Use an empty line; you are welcome."
    >
      {SIDES.map((side) => {
        const here = guests.filter((guest) => guest.side === side);
        return (
          <section class="sign-in">
            <h2>{SIDE_WORDS[side].many}</h2>
            <DataTable
              caption={`${SIDE_WORDS[side].many}, by name`}
              hideCaption
              rows={[...here, ...Array.from({ length: EMPTY_LINES / 2 }, () => null)]}
              columns={[
                {
                  label: "Name",
                  heads: true,
                  cell: (guest) =>
                    guest?.contact ? (
                      nameOrAddressless(guest.contact)
                    ) : (
                      <span class="visually-hidden">Empty line</span>
                    ),
                },
                { label: "Company or organization", cell: (guest) => guest?.company?.name ?? "" },
                { label: "Signature", cell: () => <span class="sign-here" /> },
                { label: "E-mail, where it is new", cell: () => "" },
              ]}
            />
          </section>
        );
      })}
    </Sheet>
  );
}

/** A sheet that goes round the room shows nobody's address. */
function nameOrAddressless({ name }: { name: string }): string {
  return name || "(name not known)";
}

export function AgendaSheet({ workspace, meeting }: SheetProps) {
  let at = meeting.startsAt.getTime();
  const items = meeting.agenda.map((item) => {
    const begins = new Date(at);
    at += item.minutes * 60_000;
    return { ...item, begins };
  });
  return (
    <Sheet workspace={workspace} meeting={meeting} title={meeting.title} lede={meeting.purpose || undefined}>
      <p>
        {hoursWords(meeting)}
        {meeting.place && ` · ${meeting.place}`}
      </p>
      {items.length === 0 ? (
        <p>Nothing is on the agenda yet.</p>
      ) : (
        <ol class="bare printed-agenda">
          {items.map(({ begins, minutes, title, lead, note }) => (
            <li>
              <p class="agenda-time">
                {clockWords(begins, meeting.timeZone)}
                <span class="agenda-minutes">{minutes} min</span>
              </p>
              <div>
                <h2>{title}</h2>
                {lead && <p class="agenda-lead">{lead}</p>}
                {note && <p>{note}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}

export function CallSheet(
  props: SheetProps & { champion: { name: string; email: string | null }; calls: Guest[] },
) {
  const { workspace, meeting, champion, calls } = props;
  return (
    <Sheet
      workspace={workspace}
      meeting={meeting}
      title={`Call sheet for ${nameOrAddress(champion)}`}
      lede={
        calls.length === 0
          ? "Everyone you invited has answered. Thank you: nobody is left to call."
          : `${calls.length === 1 ? "One peer has" : `${calls.length} peers have`} not answered yet. A call from you is worth ten mails.`
      }
    >
      {calls.length > 0 && (
        <>
          <p>
            What you might say: “I am going on {whenWords(meeting)}, and I would like you at the table. It
            takes {meeting.minutes} minutes. Businesses talk, public partners listen, and what we say is what
            gets worked on.”
          </p>
          <DataTable
            caption="Whom to call"
            hideCaption
            rows={calls}
            columns={[
              {
                label: "Name",
                heads: true,
                cell: (guest) => (
                  <>
                    {guest.contact ? nameOrAddress(guest.contact) : ""}
                    <br />
                    <span class="small">
                      {[guest.contact?.title, guest.company?.name].filter(Boolean).join(", ")}
                    </span>
                  </>
                ),
              },
              { label: "Phone", cell: (guest) => guest.contact?.phone || "—" },
              {
                label: "So far",
                cell: (guest) =>
                  guest.answer === "maybe"
                    ? "Said maybe"
                    : guest.remindedAt
                      ? "Invited and reminded"
                      : guest.invitedAt
                        ? "Invited"
                        : "Not invited yet",
              },
              { label: "Cares about", cell: (guest) => guest.contact?.caresAbout || "" },
              { label: "What they said", cell: () => <span class="write-here" /> },
            ]}
          />
        </>
      )}
    </Sheet>
  );
}
