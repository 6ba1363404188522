import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { pagePath, tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { DoneNotice } from "../../views/done-notice.tsx";
import type { Claim } from "../queries.ts";

export interface ClaimPageProps {
  page: Tended;
  /** How many look after it; their names are theirs to tell. */
  holders: number;
  /** This person's newest claim on it. */
  last: Claim | undefined;
  mine: boolean;
  email: string;
  zone: string;
  done: string;
  values: FormValues;
  problems: Problems;
}

/** Asking to look after a page: who one is in the partnership, and to whom the question goes. */
export function ClaimPage(props: ClaimPageProps) {
  const { page, last, mine, done, problems } = props;
  const { slug, content } = page;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Look after this page"
        trail={[
          { href: "/partnerships", label: "Partnerships" },
          { href: pagePath(slug), label: content.name },
        ]}
        lede={`Are you part of ${content.name}? Then keep its page true and alive: its story, stage, champions and priorities.`}
      />
      <DoneNotice done={done} />
      {mine ? <Mine slug={slug} /> : last?.state === "waiting" ? <Waiting {...props} /> : <Ask {...props} />}
    </>
  );
}

function Mine({ slug }: { slug: string }) {
  return (
    <Notice title="You look after this page already">
      <p>
        <a href={tendPath(slug)}>Go on with it</a>.
      </p>
    </Notice>
  );
}

function Waiting({ last, holders, zone }: ClaimPageProps) {
  if (!last) return null;
  return (
    <>
      <Notice title="You have asked for this page">
        <p>
          On <Moment at={last.madeAt} zone={zone} />.{" "}
          {holders > 0
            ? "Those who look after it decide; the editors of this site see it too."
            : "The editors of this site have it on their desk."}{" "}
          You get a mail when it is decided.
        </p>
      </Notice>
      <Form action={`/my-partnerships/claims/${last.id}/withdrawal`} bare>
        <Button look="quiet">Take it back</Button>
      </Form>
    </>
  );
}

function Ask({ page, last, holders, email, values, problems }: ClaimPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      {last?.state === "declined" && (
        <Notice tone="warning" title="You asked before, and it was declined">
          <p>{last.reason}</p>
          <p>You can ask again if something has changed.</p>
        </Notice>
      )}
      {holders > 0 ? (
        <Notice title="Somebody looks after this page already">
          <p>
            {holders === 1 ? "One person does" : `${holders} people do`}. What you write below goes to them
            with your name and {email}, and they can let you in. The editors of this site see it too.
          </p>
        </Notice>
      ) : (
        <p>
          Nobody does so yet. What you write below goes to the editors of this site with your name and {email}
          ; they look at it and answer by mail.
        </p>
      )}
      <Form action={`${pagePath(page.slug)}/claim`} keep={`claim-${page.id}`}>
        <TextField
          {...field("role")}
          label="What do you do in the partnership?"
          hint="Such as “I coordinate it at the workforce board” or “I am the champion’s assistant”."
        />
        <TextArea
          {...field("message")}
          label="A few words"
          hint="What helps them to see that you are part of it: whom you work with, where one can read of it."
          rows={5}
          most={2_000}
        />
        <Buttons>
          <Button>{holders > 0 ? "Ask them" : "Ask the editors"}</Button>
          <ButtonLink look="plain" href={pagePath(page.slug)}>
            Back to the page
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
