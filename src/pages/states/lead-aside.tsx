import { STATE_ROLE_WORDS, type StateRole } from "#features/state-leads/public.ts";
import { longDate } from "#ui/dates.tsx";
import { AsideBlock } from "#ui/layout.tsx";
import type { LeadPageProps } from "./lead-page-props.ts";

const MOST_COACHES = 8;

/** Who leads and helps in the state, who is invited, and what a lead can do. */
export function LeadAside(props: LeadPageProps) {
  const { state, leads, invitations, coaches, appoints, publishes, partnerships } = props;
  const path = `/states/${state.code}`;
  const nameOf = new Map(partnerships.map(({ id, name }) => [id, name]));
  const today = coaches.filter(({ to }) => to === null);
  return (
    <>
      <AsideBlock title="What you can do">
        <ul class="bare plain-links">
          <li>
            <a href={`${path}/edit`}>Edit the state’s page</a>
          </li>
          <li>
            <a href={`${path}/versions`}>Its earlier versions</a>
          </li>
          {publishes && (
            <li>
              <a href={`${path}/review`}>Review updates</a>
            </li>
          )}
          <li>
            <a href={`/partnerships?state=${state.code}`}>The state’s partnerships as readers see them</a>
          </li>
          {appoints && (
            <li>
              <a href={`/desk/states/${state.code}`}>Say who leads here</a>
            </li>
          )}
        </ul>
      </AsideBlock>
      <AsideBlock title="Who leads here">
        {leads.length === 0 ? (
          <p>Nobody yet. Editors of this site can invite somebody.</p>
        ) : (
          <ul class="bare plain-links">
            {leads.map(({ person, role }) => (
              <li>
                {person.name || "Somebody without a name yet"}
                <p class="small quiet-text">{STATE_ROLE_WORDS[role as StateRole].name}</p>
              </li>
            ))}
          </ul>
        )}
      </AsideBlock>
      {invitations.length > 0 && (
        <AsideBlock title="Invited, not here yet">
          <ul class="bare plain-links">
            {invitations.map(({ name, scope, expiresAt }) => (
              <li>
                {name || "Somebody"}
                <p class="small quiet-text">
                  {scope === state.code
                    ? `To lead in ${state.name}`
                    : `To ${nameOf.get(scope) ?? "a partnership"}`}
                  . Works until {longDate(expiresAt.toISOString().slice(0, 10))}.
                </p>
              </li>
            ))}
          </ul>
        </AsideBlock>
      )}
      <AsideBlock title="Coaches">
        {today.length === 0 && <p>None listed yet.</p>}
        <ul class="bare plain-links">
          {today.slice(0, MOST_COACHES).map(({ name, organization }) => (
            <li>
              {name}
              {organization && <p class="small quiet-text">{organization}</p>}
            </li>
          ))}
        </ul>
        <p>
          <a href={`${path}/coaches`}>{today.length === 0 ? "List a coach" : "All coaches"}</a>
        </p>
      </AsideBlock>
    </>
  );
}
