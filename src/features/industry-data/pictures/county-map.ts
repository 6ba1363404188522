import { countyByFips, countyWords, stateByFips } from "#features/places/public.ts";
import { figureWords } from "../analysis/figure-words.ts";
import { MEASURES } from "../comparing/measures.ts";
import { classesOf } from "./classes.ts";
import type { CountyFigures } from "./county-figures.ts";
import { drawCountyMap } from "./county-map-drawing.ts";
import type { Picture } from "./picture.ts";
import { countWords, listed, upperFirst } from "./wording.ts";

/** Counties of a region or of a whole state, each filled by its figure. */
export function countyMapPicture(given: CountyFigures): Picture {
  const { measure, title, span, place } = given;
  const { label, format } = MEASURES[measure];
  const counties = [...given.counties].sort(
    (a, b) =>
      (b.figure.value ?? b.figure.low ?? 0) - (a.figure.value ?? a.figure.low ?? 0) ||
      (a.fips < b.fips ? -1 : 1),
  );
  const { classOf } = classesOf(
    measure,
    counties.map(({ figure }) => figure),
  );
  const hidden = counties.filter(({ figure }) => classOf(figure) === undefined);
  const unknown = counties.filter(({ fips }) => !countyByFips(fips));
  return {
    title: `${title}: ${label.toLowerCase()}, county by county`,
    alt: `Map of ${place}: ${label.toLowerCase()} of ${title}, ${span}, by county.`,
    sentence: sentenceOf(given, counties, hidden.length),
    beneath: [
      ...(unknown.length > 0 ? [`Not on the map: ${listed(unknown.map(({ fips }) => fips))}.`] : []),
      ...(given.reach === "nation" && counties.some(({ fips }) => isOfTerritory(fips))
        ? ["Puerto Rico and the other territories have no place on this map; the table has them."]
        : []),
    ],
    table: {
      caption: `${label} of ${title} by county, ${span}`,
      columns: [{ label: "No." }, { label: "County", heads: true }, { label, format }],
      rows: counties.map(({ fips, figure }, index) => [index + 1, nameOf(fips), figure]),
    },
    draw: (pen, look) => drawCountyMap({ ...given, counties }, pen, look),
  };
}

const isOfTerritory = (fips: string) => stateByFips(fips.slice(0, 2))?.territory === true;

function nameOf(fips: string): string {
  const county = countyByFips(fips);
  return county ? countyWords(county) : fips;
}

function sentenceOf(
  { measure, title, span }: CountyFigures,
  counties: CountyFigures["counties"],
  hidden: number,
): string {
  const { label, format } = MEASURES[measure];
  const known = counties.filter(({ figure }) => figure.value !== null);
  const [most, least] = [known[0], known.at(-1)];
  const what = `${title}, ${label.toLowerCase()} (${span})`;
  if (!most || !least) return `${what}: withheld in every county here.`;
  const said = ({ fips, figure }: typeof most) => `${nameOf(fips)} (${figureWords(figure, format)})`;
  const sentences = [
    known.length === 1
      ? `${what}: published for ${said(most)} alone.`
      : `${what}: highest in ${said(most)}, lowest in ${said(least)}.`,
  ];
  if (hidden > 0)
    sentences.push(
      `${upperFirst(countWords(hidden, "county is", "counties are"))} hatched, because the figure is withheld: that is not zero.`,
    );
  return sentences.join(" ");
}
