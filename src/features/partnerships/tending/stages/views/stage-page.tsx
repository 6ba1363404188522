import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Checkbox, RadioGroup } from "#ui/choice-fields.tsx";
import { Day, longDate, Moment } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Timeline } from "#ui/progress.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { needsAWord, STAGE_WORDS, STAGES, type Stage, stepsFrom } from "../../../stages.ts";
import { tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { HiddenNotice } from "../../views/hidden-notice.tsx";
import type { StageEntry } from "../queries.ts";

export interface StagePageProps {
  tended: Tended;
  history: StageEntry[];
  values: FormValues;
  problems: Problems;
  stale: boolean;
  zone: string;
}

/** Where the partnership stands, the steps it can take, and where it has been. */
export function StagePage({ tended, history, values, problems, stale, zone }: StagePageProps) {
  const { slug, content, stage, stageSince } = tended;
  const state = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Stage"
        trail={[
          { href: "/my-partnerships", label: "My partnerships" },
          { href: tendPath(slug), label: content.name },
        ]}
        lede={
          <>
            {stageSince ? (
              <>
                {STAGE_WORDS[stage].name} since <Day iso={stageSince} />.
              </>
            ) : (
              <>{STAGE_WORDS[stage].name}; since when is not told.</>
            )}{" "}
            {STAGE_WORDS[stage].means}
          </>
        }
      />
      <HiddenNotice tended={tended} />
      {stale && (
        <StaleNotice
          fields={[
            {
              label: "Stage",
              theirs: `${STAGE_WORDS[stage].name}${stageSince ? ` since ${longDate(stageSince)}` : ""}`,
              yours: "",
            },
          ]}
        />
      )}
      <Form action={tendPath(slug, "stage")}>
        <Hidden name="from" value={stage} />
        <Hidden name="fromSince" value={stageSince ?? ""} />
        <RadioGroup {...state("to")} label="Where does it stand now?" options={choicesFrom(stage)} />
        <TextField
          {...state("since")}
          label="Since when?"
          hint="As far as it is known: 2018, March 2018 or 2018-03-14. A year is enough."
          width="medium"
        />
        <TextArea
          {...state("word")}
          label="In a word"
          hint="Readers see it with the date. Needed for a step back, a rest, an end and a corrected date."
          rows={3}
          most={1_000}
          optional
        />
        {(problems.since !== undefined || textOf(values, "outOfOrder") !== "") && (
          <Checkbox
            name="outOfOrder"
            problems={problems}
            label="The dates are right although they are out of the usual order"
            hint="The word above says why."
            checked={textOf(values, "outOfOrder") !== ""}
          />
        )}
        <Buttons>
          <Button>Save the stage</Button>
          <ButtonLink look="plain" href={tendPath(slug)}>
            Leave without saving
          </ButtonLink>
        </Buttons>
      </Form>
      <Section title="Where it has been">
        <History history={history} zone={zone} />
      </Section>
    </>
  );
}

function choicesFrom(stage: Stage) {
  const { forward, withAWord } = stepsFrom(stage);
  const choice = (to: Stage) => ({
    value: to,
    label: STAGE_WORDS[to].name,
    hint: `${STAGE_WORDS[to].means}${needsAWord(stage, to) ? " Asks for a word." : ""}`,
  });
  const same =
    stage === "unknown"
      ? []
      : [
          {
            value: stage,
            label: `Still ${STAGE_WORDS[stage].name.toLowerCase()}, with another date`,
            hint: "Corrects since when. Asks for a word.",
          },
        ];
  return [
    ...forward.map(choice),
    ...same,
    ...withAWord.map((to) => ({
      ...choice(to),
      ...(STAGES.indexOf(to) < STAGES.indexOf(stage)
        ? { label: `Back to ${STAGE_WORDS[to].name.toLowerCase()}` }
        : {}),
    })),
  ];
}

function History({ history, zone }: { history: StageEntry[]; zone: string }) {
  return (
    <Timeline
      label="Stages, the newest first"
      items={history.map((entry, index) => ({
        title: STAGE_WORDS[entry.stage].name,
        at: entry.since ? <Day iso={entry.since} /> : "Date not told",
        note: (
          <>
            {entry.word && <p>{entry.word}</p>}
            <p class="quiet-text small">
              Written down by {entry.byName}, <Moment at={entry.at} zone={zone} />
            </p>
          </>
        ),
        state: index === 0 ? "current" : "done",
      }))}
    />
  );
}
