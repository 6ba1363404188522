import type { Problems } from "#base/outcome.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { BreadcrumbsProps } from "#ui/breadcrumbs.tsx";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import type { Conducted, ReturnedForms } from "./conducted.ts";
import { JoinBox } from "./join-box.tsx";
import { Outbox, RoomLive } from "./live.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import { StepControls, StepTrail } from "./step-controls.tsx";
import { StepPanel } from "./step-panel.tsx";

/** Before the room is open: what it is, and how it will work. */
export function OpenRoomPage(props: {
  title: string;
  trail: BreadcrumbsProps["trail"];
  action: string;
  values?: FormValues | undefined;
  problems: Problems;
}) {
  return (
    <>
      <PageHead
        title={props.title}
        trail={props.trail}
        lede="Business says what it sees, the room puts it together, each company votes once, and people sign up. Phones take part by a code; a projector shows it to everybody; all of it goes on paper too."
      />
      <Form action={props.action}>
        <ErrorSummary problems={props.problems} />
        <SettingsFields
          settings={{ votesEach: 3, publicVotes: false, phonesCapture: true }}
          values={props.values}
          problems={props.problems}
        />
        <Buttons>
          <Button>Open the room</Button>
        </Buttons>
      </Form>
    </>
  );
}

export function ConductPage(
  props: Conducted & { title: string; trail: BreadcrumbsProps["trail"]; returned: ReturnedForms },
) {
  const { base, room } = props;
  return (
    <Outbox name={`room-${room.code}`}>
      <PageHead
        title={props.title}
        trail={props.trail}
        actions={
          <Buttons>
            <ButtonLink href={`${base}/projector`} icon="presentation" look="quiet">
              Projector
            </ButtonLink>
            <ButtonLink href={`${base}/papers`} icon="printer" look="quiet">
              On paper
            </ButtonLink>
          </Buttons>
        }
      />
      <RoomLive base={base} step={room.step}>
        <ConductPart {...props} />
      </RoomLive>
    </Outbox>
  );
}

/** What changes while the room works. */
export function ConductPart(props: Conducted & { returned: ReturnedForms }) {
  const { room, base, returned } = props;
  const voting = room.step !== "capture" && room.step !== "group";
  return (
    <>
      <StepTrail step={room.step} />
      {returned.step && <ErrorSummary problems={returned.step} title="The room stays where it is" />}
      <StepControls
        action={`${base}/step`}
        step={room.step}
        anyVoted={props.voters.some(({ voted }) => voted)}
      />
      <div class="conduct">
        <div class="conduct-main stack">
          <StepPanel {...props} />
        </div>
        {room.step !== "closed" && (
          <aside class="conduct-side stack" aria-label="For the room" data-key="side">
            <JoinBox url={props.siteUrl} code={room.code} />
            <Fold title="How this room works" open={returned.settings !== undefined}>
              <Form action={`${base}/settings`}>
                <ErrorSummary problems={returned.settings?.problems ?? {}} />
                <SettingsFields
                  settings={room}
                  voting={voting}
                  values={returned.settings?.values}
                  problems={returned.settings?.problems ?? {}}
                />
                <Button compact>Save</Button>
              </Form>
            </Fold>
          </aside>
        )}
      </div>
    </>
  );
}
