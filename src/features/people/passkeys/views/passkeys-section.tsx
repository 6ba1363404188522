import type { Problems } from "#base/outcome.ts";
import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { Passkey } from "../queries.ts";

export interface PasskeysSectionProps {
  passkeys: Passkey[];
  /** Whether browsers make passkeys for this site at all. */
  offered: boolean;
  zone: string;
  name: string;
  problems: Problems;
}

/** On one's account: the passkeys there are, and a new one. The link by mail always works beside them. */
export function PasskeysSection({ passkeys, offered, zone, name, problems }: PasskeysSectionProps) {
  return (
    <Section title="Passkeys" id="passkeys">
      <div class="stack">
        <p>
          With a passkey you sign in by your fingerprint, your face or your device’s code, without waiting for
          a mail. The link by mail works all the same.
        </p>
        {passkeys.length > 0 && (
          <ul class="bare passkeys">
            {passkeys.map((passkey) => (
              <li>
                <div>
                  <b>{passkey.name}</b>
                  <p class="small quiet-text">
                    Added <Moment at={passkey.createdAt} zone={zone} />
                    {passkey.usedAt ? (
                      <>
                        , last used <Moment at={passkey.usedAt} zone={zone} />
                      </>
                    ) : (
                      ", not used yet"
                    )}
                  </p>
                </div>
                <Form action="/account/passkeys/removal" bare>
                  <Hidden name="id" value={passkey.id} />
                  <Button look="danger" compact>
                    Remove<span class="visually-hidden"> {passkey.name}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
        {offered ? (
          <AddForm name={name} problems={problems} />
        ) : (
          <Notice>
            <p>
              Browsers make passkeys only for sites with a name of their own and a secure connection (https).
              This site is not reached in that way at present, so you sign in by mail.
            </p>
          </Notice>
        )}
      </div>
    </Section>
  );
}

function AddForm({ name, problems }: { name: string; problems: Problems }) {
  return (
    <>
      <noscript>
        <p class="quiet-text">Adding a passkey needs script, which is switched off here.</p>
      </noscript>
      <add-passkey options="/account/passkeys/options" hidden>
        <Form action="/account/passkeys">
          <Hidden name="response" value="" />
          <TextField
            name="passkeyName"
            label="A name for this passkey"
            hint="So that you know it again: “My phone”, “Laptop at work”."
            value={name}
            problems={problems}
          />
          <div class="buttons">
            <Button look="quiet">Add a passkey</Button>
          </div>
          <p role="status" class="field-problem" />
        </Form>
      </add-passkey>
    </>
  );
}
