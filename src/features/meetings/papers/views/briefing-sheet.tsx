import { type Contact, nameOrAddress } from "#features/roster/public.ts";
import type { Guest } from "../../guests/queries.ts";
import { hoursWords } from "../../when.ts";
import { Sheet, type SheetProps } from "./sheets.tsx";

export interface BriefingSheetProps extends SheetProps {
  champions: Contact[];
  /** Those of the business side who have not said no. */
  businesses: Guest[];
  supporters: Guest[];
  /** Of the team, where it has said so. */
  repliesTo: { name: string; email: string } | null;
}

/** One page for a champion to read in the car: what for, who comes, what you say and when. */
export function BriefingSheet(props: BriefingSheetProps) {
  const { workspace, meeting, champions, businesses, supporters, repliesTo } = props;
  const lines = linesOf(meeting, champions);
  return (
    <Sheet
      workspace={workspace}
      meeting={meeting}
      title="Champions’ briefing"
      lede={meeting.purpose || "Thank you for lending your name and your voice. This page has all you need."}
    >
      <h2>When and where</h2>
      <p>
        {[hoursWords(meeting), meeting.place, meeting.address].filter(Boolean).join(" · ")}. Please be there
        twenty minutes before: people look for a face they know.
      </p>
      <h2>What this meeting is, and what it is not</h2>
      <ul>
        <li>
          Businesses set the agenda. You and your peers talk; public partners listen and help afterwards.
        </li>
        <li>Nobody presents a program, and nobody asks you to fill in a survey.</li>
        <li>It ends with a few priorities, each with a business that stands behind it.</li>
      </ul>
      <h2>What you do</h2>
      {lines.length > 0 ? (
        <ul>
          {lines.map(({ title, lead, note, minutes }) => (
            <li>
              <strong>{title}</strong>, {minutes} minutes ({lead}). {note}
            </li>
          ))}
        </ul>
      ) : (
        <p>No item of the agenda is a champion’s yet. The convener will tell you.</p>
      )}
      <p>
        If you are asked to say why you are here, three things are enough: what matters to your own company,
        what matters to the industry, and what you wish for this community. Two minutes, in your own words.
      </p>
      <h2>Who is expected</h2>
      <Names title="Businesses" guests={businesses} />
      <Names title="Support partners" guests={supporters} />
      <p>
        Champions:{" "}
        {champions.length > 0 ? champions.map((one) => nameOrAddress(one)).join(", ") : "none named yet"}.
      </p>
      {repliesTo && (
        <p>
          Anything unclear? {repliesTo.name || "The convener"}, {repliesTo.email}.
        </p>
      )}
    </Sheet>
  );
}

/** Items that a champion leads: by name, or by what our templates call them. */
function linesOf({ agenda }: SheetProps["meeting"], champions: Contact[]) {
  return agenda.filter(
    ({ lead }) => /champion/i.test(lead) || champions.some(({ name }) => name !== "" && lead.includes(name)),
  );
}

function Names({ title, guests }: { title: string; guests: Guest[] }) {
  if (guests.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="name-columns">
        {guests.map(({ contact, company, answer }) => (
          <li>
            {contact?.name || company?.name || "Somebody"}
            {contact?.name && company && `, ${company.name}`}
            {answer === "yes" && " ✓"}
          </li>
        ))}
      </ul>
      <p class="small">✓ has said yes.</p>
    </>
  );
}
