import type { Compared } from "../comparing/measures.ts";
import type { Screen } from "../screening/screen.ts";
import { screenQuery } from "./addresses.ts";
import { screenPicture } from "./gathering.ts";
import { PictureView } from "./views/picture.tsx";

/** The map of a screen's page. Three thousand counties are a picture of their own beside a light page. */
export function screenMap(screen: Screen, measure: Compared) {
  if (screen.rows.length === 0) return null;
  return (
    <PictureView
      picture={screenPicture(screen, measure)}
      place={{ kind: "screen", query: screenQuery(screen.question, measure) }}
      table={{ href: "#table" }}
    />
  );
}
