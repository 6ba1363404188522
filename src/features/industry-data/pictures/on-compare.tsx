import { queryOf } from "../analysis/question.ts";
import type { ComparisonShown } from "../comparing/routes.tsx";
import { picturePage } from "./addresses.ts";
import { comparedPicture, usualIndustry } from "./gathering.ts";
import { PictureView } from "./views/picture.tsx";

/** The picture of a comparison's page: the figure that is compared, of the largest industry. */
export function comparisonPicture({ question, other, comparison, measure }: ComparisonShown) {
  const industry = usualIndustry(comparison.places[0]?.answer.rows ?? []);
  if (!industry) return null;
  const query = queryOf(question, {
    industry: industry.industry,
    measure,
    ...(other.length > 0 ? { other: other.join(",") } : {}),
  });
  const place = { kind: "compare" as const, query };
  return (
    <PictureView
      picture={comparedPicture(comparison, question, industry, measure)}
      place={place}
      more={<a href={picturePage(place)}>Another industry in this picture</a>}
    />
  );
}
