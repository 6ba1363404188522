import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { ConfirmStep, TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Timeline, type TimelineItem } from "#ui/progress.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { periodWords } from "../../analysis/question.ts";
import { analysisPath, regionPath } from "../../regions/paths.ts";
import type { Region } from "../../regions/queries.ts";
import { decisionPath } from "../decision-paths.ts";
import { choicePath, trailTo } from "../door.ts";
import { presetOf } from "../presets.ts";
import type { Choice } from "../queries.ts";
import type { Scorer } from "../scoring/scorers.ts";
import { ChangedMeanwhile } from "./stale.tsx";

export interface WorkPageProps {
  region: Region;
  choice: Choice;
  /** `href` is a link to hand over, for those who were asked without a mail address. */
  scorers: (Scorer & { href: string | null })[];
  /** How many of the team's own scores it has settled on. */
  settled: number;
  /** The decision that is taken up again. */
  before: { id: string; number: number } | undefined;
  me: string;
  siteUrl: string;
  done: string | undefined;
  stale: boolean;
  invite: { values: FormValues; problems: Problems };
}

const DONE: Record<string, string> = {
  kept: "It is saved.",
  scored: "Your scores are kept. Now you can see what the others said.",
  mailed: "They were asked by mail.",
  linked: "Their link stands below. Hand it to them and to nobody else.",
  settled: "What you have settled on so far is kept.",
  first: "Give your own scores first. Then you see the others’.",
  reopened: "The decision is taken up again. It stays as it is until you decide anew.",
};

/** One that is open: how far the team has come, and what comes next. */
export function WorkPage(props: WorkPageProps) {
  const { region, choice, before, done, stale, invite } = props;
  const words = done ? DONE[done] : undefined;
  const { from, to } = choice.question;
  return (
    <>
      <PageHead
        title={choice.title}
        trail={trailTo(region)}
        meta={
          <span>
            {periodWords(from)} to {periodWords(to)},{" "}
            {choice.question.ownership === "all" ? "all employers" : "private employers"}
          </span>
        }
      />
      <ErrorSummary problems={invite.problems} />
      <ChangedMeanwhile stale={stale} />
      {words && <Notice tone={done === "first" ? "info" : "success"} title={words} live />}
      {done === "scored" && <TypedSent name={`sector-scores-${choice.id}`} />}
      {before && (
        <p>
          Takes up <a href={decisionPath(before.id)}>version {before.number} of your decision</a>, which stays
          as it is.
        </p>
      )}
      {choice.shape !== region.shape && <OlderShape {...props} />}
      <Timeline label="The way to your decision" items={stepsFor(props)} />
      <Fold title="Begun by mistake?">
        <Form action={choicePath(region, choice.id, "removal")} bare>
          <p class="measure">It can be taken away with the scores given so far, and its links end.</p>
          <ConfirmStep question="Take it away, with all scores given so far?">
            <Button look="danger">Take it away</Button>
          </ConfirmStep>
        </Form>
      </Fold>
    </>
  );
}

function OlderShape({ region, choice }: WorkPageProps) {
  return (
    <Notice title={`It looks at shape ${choice.shape} of the region, and the region has another by now`}>
      <p>
        You may decide on the earlier counties, or look at the present ones from now on. Scores stay.{" "}
        <a href={regionPath(region.slug, "history")}>See the shapes</a>.
      </p>
      <Form action={choicePath(region, choice.id, "shape")} bare>
        <Hidden name="version" value={choice.version} />
        <Button look="quiet" compact>
          Look at the present counties
        </Button>
      </Form>
    </Notice>
  );
}

function stepsFor(props: WorkPageProps): TimelineItem[] {
  const { region, choice, scorers, settled, me } = props;
  const to = (...rest: string[]) => choicePath(region, choice.id, ...rest);
  const { candidates, criteria, preset, question, counties } = choice;
  const mine = scorers.find(({ person }) => person === me);
  const scored = scorers.filter(({ scoredAt }) => scoredAt).length;
  const own = criteria.filter(({ figure, weight }) => figure === null && weight > 0);
  const toSettle = candidates.length * own.length;
  const ready = candidates.length > 1;
  const isSettled = toSettle === 0 || settled >= toSettle;
  const scoring: TimelineItem[] = [
    {
      title: mine?.scoredAt ? "You have scored" : "Score for yourself",
      state: mine?.scoredAt ? "done" : ready ? "current" : "waiting",
      note: ready && (
        <>
          {!mine?.scoredAt && <p>Some ten minutes. Nobody sees it before giving own scores.</p>}
          <p>
            <ButtonLink href={to("scores")} look={mine?.scoredAt ? "quiet" : "main"}>
              {mine?.scoredAt ? "Change your scores" : "Score now"}
            </ButtonLink>
          </p>
        </>
      ),
    },
    {
      title: `The team: ${scored} ${scored === 1 ? "has" : "have"} scored`,
      state: scored > 1 ? "done" : mine?.scoredAt ? "current" : "waiting",
      note: ready && <Team {...props} />,
    },
    {
      title:
        settled === 0
          ? "Talk about the differences, and settle"
          : `Settled: ${Math.min(settled, toSettle)} of ${toSettle}`,
      state: isSettled ? "done" : scored > 1 ? "current" : "waiting",
      note: mine?.scoredAt ? (
        <p>
          <ButtonLink href={to("differences")} look={scored > 1 && !isSettled ? "main" : "quiet"}>
            See where you differ
          </ButtonLink>
        </p>
      ) : (
        <p>You see the others’ scores once you have given yours.</p>
      ),
    },
  ];
  return [
    {
      title: ready ? `${candidates.length} candidates` : "Choose the candidates",
      state: ready ? "done" : "current",
      note: (
        <p class="row">
          <a href={to("candidates")}>{ready ? "Change them" : "Choose them"}</a>
          <a href={to("question")}>Change the question</a>
          <a href={analysisPath({ counties, ...question })}>All figures</a>
        </p>
      ),
    },
    {
      title: `What counts: ${presetOf(preset)?.title ?? "your own weights"}`,
      state: ready ? "done" : "waiting",
      note: ready && (
        <p>
          <a href={to("criteria")}>Weights and criteria</a>
        </p>
      ),
    },
    ...(own.length > 0 ? scoring : []),
    {
      title: "Compare",
      state: ready && isSettled ? "current" : "waiting",
      note: ready && (
        <Buttons>
          <ButtonLink href={to("ranking")} look="quiet">
            Side by side
          </ButtonLink>
          <ButtonLink href={to("rounds")} look="quiet">
            Leave out in rounds
          </ButtonLink>
        </Buttons>
      ),
    },
    {
      title: "Decide, and keep it",
      state: ready && isSettled ? "current" : "waiting",
      note: ready && (
        <p>
          <ButtonLink href={to("decision")} look={isSettled ? "main" : "quiet"}>
            Write the decision
          </ButtonLink>
        </p>
      ),
    },
  ];
}

function Team({ region, choice, scorers, siteUrl, invite }: WorkPageProps) {
  const to = (...rest: string[]) => choicePath(region, choice.id, ...rest);
  return (
    <div class="team" id="team">
      {scorers.length > 0 && (
        <ul class="bare team-list">
          {scorers.map((one) => (
            <li>
              <p class="row">
                <b>{one.name || "Somebody"}</b>
                {one.scoredAt ? (
                  <Badge tone="good" icon="check">
                    {one.changes === 0 ? "Has scored" : "Has scored, and changed it since"}
                  </Badge>
                ) : (
                  <Badge>{one.email ? "Asked by mail" : "Has a link"}</Badge>
                )}
              </p>
              {one.href && (
                <p class="team-link small">
                  Their link: <span class="team-address">{siteUrl + one.href}</span>
                </p>
              )}
              {one.linkKey && !one.scoredAt && (
                <Form action={to("scorers", one.id, "withdrawal")} bare>
                  <Button look="plain" compact>
                    Take the invitation back<span class="visually-hidden">: {one.name}</span>
                  </Button>
                </Form>
              )}
              {one.linkKey && one.scoredAt && (
                <Form action={to("scorers", one.id, "renewal")} bare>
                  <ConfirmStep question="Make the link a new one? The old one opens nothing then; the scores stay.">
                    <Button look="plain" compact>
                      Make a new link<span class="visually-hidden">: {one.name || "somebody"}</span>
                    </Button>
                  </ConfirmStep>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="measure">
        Those in <a href={regionPath(region.slug, "team")}>the region’s team</a> score from their own
        accounts.
      </p>
      <Fold title="Ask somebody who has no account here" open={Object.keys(invite.problems).length > 0}>
        <Form action={to("scorers")}>
          <TextField
            name="name"
            label="Their name"
            value={textOf(invite.values, "name")}
            hint="Somebody from a company knows what no figure shows."
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
