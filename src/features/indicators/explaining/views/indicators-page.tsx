import type { Child } from "hono/jsx";
import { ButtonLink } from "#ui/button.tsx";
import { Day } from "#ui/dates.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { ProcessList } from "#ui/progress.tsx";
import type { Indicator, Level, SetContent } from "../../content.ts";
import type { NetworkPicture } from "../../picture/queries.ts";
import { NetworkPictureView } from "../../picture/views/network-picture.tsx";
import type { IndicatorSet } from "../../sets/queries.ts";
import { hueAt, LevelMeter } from "../../views/look.tsx";

const TITLE = "Is your partnership Next Gen?";

export function NoIndicatorsPage() {
  return (
    <>
      <PageHead title={TITLE} />
      <EmptyState title="No indicators yet" icon="list-checks">
        The editors of this site have not published a set of indicators. Until then, the page about the model
        tells what makes a partnership Next Gen.
      </EmptyState>
    </>
  );
}

export interface IndicatorsPageProps {
  set: IndicatorSet;
  picture: NetworkPicture | undefined;
  /** How many earlier versions can be read. */
  earlier: number[];
  /** The day of publication in the site's zone. */
  publishedOn: string;
  /** The day on which the picture was drawn. */
  drawnOn: string;
}

export function IndicatorsPage({ set, picture, earlier, publishedOn, drawnOn }: IndicatorsPageProps) {
  return (
    <>
      <PageHead
        title={TITLE}
        lede={set.content.introduction}
        actions={
          <>
            <ButtonLink href="/indicators/mine">Answer for your partnership</ButtonLink>
            <ButtonLink href="#picture" look="quiet">
              Where others stand
            </ButtonLink>
          </>
        }
      />
      <TheIndicators content={set.content} />
      <Section title="How to answer" id="answering">
        <ProcessList steps={STEPS} />
        <p class="measure how-private">
          It is yours: what you answer is seen by those who look after your partnership’s page; the editors of
          this site, who help with it, can open it, too. You decide whether your state’s lead or everyone may
          see what the team settled on. It is no test, and nobody is ranked by it.
        </p>
      </Section>
      <Section title="Where partnerships stand" id="picture">
        {picture ? (
          <NetworkPictureView picture={picture} drawnOn={drawnOn} />
        ) : (
          <p class="measure">
            There is no picture yet. It is drawn once at least five partnerships have answered and agreed to
            be counted without their names.
          </p>
        )}
      </Section>
      <Provenance set={set} publishedOn={publishedOn} earlier={earlier} />
    </>
  );
}

const STEPS: { title: string; words: string }[] = [
  {
    title: "Open one",
    words:
      "Somebody who looks after the partnership’s page begins, and says on which day you look at it together.",
  },
  {
    title: "Answer alone",
    words:
      "Each of you answers from an own account, or by a link that needs none. Ask a champion, too. Nobody sees the others’ answers before giving one.",
  },
  {
    title: "Talk about the differences",
    words: "Where you see it differently is where it gets interesting. The largest differences stand first.",
  },
  {
    title: "Settle on the team’s answer",
    words:
      "It is kept with its date, and with what your page said on that day. In a year you see what moved.",
  },
];

/** All indicators with their levels, as they stand on the public page and on paper. */
export function TheIndicators({ content }: { content: SetContent }) {
  return (
    <>
      <ol class="bare indicator-index">
        {content.indicators.map(({ id, title, question }, index) => (
          <li class={hueAt(index)}>
            <a href={`#${id}`}>
              <span class="indicator-number">{index + 1}</span>
              <span>
                <b>{title}</b>
                <span class="indicator-index-question">{question}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      {content.indicators.map((indicator, index) => (
        <IndicatorSection indicator={indicator} number={index + 1} content={content} />
      ))}
    </>
  );
}

function IndicatorSection(props: { indicator: Indicator; number: number; content: SetContent }) {
  const { indicator, number, content } = props;
  const { id, title, question, why, levels } = indicator;
  return (
    <section class={`section indicator ${hueAt(number - 1)}`} id={id} aria-labelledby={`${id}-title`}>
      <header class="indicator-head">
        <span class="indicator-number" aria-hidden="true">
          {number}
        </span>
        <h2 id={`${id}-title`}>{title}</h2>
        <p class="indicator-question">{question}</p>
        {why && <p class="indicator-why">{why}</p>}
      </header>
      <ol class="bare levels">
        {levels.map(({ looks, next }, index) => (
          <li class="level">
            <h3>
              <LevelMeter level={(index + 1) as Level} />
              <span>
                {index + 1}. {content.levelNames[index]}
              </span>
            </h3>
            <p>{looks}</p>
            <p class="level-next">
              <b>Next:</b> {next}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Provenance(props: { set: IndicatorSet; publishedOn: string; earlier: number[] }) {
  const { set, publishedOn, earlier } = props;
  return (
    <Section title="Where these come from">
      <div class="stack measure">
        {set.source && <p>{set.source}</p>}
        <p class="quiet-text">
          “{set.name}”, version {set.version}, <Day iso={publishedOn} />. {set.version > 1 && set.note}
        </p>
        {earlier.length > 0 && (
          <p>
            Answers name the version that they were given to. Earlier ones stay readable:{" "}
            {earlier.map((version, index) => (
              <>
                {index > 0 && ", "}
                <a href={`/indicators/versions/${version}`}>version {version}</a>
              </>
            ))}
            .
          </p>
        )}
      </div>
    </Section>
  );
}

/** One version as it was asked at its time. */
export function VersionPage({ set, publishedOn }: { set: IndicatorSet; publishedOn: string }) {
  const state: Child =
    set.state === "current" ? (
      <p>
        This is what is asked today. <a href="/indicators">See where partnerships stand</a>.
      </p>
    ) : (
      <p>
        It was asked earlier and stays for the answers that were given to it.{" "}
        <a href="/indicators">See what is asked today</a>.
      </p>
    );
  return (
    <>
      <PageHead
        title={`${set.name}, version ${set.version}`}
        trail={[{ href: "/indicators", label: TITLE }]}
        meta={
          <span>
            Published <Day iso={publishedOn} />
          </span>
        }
        lede={set.note}
      />
      <Notice>{state}</Notice>
      <p class="measure">{set.content.introduction}</p>
      <TheIndicators content={set.content} />
    </>
  );
}
