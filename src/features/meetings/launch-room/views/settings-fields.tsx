import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Checkbox } from "#ui/choice-fields.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { RoomSettings } from "../conducting.ts";

/** How this room works. */
export function SettingsFields(props: {
  settings: RoomSettings;
  /** Once the vote has begun, how it is held stays as it is. */
  voting?: boolean;
  values?: FormValues | undefined;
  problems?: Problems;
}) {
  const { settings, values, problems = {} } = props;
  const ticked = (name: string, now: boolean) => (values ? textOf(values, name) !== "" : now);
  return (
    <>
      {props.voting ? (
        <>
          <input type="hidden" name="votesEach" value={String(settings.votesEach)} />
          {settings.publicVotes && <input type="hidden" name="publicVotes" value="yes" />}
        </>
      ) : (
        <>
          <TextField
            name="votesEach"
            label="Votes of each company"
            hint="Each goes to another choice. Three is common."
            inputmode="numeric"
            width="short"
            value={values ? textOf(values, "votesEach") : String(settings.votesEach)}
            problems={problems}
          />
          <Checkbox
            name="publicVotes"
            label="Public partners vote too"
            hint="They commonly listen, so that business sets the agenda."
            checked={ticked("publicVotes", settings.publicVotes)}
          />
        </>
      )}
      <Checkbox
        name="phonesCapture"
        label="Phones may put opportunities on the screen"
        hint="Otherwise the scribe alone types what is said."
        checked={ticked("phonesCapture", settings.phonesCapture)}
      />
    </>
  );
}
