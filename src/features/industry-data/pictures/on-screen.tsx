import type { Screen } from "../screening/screen.ts";
import { screenQuery } from "./addresses.ts";
import { screenPicture } from "./gathering.ts";
import { PictureView } from "./views/picture.tsx";

/** The map of a screen's page; of the whole nation none, for its counties would be too small to read. */
export function screenMap(screen: Screen) {
  if (!screen.question.state || screen.rows.length === 0) return null;
  return (
    <PictureView
      picture={screenPicture(screen, "lq")}
      place={{ kind: "screen", query: screenQuery(screen.question, "lq") }}
      table={{ href: "#table" }}
    />
  );
}
