import type { Problems } from "#base/outcome.ts";
import type { KnownPartnership } from "#features/partnerships/public.ts";
import type { FormValues } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Assessment, Result } from "../../queries.ts";
import type { IndicatorSet } from "../../sets/queries.ts";
import { hueAt, LevelMark } from "../../views/look.tsx";
import { indicatorsPath } from "../door.ts";
import { SharingFields } from "./sharing-fields.tsx";
import { trailTo } from "./trail.ts";

export interface SettlementPageProps {
  partnership: KnownPartnership;
  assessment: Assessment;
  set: IndicatorSet;
  results: Result[];
  values: FormValues;
  problems: Problems;
  stale: boolean;
}

/** The last look before it is kept for good. */
export function SettlementPage(props: SettlementPageProps) {
  const { partnership, assessment, set, results, values, problems, stale } = props;
  const missing = set.content.indicators.length - results.length;
  return (
    <>
      <PageHead
        title="Settle it"
        trail={trailTo(partnership, assessment)}
        lede="This is what the team says of itself. Once settled it stays as it is, with its date. To look again, you begin a new one."
        actions={
          <ButtonLink href={indicatorsPath(partnership.slug, assessment.id, "team-answer")} look="quiet">
            Change the team’s answer
          </ButtonLink>
        }
      />
      <ErrorSummary problems={problems} />
      {stale && (
        <Notice tone="warning" title="Somebody changed the team’s answer a moment ago" live>
          <p>Nothing was settled. Below is what stands now; settle it if you agree.</p>
        </Notice>
      )}
      <ul class="bare settled-levels">
        {set.content.indicators.map(({ id, title }, index) => {
          const result = results.find(({ indicator }) => indicator === id);
          return (
            <li class={hueAt(index)}>
              <span class="settled-title">{title}</span>
              {result ? <LevelMark level={result.level} set={set.content} /> : <span>Not chosen yet</span>}
            </li>
          );
        })}
      </ul>
      {missing > 0 ? (
        <Notice title={missing === 1 ? "One is still open" : `${missing} are still open`}>
          <p>Choose a level for each, or say that the team cannot say. Then it can be settled.</p>
        </Notice>
      ) : (
        <Form action={indicatorsPath(partnership.slug, assessment.id, "settlement")}>
          <SharingFields values={values} problems={problems} />
          <ConfirmStep question="Settle it? It cannot be changed afterward.">
            <Button>Settle it</Button>
          </ConfirmStep>
        </Form>
      )}
    </>
  );
}
