import type { FieldDifference } from "#base/differences.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { Diff } from "#ui/diff.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Named } from "../comparing.ts";
import type { ReviewMessage, VersionEntry } from "../queries.ts";
import { deedsAt } from "../rules.ts";
import { ContentView } from "./content-view.tsx";
import { Conversation } from "./conversation.tsx";
import { Decisions } from "./decisions.tsx";
import { DoneNotice } from "./done-notice.tsx";
import { Holding, InOtherHand } from "./holding.tsx";
import { MarkRead } from "./mark-read.tsx";
import type { ReviewState } from "./review-state.ts";
import { SenderBlock } from "./sender-block.tsx";
import { StageBadge } from "./stage-badge.tsx";
import { Versions } from "./versions.tsx";

export interface Comparison {
  from: number;
  to: number;
  fields: FieldDifference[];
  /** Chosen on the page, rather than shown because this editor has not seen what changed. */
  asked: boolean;
}

export interface ReviewPageProps extends ReviewState {
  named: Named;
  comparison: Comparison | undefined;
  messages: ReviewMessage[];
  versions: VersionEntry[];
  versionsPage: number;
  /** What has just been done, in the query of the address. */
  done: string;
  /** The name under which the browser kept what was typed, when that has been saved. */
  typedSent: string | undefined;
  siteUrl: string;
}

/** One happening on the desk: what changed, how it will look, who wrote what, and what can be done with it. */
export function ReviewPage(props: ReviewPageProps) {
  const { item, zone, comparison, problems } = props;
  const path = `/desk/happenings/${item.id}`;
  const deeds = deedsAt(item.stage, item.sender !== null);
  return (
    <>
      <ErrorSummary problems={problems} />
      {props.typedSent && <TypedSent name={props.typedSent} />}
      <DoneNotice done={props.done} item={item} zone={zone} home={props.home} />
      <PageHead
        title={item.content.title}
        trail={[props.home]}
        meta={
          <>
            <StageBadge stage={item.stage} />
            {item.publishAt && (
              <span>
                for <Moment at={item.publishAt} zone={zone} />
              </span>
            )}
            <span>Version {item.version}</span>
          </>
        }
        actions={
          <>
            {deeds.edit && (
              <ButtonLink href={`${path}/edit`} look="quiet">
                Edit
              </ButtonLink>
            )}
            {item.stage === "published" && item.address && (
              <ButtonLink href={item.address} look="quiet">
                See it on the site
              </ButtonLink>
            )}
          </>
        }
      />
      <InOtherHand {...props} />
      {item.doubt && item.stage !== "published" && <Doubt path={path} doubt={item.doubt} />}
      <WithAside
        label="What to do"
        aside={
          <>
            <AsideBlock title="What to do">
              <div class="desk-actions">
                <Holding {...props} />
                <Decisions {...props} />
              </div>
            </AsideBlock>
            <SenderBlock {...props} />
          </>
        }
      >
        {comparison && <Changes comparison={comparison} path={path} />}
        <Section title={item.stage === "published" ? "How it looks" : "How it will look"}>
          <div class="as-read-sheet">
            <ContentView content={item.content} named={props.named} siteUrl={props.siteUrl} />
          </div>
        </Section>
      </WithAside>
      <Conversation {...props} />
      <Versions
        path={path}
        newest={item.version}
        versions={props.versions}
        page={props.versionsPage}
        zone={zone}
        mayRestore={deeds.edit}
        comparison={comparison?.asked ? comparison : undefined}
      />
    </>
  );
}

function Doubt({ path, doubt }: { path: string; doubt: string }) {
  return (
    <Notice tone="warning" title="Held for a second look">
      <p>{doubt}</p>
      <Form action={`${path}/clearance`} bare>
        <Button look="quiet" compact>
          Nothing is wrong with it
        </Button>
      </Form>
    </Notice>
  );
}

function Changes({ comparison, path }: { comparison: Comparison; path: string }) {
  const { from, to, fields, asked } = comparison;
  return (
    <Section
      title={asked ? `From version ${from} to version ${to}` : "Changed since you last read it"}
      id="changes"
    >
      {fields.length === 0 ? <p>Nothing that readers see is different.</p> : <Diff fields={fields} />}
      {!asked && <MarkRead path={path} version={to} />}
      {asked && (
        <p>
          <a href={path}>Back to the newest version</a>
        </p>
      )}
    </Section>
  );
}
