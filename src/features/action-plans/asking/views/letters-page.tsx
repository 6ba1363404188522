import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { nameOrAddress } from "#features/roster/public.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Day, Moment } from "#ui/dates.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { planPath } from "../../paths.ts";
import type { People } from "../../people.ts";
import type { Plan } from "../../queries.ts";
import { PersonName } from "../../views/person-name.tsx";
import type { Asked, PlanLetter } from "../queries.ts";

export interface LettersPageProps {
  workspace: Workspace;
  plan: Plan;
  asked: Asked;
  people: People;
  /** The next day on which letters go out. */
  nextOn: string;
  /** Whether this month's have not gone out yet. */
  asksThisMonth: boolean;
  letters: (PlanLetter & { name: string })[];
  page: number;
  more: boolean;
  now: Date;
  done: string | undefined;
}

const DONE: Record<string, string> = {
  asking: "That is kept",
  asked: "The letters are on their way",
  nobody:
    "Nobody was written to: this month’s letters have gone out, or no open action has an owner who can be reached",
  withdrawn: "The link opens nothing any more",
};

const WHY: Record<Asked["unreachable"][number]["why"], string> = {
  "no address": "there is no e-mail address on your roster",
  stopped: "asked for no more of these letters",
  withdrawn: "said that the partnership may not write",
};

/** Who is asked once a month, who is not and why, and what went out. */
export function LettersPage(props: LettersPageProps) {
  const { workspace, plan, asked, people, page, more, done } = props;
  const { slug } = workspace;
  const path = planPath(slug, "letters");
  return (
    <>
      <PageHead
        title="Letters to owners"
        trail={tableTrail(workspace, { href: planPath(slug), label: "Action plan" })}
        lede="On the first weekday of each month, in the morning, everybody who owns an open action gets a kind letter. One click says done, on track or stuck; no account is needed."
      />
      {done && DONE[done] && <Notice tone="success" title={DONE[done]} live />}
      <Section title={plan.asks ? "The next letters" : "Letters are switched off"}>
        {plan.asks && (
          <p class="measure">
            On <Day iso={props.nextOn} />,{" "}
            {asked.reachable.length === 0
              ? "nobody is written to: no open action has an owner who can be reached."
              : `${asked.reachable.length === 1 ? "one person gets" : `${asked.reachable.length} people get`} a letter, as the plan stands now.`}
          </p>
        )}
        {plan.asks && asked.reachable.length > 0 && (
          <ul>
            {asked.reachable.map(({ contact, actions }) => (
              <li>
                <PersonName id={contact} people={people} slug={slug} />, {actions}{" "}
                {actions === 1 ? "action" : "actions"}
              </li>
            ))}
          </ul>
        )}
        {(asked.unreachable.length > 0 || asked.unowned > 0) && (
          <Notice title="Not reached by a letter">
            <ul>
              {asked.unreachable.map(({ contact, why }) => (
                <li>
                  {people.get(contact) && nameOrAddress(people.get(contact)!)}: {WHY[why]}
                </li>
              ))}
              {asked.unowned > 0 && (
                <li>
                  {asked.unowned === 1 ? "One action has" : `${asked.unowned} actions have`} no owner on your
                  roster
                </li>
              )}
            </ul>
          </Notice>
        )}
        {plan.asks && props.asksThisMonth && asked.reachable.length > 0 && (
          <Form action={`${path}/now`} bare>
            <p class="measure">
              This month’s letters have not gone out. You can ask now instead of waiting; each owner gets one
              letter for a month.
            </p>
            <Buttons>
              <Button look="quiet">Ask them now</Button>
            </Buttons>
          </Form>
        )}
        <Form action={path} bare>
          <Hidden name="asks" value={plan.asks ? "no" : "yes"} />
          <Buttons>
            <Button look="quiet">{plan.asks ? "Switch the letters off" : "Switch the letters on"}</Button>
          </Buttons>
        </Form>
      </Section>
      {props.letters.length > 0 && (
        <Section title="What went out">
          <DataTable
            caption="Letters that went out"
            hideCaption
            stacks
            rows={props.letters}
            columns={[
              { label: "To", heads: true, cell: ({ name }) => <bdi>{name}</bdi> },
              { label: "Sent", cell: ({ sentAt }) => <Moment at={sentAt} zone={workspace.timeZone} /> },
              {
                label: "Answer",
                cell: ({ answeredAt }) =>
                  answeredAt ? <Moment at={answeredAt} zone={workspace.timeZone} /> : "Not yet",
              },
              { label: "Link", cell: (letter) => <LinkState letter={letter} path={path} now={props.now} /> },
            ]}
          />
          <Steps
            page={page}
            before={page > 1 ? `${path}?page=${page - 1}` : undefined}
            after={more ? `${path}?page=${page + 1}` : undefined}
            label="Letters"
          />
        </Section>
      )}
    </>
  );
}

function LinkState(props: { letter: PlanLetter & { name: string }; path: string; now: Date }) {
  const { letter, path, now } = props;
  if (!letter.linkKey) return <>Withdrawn</>;
  if (letter.linkEndsAt <= now) return <>Ended</>;
  return (
    <form method="post" action={`${path}/${letter.id}/withdrawal`}>
      <Button compact look="plain">
        Withdraw<span class="visually-hidden"> the link of {letter.name}</span>
      </Button>
    </form>
  );
}
