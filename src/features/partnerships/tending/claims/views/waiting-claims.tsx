import type { Problems } from "#base/outcome.ts";
import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { tendPath } from "../../paths.ts";
import { reasonField } from "../forms.ts";
import type { Claim } from "../queries.ts";

/** For those who look after a page: who asks to, and the two answers. */
export function WaitingClaims(props: { claims: Claim[]; slug: string; zone: string; problems: Problems }) {
  return (
    <ul class="bare work">
      {props.claims.map((claim) => (
        <li class="work-item">
          <div class="work-words">
            <h3>{claim.person.name}</h3>
            <p class="work-note">
              {claim.role}. {claim.person.email}. Asked on <Moment at={claim.madeAt} zone={props.zone} />
            </p>
            <p class="as-typed">{claim.message}</p>
            <ClaimDeeds
              claim={claim}
              grant={`${tendPath(props.slug)}/claims/${claim.id}/grant`}
              refusal={`${tendPath(props.slug)}/claims/${claim.id}/refusal`}
              problems={props.problems}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

export function ClaimDeeds(props: {
  claim: Claim;
  grant: string;
  refusal: string;
  problems: Problems;
  reason?: string;
}) {
  const { claim, problems } = props;
  const name = reasonField(claim.id);
  return (
    <div class="desk-actions">
      <Form action={props.grant} bare>
        <Button>Let {claim.person.name} in</Button>
      </Form>
      <div class="folds">
        <Fold title="Decline" open={problems[name] !== undefined}>
          <Form action={props.refusal}>
            <TextArea
              name={name}
              label="Why not?"
              hint={`${claim.person.name} gets these words by mail.`}
              rows={3}
              value={props.reason}
              problems={problems}
            />
            <div>
              <Button look="quiet">Decline with these words</Button>
            </div>
          </Form>
        </Fold>
      </div>
    </div>
  );
}
