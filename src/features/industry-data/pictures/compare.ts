import { figureWords } from "../analysis/figure-words.ts";
import { MEASURES } from "../comparing/measures.ts";
import { drawCompared } from "./compare-drawing.ts";
import type { ComparedFigures } from "./compared-figures.ts";
import type { Picture } from "./picture.ts";
import { listed } from "./wording.ts";

/** A region beside the state, the nation or another region. */
export function comparePicture({ measure, title, span, places }: ComparedFigures): Picture {
  const { label, format } = MEASURES[measure];
  const known = places.filter(({ figure }) => (figure.value ?? figure.low) !== null);
  const left = places.filter((place) => !known.includes(place));
  const told = places.map(({ name, figure }) => `${name} ${figureWords(figure, format)}`);
  return {
    title: `${label}: ${title}`,
    alt: `Bars: ${label.toLowerCase()} of ${title}, ${span}, in ${listed(places.map(({ name }) => name))}.`,
    sentence: `${label} of ${title}, ${span}: ${told.join("; ")}.`,
    beneath: left.length > 0 ? [`Not known for ${listed(left.map(({ name }) => name))}.`] : [],
    table: {
      caption: `${label} of ${title}, ${span}`,
      columns: [
        { label: "Place", heads: true },
        { label, format },
      ],
      rows: places.map(({ name, figure }) => [name, figure]),
    },
    draw: (pen, look) => drawCompared({ places: known, measure, format }, pen, look),
  };
}
