import type { Problems } from "#base/outcome.ts";
import type { Holder } from "#features/people/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { freshSince } from "../../../rules.ts";
import { STAGE_WORDS } from "../../../stages.ts";
import { pagePath, tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { HiddenNotice } from "../../views/hidden-notice.tsx";

export interface DeskPageProps {
  page: Tended;
  holders: Holder[];
  zone: string;
  done: string;
  values: FormValues;
  problems: Problems;
}

const DONE: Record<string, string> = {
  hidden: "It is off the site; those who look after it were told.",
  shown: "It is on the site again; those who look after it were told.",
  asked: "Those who look after it are asked by mail.",
};

/** One partnership for the editors: whether its keepers answer, and whether readers see it. */
export function PartnershipDeskPage({ page, holders, zone, done, values, problems }: DeskPageProps) {
  const { id, slug, content, stage, hiddenAt, remindedAt } = page;
  const path = `/desk/partnerships/${id}`;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title={content.name}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/partnerships", label: "Partnerships" },
        ]}
        lede={DONE[done]}
        actions={
          <>
            <ButtonLink href={tendPath(slug)}>Change it</ButtonLink>
            {!hiddenAt && (
              <ButtonLink href={pagePath(slug)} look="quiet">
                See the page
              </ButtonLink>
            )}
          </>
        }
      />
      <HiddenNotice tended={page} />
      <DefinitionList
        beside
        entries={[
          { term: "Stage", value: STAGE_WORDS[stage].name },
          {
            term: "Looked after by",
            value:
              holders
                .map(({ person, onBehalfOf }) => `${person.name}${onBehalfOf ? ` (for ${onBehalfOf})` : ""}`)
                .join(", ") || "Nobody",
          },
          { term: "Changed or confirmed", value: <Moment at={freshSince(page)} zone={zone} /> },
          {
            term: "Asked whether it is still right",
            value: remindedAt ? <Moment at={remindedAt} zone={zone} /> : "Not since then",
          },
          {
            term: "Letters from readers",
            value: page.contactable ? "Reach those who look after it" : "Not taken",
          },
        ]}
      />
      <Section title="What you can do">
        <div class="desk-actions">
          <Buttons>
            {holders.length > 0 && (
              <Form action={`${path}/question`} bare>
                <Button look="quiet" icon="mail">
                  {remindedAt ? "Ask them once more" : "Ask whether it is still right"}
                </Button>
              </Form>
            )}
            <ButtonLink look="quiet" href={tendPath(slug, "editors#invite")} icon="users">
              Invite somebody to look after it
            </ButtonLink>
            {hiddenAt && (
              <Form action={`${path}/return`} bare>
                <Button icon="eye">Put it back on the site</Button>
              </Form>
            )}
          </Buttons>
          {!hiddenAt && (
            <div class="folds">
              <Fold title="Take it off the site" open={problems.word !== undefined}>
                <Form action={`${path}/hiding`}>
                  <TextArea
                    name="word"
                    label="Why?"
                    hint="Those who look after it get these words by mail, and see them above the page. Nothing is deleted."
                    rows={3}
                    value={textOf(values, "word")}
                    problems={problems}
                  />
                  <div>
                    <Button look="danger">Take it off the site</Button>
                  </div>
                </Form>
              </Fold>
            </div>
          )}
        </div>
      </Section>
    </>
  );
}
