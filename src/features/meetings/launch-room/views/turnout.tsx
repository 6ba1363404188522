import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import type { Asker, Turnout, Voter } from "../queries.ts";

/** How far the vote has come; never where the votes went. */
export function TurnoutWords({ voted, companies }: Turnout) {
  return (
    <p class="turnout">
      <b>{voted}</b> of <b>{companies}</b> {companies === 1 ? "company has" : "companies have"} voted
    </p>
  );
}

/** The same as a list, for those who go from table to table and ask. */
export function VoterList({ voters }: { voters: readonly Voter[] }) {
  if (voters.length === 0)
    return (
      <p>
        No business is among the guests of this meeting. Companies can ask to be let in from their phones.
      </p>
    );
  return (
    <ul class="bare voters">
      {voters.map(({ id, name, voted }) => (
        <li data-key={id}>
          <bdi>{name}</bdi> <span class={voted ? "badge good" : "badge"}>{voted ? "voted" : "not yet"}</span>
        </li>
      ))}
    </ul>
  );
}

/** Companies at the door of the vote. */
export function Askers({ askers, base }: { askers: readonly Asker[]; base: string }) {
  if (askers.length === 0) return null;
  return (
    <section class="vote-askers" data-key="askers" aria-labelledby="askers">
      <h2 id="askers">They ask to vote</h2>
      <ul class="bare">
        {askers.map(({ id, name }) => (
          <li data-key={id}>
            <Form action={`${base}/askers/${id}`} bare>
              <div class="row">
                <bdi>{name}</bdi>
                <Button compact name="answer" value="yes">
                  Let in<span class="visually-hidden"> {name}</span>
                </Button>
                <Button compact look="quiet" name="answer" value="no">
                  No<span class="visually-hidden">, not {name}</span>
                </Button>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
