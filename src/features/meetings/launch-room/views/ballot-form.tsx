import { listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { CheckboxGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Hidden } from "#ui/form.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { votesWords } from "../voting.ts";
import type { OnPhone } from "./on-phone.ts";

/** One company's votes. Its sending is named with the form, so that what is sent twice is one. */
export function BallotForm(props: OnPhone) {
  const { room, base, groups, returned, known } = props;
  const { values = {}, problems = {} } = returned.ballot ?? {};
  if (known?.side === "public" && !room.publicVotes)
    return (
      <p>
        The companies are choosing now. Public partners listen; when it comes to signing up, you are asked how
        you can help.
      </p>
    );
  const own = props.voters.find(({ id }) => id === known?.companyId);
  if (own?.voted)
    return (
      <p>
        The votes of <bdi>{own.name}</bdi> are in. Thank you. Once the box is opened, you see the results
        here.
      </p>
    );
  const chosen = textOf(values, "company") || props.company || "";
  return (
    <>
      <form class="form" method="post" action={`${base}/ballot`} novalidate data-send="go" data-key="ballot">
        <ErrorSummary problems={problems} />
        <Hidden name="sending" value={textOf(values, "sending") || props.freshId} />
        {own ? (
          <>
            <Hidden name="company" value={own.id} />
            <p>
              You vote for <bdi>{own.name}</bdi>. A company votes once, so talk it over with your colleagues
              here.
            </p>
          </>
        ) : (
          <Select
            name="company"
            label="Your company"
            hint="A company votes once, so talk it over with your colleagues here."
            blank="Choose it"
            options={props.voters.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            problems={problems}
          />
        )}
        <ballot-count most={String(room.votesEach)}>
          <CheckboxGroup
            name="choices"
            label={`Your company has ${votesWords(room.votesEach)}`}
            hint={room.votesEach === 1 ? undefined : "Each goes to another choice. You may give fewer."}
            options={groups.map(({ id, title }) => ({ value: id, label: title }))}
            values={listOf(values, "choices")}
            problems={problems}
          />
          <p class="field-note" role="status" data-kept="" />
        </ballot-count>
        <p class="quiet-text">
          Only sums are kept, and those under lock: nothing is written down that says what your company chose.
        </p>
        <div class="buttons">
          <Button>Put our votes into the box</Button>
        </div>
      </form>
      {!own && (
        <Fold title="My company is not in the list" open={returned.ask !== undefined} id="ask">
          <form class="form" method="post" action={`${base}/askers`} novalidate data-send="go" data-key="ask">
            <ErrorSummary problems={returned.ask?.problems ?? {}} />
            <Hidden name="id" value={textOf(returned.ask?.values ?? {}, "id") || props.freshId} />
            <TextField
              name="name"
              label="Your company’s name"
              hint="The facilitator lets you in."
              autocomplete="organization"
              value={textOf(returned.ask?.values ?? {}, "name")}
              problems={returned.ask?.problems ?? {}}
            />
            <div class="buttons">
              <Button look="quiet">Ask to vote</Button>
            </div>
          </form>
        </Fold>
      )}
    </>
  );
}
