import type { Problems } from "#base/outcome.ts";
import { tableTrail } from "#features/partnerships/public.ts";
import { US_TIME_ZONES } from "#features/places/public.ts";
import { type Contact, nameOrAddress } from "#features/roster/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { MEETING_KIND_WORDS, MEETING_KINDS } from "../../kinds.ts";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath, meetingsPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { zoneWords } from "../../when.ts";

const LABELS: Record<string, string> = {
  kind: "Kind",
  title: "Title",
  startsLocal: "Begins",
  timeZone: "Time zone",
  minutes: "Minutes",
  place: "Place",
  address: "Address",
  onlineUrl: "Online link",
  purpose: "Purpose",
  welcomedBy: "Who welcomes",
  notesPromisedOn: "Notes promised for",
};

export interface MeetingFormProps {
  workspace: { slug: string; name: string };
  existing?: Meeting | undefined;
  /** The one that a new one is made after. */
  from?: Meeting | undefined;
  champions: Contact[];
  /** How many said yes or maybe and could be told of a change. */
  awaited: number;
  values: FormValues;
  theirs?: FormValues | undefined;
  problems: Problems;
  now: Date;
}

export function MeetingFormPage(props: MeetingFormProps) {
  const { workspace, existing, from, values, theirs, problems } = props;
  const title = existing ? `Change “${existing.title}”` : from ? "Plan another meeting" : "Plan a meeting";
  return (
    <>
      <PageHead
        title={title}
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, existing))}
        lede={
          from &&
          `Everything is as it was for “${from.title}”, its agenda and time zone too. Only the day is yours to choose.`
        }
      />
      <ErrorSummary problems={problems} />
      {theirs && (
        <StaleNotice
          fields={Object.entries(LABELS).map(([name, label]) => ({
            label,
            theirs: textOf(theirs, name),
            yours: textOf(values, name),
          }))}
        />
      )}
      <Form
        action={existing ? meetingPath(workspace.slug, existing.id, "plan") : meetingsPath(workspace.slug)}
        keep={keepName(workspace.slug, existing, from)}
        guard
      >
        {existing && <Hidden name="version" value={textOf(values, "version")} />}
        {from && <Hidden name="from" value={from.id} />}
        <Fields {...props} />
        {existing?.state === "planned" && props.awaited > 0 && (
          <Checkbox
            name="tellGuests"
            label={`Write to the ${props.awaited === 1 ? "one guest" : `${props.awaited} guests`} who said yes or maybe`}
            hint="Only where the time or the place has changed."
            checked
          />
        )}
        <Button>{existing ? "Save" : "Plan it"}</Button>
      </Form>
    </>
  );
}

/**
 * Where the browser keeps what was typed: for a new meeting, or over one version of one. One that is made after another
 * has its fields filled in already, and nothing is put back over them.
 */
export function keepName(
  slug: string,
  existing: Pick<Meeting, "id" | "version"> | undefined,
  from?: Meeting,
): string | undefined {
  if (from) return undefined;
  return existing ? `meeting-${existing.id}-${existing.version}` : `meeting-new-${slug}`;
}

function Fields({ champions, values, problems, now }: MeetingFormProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const twice = problems.occurrence || textOf(values, "occurrence") !== "";
  return (
    <>
      <RadioGroup
        {...field("kind")}
        label="What kind of meeting is it?"
        options={MEETING_KINDS.map((kind) => ({ value: kind, label: MEETING_KIND_WORDS[kind] }))}
        columns
      />
      <TextField
        {...field("title")}
        label="Title"
        hint="As guests read it: “Launch of the Platte Valley Healthcare Partnership”."
      />
      <FieldsRow>
        <TextField {...field("startsLocal")} label="Begins" type="datetime-local" />
        <TextField
          {...field("minutes")}
          label="Minutes"
          type="number"
          inputmode="numeric"
          min="5"
          max="1440"
          width="short"
        />
      </FieldsRow>
      {twice && (
        <RadioGroup
          {...field("occurrence")}
          label="Which of the two?"
          hint="Clocks go back on that day, and this time comes twice."
          options={[
            { value: "first", label: "The first, before clocks go back" },
            { value: "second", label: "The second, after clocks went back" },
          ]}
        />
      )}
      <Select
        {...field("timeZone")}
        label="Time zone"
        hint="Of the place where people meet."
        options={US_TIME_ZONES.map((zone) => ({ value: zone, label: zoneLabel(zone, now) }))}
      />
      <TextField
        {...field("place")}
        label="Place"
        optional
        hint="What people look for on the door: “Fort Hall Community Center, Room 2”."
      />
      <TextField {...field("address")} label="Address" optional hint="Street and town, for the map." />
      <TextField
        {...field("onlineUrl")}
        label="Online link"
        type="url"
        optional
        hint="Where people join from afar. Only guests see it. Starts with https://"
      />
      <TextArea
        {...field("purpose")}
        label="Purpose"
        rows={3}
        most={1_000}
        optional
        hint="What will be different after it. Guests read it when they answer."
      />
      <Select
        {...field("welcomedBy")}
        label="Who welcomes"
        optional
        blank="Nobody yet"
        hint={champions.length === 0 ? "Champions of your roster stand here once there are any." : undefined}
        options={champions.map((one) => ({ value: one.id, label: nameOrAddress(one) }))}
      />
      <TextField
        {...field("notesPromisedOn")}
        label="Notes promised for"
        type="date"
        optional
        hint="The day by which guests can read what came of it. Within three days is good."
      />
    </>
  );
}

/** "Mountain Time (Denver)". */
function zoneLabel(zone: string, now: Date): string {
  return `${zoneWords(zone, now)} (${zone.split("/").at(-1)!.replaceAll("_", " ")})`;
}
