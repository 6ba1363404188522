import type { Problems } from "#base/outcome.ts";
import type { KnownPartnership } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Day } from "#ui/dates.tsx";
import { ConfirmStep, TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Timeline, type TimelineItem } from "#ui/progress.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Assessment } from "../../queries.ts";
import type { IndicatorSet } from "../../sets/queries.ts";
import { indicatorsPath } from "../door.ts";
import type { Respondent } from "../respondents.ts";
import { DayAndNote } from "./new-page.tsx";
import { trailTo } from "./trail.ts";

interface Typed {
  values: FormValues;
  problems: Problems;
}

export interface WorkPageProps {
  partnership: KnownPartnership;
  assessment: Assessment;
  set: IndicatorSet;
  /** `href` is a link to hand over, for those who were asked without a mail address. */
  respondents: (Respondent & { href: string | null })[];
  /** Names of those who look after the page and have not answered. */
  waitingFor: string[];
  me: string;
  /** On how many indicators the team has settled already. */
  chosen: number;
  siteUrl: string;
  today: string;
  done: string | undefined;
  invite: Typed;
  change: Typed & { stale?: boolean };
}

const DONE: Record<string, string> = {
  answered: "Your answer is kept. Now you can see what the others said.",
  mailed: "They were asked by mail.",
  linked: "Their link stands below. Hand it to them and to nobody else.",
  kept: "What the team has chosen so far is kept.",
  first: "Give your own answer first. Then you see the others’.",
};

/** One that is open: who has answered, and what comes next. */
export function WorkPage(props: WorkPageProps) {
  const { partnership, assessment, set, done, invite, change } = props;
  const words = done ? DONE[done] : undefined;
  return (
    <>
      <PageHead
        title="A look at yourselves"
        trail={trailTo(partnership)}
        meta={
          <span>
            <Day iso={assessment.heldOn} />, version {set.version} of the indicators
          </span>
        }
        lede={assessment.note || undefined}
      />
      <ErrorSummary problems={{ ...invite.problems, ...change.problems }} />
      {change.stale && (
        <Notice tone="warning" title="Somebody else was here while you were typing" live>
          <p>
            Nothing was overwritten. Look at the day and the note again and save them once more if they are
            right.
          </p>
        </Notice>
      )}
      {words && <Notice tone={done === "first" ? "info" : "success"} title={words} live />}
      {done === "answered" && <TypedSent name={`indicators-${assessment.id}`} />}
      <Timeline label="The way to the team’s answer" items={stepsFor(props)} />
      <Fold title="Change the day or the note" open={change.stale || Object.keys(change.problems).length > 0}>
        <Form action={indicatorsPath(partnership.slug, assessment.id)}>
          <Hidden name="version" value={textOf(change.values, "version")} />
          <DayAndNote values={change.values} problems={change.problems} today={props.today} />
          <Button look="quiet">Save</Button>
        </Form>
      </Fold>
      <Fold title="Begun by mistake?">
        <Form action={indicatorsPath(partnership.slug, assessment.id, "removal")} bare>
          <p class="measure">
            It can be taken away with the answers given so far, and its links end. What was settled before
            stays.
          </p>
          <ConfirmStep question="Take it away, with all answers given so far?">
            <Button look="danger">Take it away</Button>
          </ConfirmStep>
        </Form>
      </Fold>
    </>
  );
}

function stepsFor(props: WorkPageProps): TimelineItem[] {
  const { partnership, assessment, set, respondents, me, chosen } = props;
  const to = (...rest: string[]) => indicatorsPath(partnership.slug, assessment.id, ...rest);
  const mine = respondents.find(({ person }) => person === me);
  const answered = respondents.filter(({ answeredAt }) => answeredAt).length;
  const all = set.content.indicators.length;
  const whole = chosen === all;
  return [
    {
      title: mine?.answeredAt ? "You have answered" : "Answer for yourself",
      state: mine?.answeredAt ? "done" : "current",
      note: mine?.answeredAt ? undefined : (
        <>
          <p>Some ten minutes. Nobody sees it before giving an own answer.</p>
          <p>
            <ButtonLink href={to("answer")}>Answer now</ButtonLink>
          </p>
        </>
      ),
    },
    {
      title: `The team: ${answered} of ${respondents.length} answered`,
      state: mine?.answeredAt && answered < 2 ? "current" : answered >= 2 ? "done" : "waiting",
      note: <Team {...props} />,
    },
    {
      title: "Talk about the differences",
      state: mine?.answeredAt && answered >= 2 && chosen === 0 ? "current" : chosen > 0 ? "done" : "waiting",
      note: mine?.answeredAt ? (
        <p>
          <ButtonLink href={to("differences")} look="quiet">
            See where you differ
          </ButtonLink>
        </p>
      ) : (
        <p>You see the others’ answers once you have given yours.</p>
      ),
    },
    {
      title: chosen === 0 ? "Set the team’s answer" : `The team’s answer: ${chosen} of ${all} chosen`,
      state: whole ? "done" : chosen > 0 ? "current" : "waiting",
      note: mine?.answeredAt ? (
        <p>
          <ButtonLink href={to("team-answer")} look="quiet">
            {chosen === 0 ? "Set the team’s answer" : "Change the team’s answer"}
          </ButtonLink>
        </p>
      ) : undefined,
    },
    {
      title: "Settle it and say who may see it",
      state: whole ? "current" : "waiting",
      note: whole ? (
        <p>
          <ButtonLink href={to("settlement")}>Settle it</ButtonLink>
        </p>
      ) : undefined,
    },
  ];
}

function Team({ partnership, assessment, respondents, waitingFor, me, siteUrl, invite }: WorkPageProps) {
  const to = (...rest: string[]) => indicatorsPath(partnership.slug, assessment.id, ...rest);
  return (
    <div class="team" id="team">
      {respondents.length > 0 && (
        <ul class="bare team-list">
          {respondents.map((one) => (
            <li>
              <p class="row">
                <b>{one.name || "Somebody"}</b>
                {one.answeredAt ? (
                  <Badge tone="good" icon="check">
                    Answered
                  </Badge>
                ) : (
                  <Badge>{one.email ? "Asked by mail" : "Has a link"}</Badge>
                )}
              </p>
              {!one.answeredAt && one.href && (
                <p class="team-link small">
                  Their link: <span class="team-address">{siteUrl + one.href}</span>
                </p>
              )}
              {!one.answeredAt && one.linkKey && (
                <Form action={to("respondents", one.id, "withdrawal")} bare>
                  <Button look="plain" compact>
                    Take the invitation back<span class="visually-hidden">: {one.name}</span>
                  </Button>
                </Form>
              )}
              {one.answeredAt && (one.person === me || one.linkKey) && (
                <Form action={to("respondents", one.id, "again")} bare>
                  <ConfirmStep
                    question={
                      one.person === me
                        ? "Set your answer aside and answer again?"
                        : "Set this answer aside? The link becomes a new one."
                    }
                  >
                    <Button look="plain" compact>
                      {one.person === me ? "Answer again" : "Let them answer again"}
                      <span class="visually-hidden">: {one.name || "somebody"}</span>
                    </Button>
                  </ConfirmStep>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {waitingFor.length > 0 && (
        <p class="measure">
          Others who look after the page answer from their own accounts. Not yet here: {waitingFor.join(", ")}
          .
        </p>
      )}
      <Fold
        title="Ask somebody who has no account here"
        open={Object.keys(invite.problems).length > 0 || respondents.length === 0}
      >
        <Form action={to("invitations")}>
          <TextField
            name="name"
            label="Their name"
            value={textOf(invite.values, "name")}
            hint="Ask a champion, and somebody from a company that is new."
            problems={invite.problems}
          />
          <TextField
            name="email"
            label="Their e-mail address"
            type="email"
            optional
            value={textOf(invite.values, "email")}
            hint="With it we mail them a link. Without it you get the link to hand over yourself."
            problems={invite.problems}
          />
          <Button look="quiet">Ask them</Button>
        </Form>
      </Fold>
    </div>
  );
}
