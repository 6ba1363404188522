import type { BreadcrumbsProps } from "#ui/breadcrumbs.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import type { Group, Room } from "../queries.ts";
import { votesWords } from "../voting.ts";

const LINES = 12;

/** Ballots to cut apart, and a sign-up sheet for each priority, for a room without phones. */
export function PapersPage(props: {
  title: string;
  trail: BreadcrumbsProps["trail"];
  partnership: string;
  room: Room;
  groups: readonly Group[];
}) {
  const { room } = props;
  const named = props.groups.filter(({ title }) => title !== "");
  // Before the vote nobody knows what will be taken on, so that every group has a sheet.
  const taken = named.filter(({ takenOn }) => takenOn);
  const sheets = taken.length > 0 ? taken : named;
  return (
    <>
      <div class="no-print">
        <PageHead
          title={props.title}
          trail={props.trail}
          lede={
            room.companiesVoted === null
              ? "Print this page with your browser. Two ballots come on a sheet, to be cut apart; print as many as there are companies. After them comes a sign-up sheet for each choice."
              : "Print this page with your browser: a sign-up sheet for each priority."
          }
        />
      </div>
      {named.length === 0 ? (
        <EmptyState title="Nothing to print yet" icon="printer">
          Put the opportunities into groups and name them; they are what stands on the ballot.
        </EmptyState>
      ) : (
        <>
          {room.companiesVoted === null && (
            <section class="ballots" aria-label="Ballots">
              <PaperBallot {...props} groups={named} />
              <PaperBallot {...props} groups={named} />
            </section>
          )}
          {sheets.map(({ id, title }) => (
            <SignUpSheet id={id} title={title} partnership={props.partnership} />
          ))}
        </>
      )}
    </>
  );
}

function PaperBallot({
  partnership,
  room,
  groups,
}: {
  partnership: string;
  room: Room;
  groups: readonly Group[];
}) {
  return (
    <section class="paper-ballot">
      <p class="eyebrow">{partnership}</p>
      <h2>Our company’s votes</h2>
      <p>
        One company, {votesWords(room.votesEach)}
        {room.votesEach === 1 ? "" : ", each for another choice"}. Mark the boxes, fold the paper, and put it
        into the box. Do not write your name.
      </p>
      <ul class="bare">
        {groups.map(({ title }) => (
          <li>
            <span class="paper-box" aria-hidden="true" />
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignUpSheet({ id, title, partnership }: { id: string; title: string; partnership: string }) {
  return (
    <section class="sign-up-sheet" tabindex={0} aria-labelledby={`sheet-${id}`}>
      <p class="eyebrow">{partnership} · Sign up</p>
      <h2 id={`sheet-${id}`}>
        <bdi>{title}</bdi>
      </h2>
      <p>
        Champion: from business, lends it name and voice. Member: from business, works on it. Support: a
        public partner.
      </p>
      <table class="table">
        <thead>
          <tr>
            {["Name", "Company", "E-mail address", "Champion, member or support"].map((label) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: LINES }, () => (
            <tr>
              <td> </td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
