import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Hidden } from "#ui/form.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Group, SignUp } from "../queries.ts";
import { ROLE_WORDS, ROLES } from "../steps.ts";

/** Who signed up for what, by what they do in it. */
export function SignUps({
  priorities,
  signUps,
  level = 3,
  beside,
}: {
  priorities: readonly Group[];
  signUps: readonly SignUp[];
  level?: 2 | 3;
  beside?: (signUp: SignUp) => Child;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul class="bare taken-on">
      {priorities.map(({ id, title }) => (
        <li class="priority" data-key={id}>
          <Heading>
            <bdi>{title}</bdi>
          </Heading>
          <dl class="sign-ups">
            {ROLES.map((role) => {
              const here = signUps.filter((one) => one.group === id && one.role === role);
              return (
                <div data-key={role} class={here.length === 0 ? "none-yet" : undefined}>
                  <dt>{here.length === 1 ? ROLE_WORDS[role].one : ROLE_WORDS[role].many}</dt>
                  {here.length === 0 && <dd>Nobody yet</dd>}
                  {here.map((one) => (
                    <dd data-key={one.id}>
                      <bdi>{one.name}</bdi>
                      {one.company && (
                        <>
                          , <bdi>{one.company}</bdi>
                        </>
                      )}
                      {beside?.(one)}
                    </dd>
                  ))}
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Puts oneself, or another, down for a priority. */
export function SignUpForm(props: {
  action: string;
  freshId: string;
  priorities: readonly Group[];
  /** Who it is, where they came by their own link; then they are not asked. */
  known?: { name: string; company: string } | undefined;
  scribe?: boolean;
  values?: FormValues;
  problems?: Problems;
}) {
  const { values = {}, problems = {}, known } = props;
  return (
    <form class="form" method="post" action={props.action} novalidate data-send="go" data-key="sign-up">
      <ErrorSummary problems={problems} />
      <Hidden name="id" value={textOf(values, "id") || props.freshId} />
      <RadioGroup
        name="group"
        label={props.scribe ? "For what" : "What will you work on?"}
        options={props.priorities.map(({ id, title }) => ({ value: id, label: title }))}
        value={textOf(values, "group")}
        problems={problems}
      />
      <RadioGroup
        name="role"
        label="As what"
        options={ROLES.map((role) => ({
          value: role,
          label: ROLE_WORDS[role].one,
          ...(props.scribe ? {} : { hint: ROLE_WORDS[role].hint }),
        }))}
        value={textOf(values, "role")}
        problems={problems}
      />
      {known ? (
        <p>
          You sign up as <bdi>{known.name}</bdi>
          {known.company && (
            <>
              , <bdi>{known.company}</bdi>
            </>
          )}
          .
        </p>
      ) : (
        <>
          <TextField
            name="name"
            label={props.scribe ? "Name" : "Your name"}
            autocomplete={props.scribe ? "off" : "name"}
            value={textOf(values, "name")}
            problems={problems}
          />
          <TextField
            name="company"
            label={props.scribe ? "Company" : "Your company"}
            optional
            autocomplete={props.scribe ? "off" : "organization"}
            value={textOf(values, "company")}
            problems={problems}
          />
          <TextField
            name="email"
            label={props.scribe ? "E-mail address" : "Your e-mail address"}
            hint="So that the team can write about the next step. It shows on no screen."
            optional
            type="email"
            autocomplete={props.scribe ? "off" : "email"}
            value={textOf(values, "email")}
            problems={problems}
          />
        </>
      )}
      <div class="buttons">
        <Button>Sign up</Button>
      </div>
    </form>
  );
}
