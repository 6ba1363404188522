import type { KnownPartnership } from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Day, longDate } from "#ui/dates.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import type { Comparison } from "../../comparing/series.ts";
import { OverTime } from "../../comparing/views/over-time.tsx";
import type { Assessment, SettledAssessment } from "../../queries.ts";
import type { SharedWith } from "../../tables.ts";
import { indicatorsPath } from "../door.ts";

export interface OverviewPageProps {
  partnership: KnownPartnership;
  open: Assessment | undefined;
  settled: SettledAssessment[];
  comparison: Comparison;
  /** Whether there is a set to answer at all. */
  anySet: boolean;
  page: number;
  more: boolean;
  /** One that was open has just been taken away. */
  removed: boolean;
}

/** Who sees it, in a few words. */
export const SHARED_WORDS: Record<SharedWith, string> = {
  partnership: "Private to your team",
  state: "Your state’s lead sees it",
  public: "Everyone may see it",
};

/** A partnership's own page of indicators: what is open, how it moved, and every time it looked. */
export function OverviewPage(props: OverviewPageProps) {
  const { partnership, open, settled, comparison, page, more, removed } = props;
  const { slug } = partnership;
  return (
    <>
      <PageHead
        title="Is your partnership Next Gen?"
        trail={[{ href: `/partnerships/${slug}`, label: partnership.name }]}
        lede={`How the ${partnership.name} sees itself, and how that moves.`}
      />
      {removed && <Notice tone="success" title="It was taken away, with the answers given so far." live />}
      <OpenOrBegin {...props} />
      {settled.length > 0 && (
        <>
          <Section title={settled.length > 1 ? "How it moved" : "Where you stand"}>
            <OverTime comparison={comparison} />
          </Section>
          <Section title="Every time you looked">
            <ul class="bare looks-back">
              {settled.map(({ id, heldOn, sharedWith, inPicture, setVersion }) => (
                <li>
                  <a href={indicatorsPath(slug, id, "report")}>{longDate(heldOn)}</a>
                  <span class="quiet-text small">
                    {SHARED_WORDS[sharedWith]}
                    {inPicture ? ", counted in the network’s picture" : ""}. Version {setVersion} of the
                    indicators.
                  </span>
                </li>
              ))}
            </ul>
            <Steps
              page={page}
              label="Every time you looked"
              before={page > 1 ? `${indicatorsPath(slug)}${page > 2 ? `?page=${page - 1}` : ""}` : undefined}
              after={more ? `${indicatorsPath(slug)}?page=${page + 1}` : undefined}
            />
          </Section>
        </>
      )}
      {settled.length === 0 && !open && props.anySet && <WhatItIs />}
    </>
  );
}

function OpenOrBegin({ partnership, open, anySet, settled }: OverviewPageProps) {
  const { slug } = partnership;
  if (open)
    return (
      <Notice title="One is open">
        <p>
          You look at it together on <Day iso={open.heldOn} />. Once it is settled, it takes its place here.
        </p>
        <p>
          <ButtonLink href={indicatorsPath(slug, open.id)}>Go on with it</ButtonLink>
        </p>
      </Notice>
    );
  if (!anySet)
    return (
      <EmptyState title="Nothing to answer yet" icon="list-checks">
        The editors of this site have not published any indicators so far.
      </EmptyState>
    );
  return (
    <p>
      <ButtonLink href={indicatorsPath(slug, "new")}>
        {settled.length > 0 ? "Look again" : "Begin your first one"}
      </ButtonLink>
    </p>
  );
}

function WhatItIs() {
  return (
    <div class="stack measure">
      <p>
        Each of you answers alone, in some ten minutes. Then you look at where you see it differently, talk,
        and settle on one answer. Most teams take half an hour of a meeting for that.
      </p>
      <p>
        What you answer stays with your team until you say otherwise.{" "}
        <a href="/indicators">Read the indicators first</a>, or print them.
      </p>
    </div>
  );
}
