import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { STAGE_WORDS } from "../../../stages.ts";
import { pagePath, tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";

/** Opening the mail's link changes nothing, since mail scanners open links too; the button confirms. */
export function StillRightPage({ page, action, name }: { page: Tended; action: string; name: string }) {
  const { content, stage, slug } = page;
  const count = (list: readonly unknown[]) => (list.length === 0 ? "None" : String(list.length));
  return (
    <>
      <PageHead
        title="Is it still right?"
        lede={`${name}, this is how the page of ${content.name} stands. Press the button if all of it still holds.`}
      />
      <DefinitionList
        beside
        entries={[
          { term: "Stage", value: STAGE_WORDS[stage].name },
          { term: "Summary", value: content.summary || "None" },
          { term: "Priorities", value: content.priorities.map(({ title }) => title).join("; ") || "None" },
          { term: "Champions", value: count(content.champions) },
          { term: "Convener and partners", value: count(content.roles) },
        ]}
      />
      <Section title="Does all of it hold?">
        <Form action={action} bare>
          <Buttons>
            <Button icon="check">It is still right</Button>
            <ButtonLink look="quiet" href={tendPath(slug)}>
              Something has changed
            </ButtonLink>
            <ButtonLink look="plain" href={pagePath(slug)}>
              See the page first
            </ButtonLink>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}

/** After the button, and for a question that somebody answered before. */
export function StillRightDonePage({ page, before }: { page: Tended; before: boolean }) {
  return (
    <>
      <PageHead
        title="Thank you"
        lede={
          before
            ? `The page of ${page.content.name} was changed or confirmed meanwhile, so nothing is left to do.`
            : `Readers can rely on the page of ${page.content.name}, and nobody asks again for half a year.`
        }
      />
      <Notice>
        <p>
          When something changes, <a href={tendPath(page.slug)}>mend it on the page</a>; it takes a minute.
        </p>
      </Notice>
    </>
  );
}
