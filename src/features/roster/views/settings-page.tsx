import type { Problems } from "#base/outcome.ts";
import { tablePath, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { US_TIME_ZONES } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextField } from "#ui/text-fields.tsx";

export interface SettingsPageProps {
  workspace: Workspace;
  values: FormValues;
  theirs: FormValues | undefined;
  problems: Problems;
  saved: boolean;
}

/** "Mountain Time, Boise" for `America/Boise`. */
function zoneWords(zone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(0);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return `${name}, ${zone.split("/").at(-1)!.replaceAll("_", " ")}`;
}

/** In which zone a team meets, and who answers its mails. */
export function SettingsPage({ workspace, values, theirs, problems, saved }: SettingsPageProps) {
  const { slug } = workspace;
  return (
    <>
      <PageHead
        title="How you work"
        trail={tableTrail(workspace)}
        lede="Two things that every meeting and letter of yours begins with."
      />
      {saved && <Notice tone="success" title="What you changed is saved" live />}
      {saved && <TypedSent name={`workspace-${workspace.id}-${workspace.version - 1}`} />}
      <ErrorSummary problems={problems} />
      {theirs && (
        <StaleNotice
          fields={[
            {
              label: "Time zone",
              theirs: zoneWords(textOf(theirs, "timeZone")),
              yours: zoneWords(textOf(values, "timeZone") || "UTC"),
            },
            { label: "Name", theirs: textOf(theirs, "replyName"), yours: textOf(values, "replyName") },
            {
              label: "E-mail address",
              theirs: textOf(theirs, "replyEmail"),
              yours: textOf(values, "replyEmail"),
            },
          ]}
        />
      )}
      <Form
        action={tablePath(slug, "settings")}
        keep={`workspace-${workspace.id}-${textOf(values, "version")}`}
        guard
      >
        <Hidden name="version" value={textOf(values, "version")} />
        <Select
          name="timeZone"
          label="Time zone"
          hint="Meetings are planned and told in it; “17:00” of a follow-up is its 17:00."
          value={textOf(values, "timeZone")}
          problems={problems}
          options={US_TIME_ZONES.map((zone) => ({ value: zone, label: zoneWords(zone) }))}
        />
        <TextField
          name="replyName"
          label="Who reads the answers to your mails"
          hint="A person. Answers never go to a machine."
          value={textOf(values, "replyName")}
          autocomplete="name"
          problems={problems}
          optional
        />
        <TextField
          name="replyEmail"
          type="email"
          label="Their e-mail address"
          value={textOf(values, "replyEmail")}
          autocomplete="email"
          problems={problems}
          optional
        />
        <Buttons>
          <Button>Save</Button>
        </Buttons>
      </Form>
    </>
  );
}
