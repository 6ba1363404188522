import { SIDE_WORDS } from "#features/roster/public.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Section } from "#ui/layout.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import { meetingPath } from "../../paths.ts";
import type { Asker } from "../queries.ts";

/** Who asks to come and waits for a word of the team. */
export function AskingList(props: { workspace: { slug: string }; meeting: { id: string }; asking: Asker[] }) {
  const { workspace, meeting, asking } = props;
  return (
    <Section title={asking.length === 1 ? "Somebody asks to come" : `${asking.length} people ask to come`}>
      <ul class="bare askers">
        {asking.map((asker) => (
          <li>
            <h3>{asker.name}</h3>
            <p>
              {asker.company} · {SIDE_WORDS[asker.side].one} · {asker.email}
            </p>
            {asker.note && <p class="as-typed">“{asker.note}”</p>}
            {asker.doubt && <p class="small">Look twice: {asker.doubt}</p>}
            <Form action={meetingPath(workspace.slug, meeting.id, "askers", asker.id)}>
              <TextArea
                name="word"
                label={`A word to ${asker.name}`}
                rows={2}
                most={600}
                optional
                hint="It goes into the mail, after our own."
              />
              <div class="buttons">
                <Button name="decision" value="yes">
                  Yes, come
                </Button>
                <Button name="decision" value="no" look="quiet">
                  Kindly no
                </Button>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
