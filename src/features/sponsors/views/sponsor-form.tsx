import type { Problems } from "#base/outcome.ts";
import { Picture } from "#features/media/public.ts";
import { allStates } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { Sponsor } from "../queries.ts";
import { TIER_WORDS } from "../rules.ts";
import { TIERS } from "../tables.ts";

export interface EditProps<T> {
  /** What is being changed; without it something new is added. */
  existing?: T;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs?: FormValues;
  problems: Problems;
}

/** Shows what another editor saved meanwhile, field by field, above a form that kept everything. */
export function StaleFields(props: {
  labels: Record<string, string>;
  theirs?: FormValues;
  values: FormValues;
}) {
  const { labels, theirs, values } = props;
  if (!theirs) return null;
  const fields = Object.entries(labels).map(([name, label]) => ({
    label,
    theirs: textOf(theirs, name),
    yours: textOf(values, name),
  }));
  return <StaleNotice fields={fields} />;
}

const LABELS = {
  name: "Name",
  tier: "Tier",
  season: "Season",
  paragraph: "Paragraph",
  url: "Link",
  state: "State",
  logoAlt: "What the logo shows",
};

const TRAIL = [
  { href: "/desk", label: "Desk" },
  { href: "/desk/sponsors", label: "Sponsors" },
];

export function SponsorFormPage({ existing, values, theirs, problems }: EditProps<Sponsor>) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <PageHead title={existing ? `Change ${existing.name}` : "Add a sponsor"} trail={TRAIL} />
      <ErrorSummary problems={problems} />
      <StaleFields labels={LABELS} theirs={theirs} values={values} />
      <Form action={existing ? `/desk/sponsors/${existing.id}` : "/desk/sponsors"} files guard>
        <Hidden name="version" value={textOf(values, "version")} />
        <Hidden name="logoId" value={textOf(values, "logoId")} />
        <Hidden name="logoSeal" value={textOf(values, "logoSeal")} />
        <TextField {...field("name")} label="Name" />
        <RadioGroup
          {...field("tier")}
          label="Supports the community as"
          options={TIERS.map((tier) => ({ value: tier, label: TIER_WORDS[tier].one }))}
        />
        <TextField
          {...field("season")}
          label="Season"
          optional
          width="short"
          hint="A year or two, such as 2018–2019. Leave it empty for a sponsor who is thanked for good."
        />
        <TextArea {...field("paragraph")} label="Thank-you paragraph" rows={6} most={2_000} />
        <TextField {...field("url")} label="Link" type="url" optional hint="Starts with https://" />
        <Select
          {...field("state")}
          label="State"
          optional
          blank="None"
          hint="Where the sponsor is a state, or belongs to one: its page says thank you too."
          options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
        />
        {existing?.logo && (
          <figure>
            <Picture file={existing.logo} sizes="12rem" />
            <figcaption>The present logo</figcaption>
          </figure>
        )}
        <FileField
          {...field("logo")}
          label={existing?.logo ? "Another logo" : "Logo"}
          optional
          accept="image/png,image/jpeg,image/webp"
          hint="PNG, JPEG or WebP, up to 5 MB."
        />
        <TextField
          {...field("logoAlt")}
          label="What the logo shows"
          optional
          hint="For people who cannot see it, such as “JPMorgan Chase & Co.” Needed when there is a logo."
        />
        <Button>{existing ? "Save" : "Add the sponsor"}</Button>
      </Form>
    </>
  );
}
