import type { Problems } from "#base/outcome.ts";
import { tableTrail } from "#features/partnerships/public.ts";
import { rowsToShow } from "#platform/http/form-rows.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { ConfirmStep, TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { MEETING_KIND_WORDS } from "../../kinds.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import type { AgendaItem } from "../../tables.ts";
import { ITEM_FIELDS, MOST_ITEMS } from "../forms.ts";
import { minutesOf } from "../templates.ts";

export interface AgendaPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  values: FormValues;
  problems: Problems;
  stale: boolean;
  saved: boolean;
}

export function AgendaPage({ workspace, meeting, values, problems, stale, saved }: AgendaPageProps) {
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  const rows = rowsToShow(values, "item", ITEM_FIELDS, MOST_ITEMS, 2);
  return (
    <>
      <PageHead
        title="Agenda"
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, meeting))}
        lede="What happens when, and who leads it. Business first; public partners listen and are asked at the end."
        actions={
          <ButtonLink href={to("papers", "agenda")} look="quiet">
            See it on paper
          </ButtonLink>
        }
      />
      {saved && (
        <>
          <Notice tone="success" title="The agenda is kept." live />
          <TypedSent name={keepName(meeting.id, meeting.version - 1)} />
        </>
      )}
      <ErrorSummary problems={problems} />
      {stale && (
        <StaleNotice
          fields={[{ label: "Agenda", theirs: asText(meeting.agenda), yours: asText(typed(values)) }]}
        />
      )}
      <Sum agenda={typed(values)} minutes={meeting.minutes} />
      <Form action={to("agenda")} width="wide" keep={keepName(meeting.id, meeting.version)} guard>
        <Hidden name="version" value={textOf(values, "version")} />
        <Button look="quiet">Save the agenda</Button>
        <ol class="bare agenda-rows">
          {Array.from({ length: rows }, (_, index) => (
            <Row index={index} values={values} problems={problems} isLast={index >= rows - 2} />
          ))}
        </ol>
        <p class="hint">A row in which nothing stands is left out. Saving brings two more.</p>
        <Button>Save the agenda</Button>
      </Form>
      <Form action={to("agenda", "template")} bare>
        <Hidden name="version" value={meeting.version} />
        <ConfirmStep question="Our agenda takes the place of what stands here. Is that what you want?">
          <p>
            <Button look="plain">Begin anew with our agenda: {MEETING_KIND_WORDS[meeting.kind]}</Button>
          </p>
        </ConfirmStep>
      </Form>
    </>
  );
}

/** What was typed over one version is not put back over the next, which may have its rows in another order. */
const keepName = (id: string, version: number) => `agenda-${id}-${version}`;

/** The sum against the meeting's length, in words. */
function Sum({ agenda, minutes }: { agenda: readonly Pick<AgendaItem, "minutes">[]; minutes: number }) {
  const sum = minutesOf(agenda);
  const over = sum - minutes;
  if (sum === 0) return null;
  if (over > 0)
    return (
      <Notice tone="warning" title={`${sum} minutes are planned, and the meeting has ${minutes}.`}>
        <p>
          That is {over === 1 ? "a minute" : `${over} minutes`} too many. Votes and sign-ups are what usually
          suffers.
        </p>
      </Notice>
    );
  return (
    <p class="agenda-sum">
      {sum} of {minutes} minutes are planned
      {over < 0 ? `; ${-over === 1 ? "one is" : `${-over} are`} left for talk.` : ", to the minute."}
    </p>
  );
}

function Row(props: { index: number; values: FormValues; problems: Problems; isLast: boolean }) {
  const { index, values, problems, isLast } = props;
  const one = (field: (typeof ITEM_FIELDS)[number], label: string) => ({
    name: `item-${index}-${field}`,
    value: textOf(values, `item-${index}-${field}`),
    label,
    problems,
    optional: true,
  });
  const name = `item ${index + 1}`;
  return (
    <li id={`item-${index}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a list item that is a fieldset as well would be read out twice */}
      <div role="group" aria-label={`Item ${index + 1}`} class="agenda-row">
        <div class="agenda-fields">
          <TextField
            {...one("minutes", "Minutes")}
            type="number"
            inputmode="numeric"
            min="0"
            max="600"
            width="short"
          />
          <TextField {...one("title", "What it is about")} />
          <TextField {...one("lead", "Who leads it")} />
        </div>
        <TextArea {...one("note", "Note")} rows={2} />
        {!isLast && (
          <div class="row-actions">
            {(["up", "down", "away"] as const).map((to) => (
              <Button look="plain" compact name="move" value={`${index}-${to}`}>
                {{ up: "Up", down: "Down", away: "Take away" }[to]}
                <span class="visually-hidden">: {name}</span>
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

/** The rows as they stand in the form, right or not. */
function typed(values: FormValues): AgendaItem[] {
  return Array.from({ length: MOST_ITEMS }, (_, index) => ({
    minutes: Number(textOf(values, `item-${index}-minutes`)) || 0,
    title: textOf(values, `item-${index}-title`),
    lead: textOf(values, `item-${index}-lead`),
    note: textOf(values, `item-${index}-note`),
  })).filter(({ title, minutes }) => title || minutes);
}

function asText(agenda: readonly AgendaItem[]): string {
  return agenda
    .map(({ minutes, title, lead, note }) =>
      [`${minutes} min`, title, lead, note].filter(Boolean).join(" · "),
    )
    .join("\n");
}
