import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { STAGE_WORDS, STAGES } from "../../../stages.ts";
import { STATE_CHOICES } from "../../editing/views/place-fields.tsx";
import { pagePath } from "../../paths.ts";

export interface NewPageProps {
  action: string;
  trail: { href: string; label: string }[];
  /** Whether the page is made at once, or an editor looks at it first; or at once in one's own states. */
  at: "once" | "desk" | "once-in-own-states";
  values: FormValues;
  problems: Problems;
  /** The page that has this name already, where readers see it. */
  known: { slug: string; name: string } | undefined;
}

/** Starting a partnership's page: little is asked here, the rest is filled in on the page. */
export function NewPage({ action, trail, at, values, problems, known }: NewPageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title="Start a partnership’s page" trail={trail} lede={LEDES[at]} />
      {known && (
        <Notice tone="warning" title={`${known.name} has a page`}>
          <p>
            <a href={pagePath(known.slug)}>See it</a>, or{" "}
            <a href={`${pagePath(known.slug)}/claim`}>ask to look after it</a>.
          </p>
        </Notice>
      )}
      <Form action={action} keep="new-partnership">
        <TextField
          {...field("name")}
          label="Name"
          hint="As you use it: usually the region and the industry."
          autocomplete="off"
        />
        <Select
          {...field("state")}
          label="State"
          hint="Where it is at home. Others can be added on the page."
          options={STATE_CHOICES}
          blank="Choose a state"
          width="medium"
        />
        <TextField
          {...field("region")}
          label="Region"
          hint="As people there call it, such as Platte Valley."
          optional
        />
        <TextArea
          {...field("summary")}
          label="Summary"
          hint="One or two sentences: which businesses, where, about what."
          rows={3}
          most={400}
          optional
        />
        <RadioGroup
          {...field("stage")}
          label="Where does it stand?"
          options={STAGES.filter((stage) => stage !== "unknown").map((stage) => ({
            value: stage,
            label: STAGE_WORDS[stage].name,
            hint: STAGE_WORDS[stage].means,
          }))}
        />
        {at !== "once" && (
          <>
            <h2>And you</h2>
            <TextField
              {...field("role")}
              label="What do you do in the partnership?"
              hint="Such as “I coordinate it at the workforce board”."
            />
            <TextArea
              {...field("message")}
              label="Anything the editors should know"
              hint="Where one can read of it, for instance."
              rows={3}
              most={2_000}
              optional
            />
          </>
        )}
        <Buttons>
          <Button>{at === "once" ? "Make the page" : "Propose it"}</Button>
          <ButtonLink look="plain" href={trail.at(-1)?.href ?? "/"}>
            Leave without saving
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}

const LEDES: Record<NewPageProps["at"], string> = {
  once: "It is on the site at once, and its counties, priorities and champions are filled in there.",
  desk: "An editor of this site looks at it first. Once it is published you look after it, alone or with others.",
  "once-in-own-states":
    "In the states that you edit it is on the site at once; elsewhere an editor of this site looks at it first.",
};
