import { Button, Buttons } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import type { IndustryRow } from "../../analysis/answer.ts";
import { COMPARED, type Compared, MEASURES } from "../../comparing/measures.ts";
import type { PicturePlace } from "../addresses.ts";
import type { Picture } from "../picture.ts";
import { PictureView } from "./picture.tsx";

export interface PicturePageProps {
  picture: Picture;
  place: PicturePlace;
  /** Where it is about and where a reader came from. */
  region: { title: string; href: string };
  lede: string;
  /** Of what else the same picture can be drawn. */
  choice?: {
    measure: Compared;
    industry: string;
    industries: readonly Pick<IndustryRow, "industry" | "title">[];
  };
  source: string;
}

/** A table of more is paged where the reader came from; the CSV has all of it. */
const MOST_ROWS = 400;

/** One picture by itself, with its whole table: what a link to it opens. */
export function PicturePage({ picture, place, region, lede, choice, source }: PicturePageProps) {
  return (
    <>
      <PageHead
        title={picture.title}
        trail={[
          { href: "/industry", label: "Choose a sector" },
          { href: region.href, label: region.title },
        ]}
        lede={lede}
      />
      {choice && <AnotherForm place={place} choice={choice} />}
      <PictureView
        picture={picture}
        place={place}
        table={picture.table.rows.length > MOST_ROWS ? { href: `${region.href}#table` } : "open"}
      />
      <p class="small quiet-text measure picture-source">{source}</p>
    </>
  );
}

/** The question stays; another industry or another figure of it. */
function AnotherForm({
  place,
  choice,
}: {
  place: PicturePlace;
  choice: NonNullable<PicturePageProps["choice"]>;
}) {
  const kept = [...new URLSearchParams(place.query)].filter(
    ([name]) => name !== "measure" && name !== "industry",
  );
  return (
    <Form action={`/industry/pictures/${place.kind}`} method="get" width="wide">
      {kept.map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <div class="fields-beside">
        <Select
          name="industry"
          label="Industry"
          options={choice.industries.map(({ industry, title }) => ({ value: industry, label: title }))}
          value={choice.industry}
        />
        <Select
          name="measure"
          label="Figure"
          options={COMPARED.map((one) => ({ value: one, label: MEASURES[one].label }))}
          value={choice.measure}
        />
      </div>
      <Buttons>
        <Button look="quiet">Show this</Button>
      </Buttons>
    </Form>
  );
}
