import type { Ctx } from "#platform/context.ts";
import type { AnalysisAnswer } from "../analysis/answer.ts";
import { queryOf } from "../analysis/question.ts";
import { picturePage } from "./addresses.ts";
import { bubblePicture } from "./bubble.ts";
import { gather } from "./gathering.ts";
import { shiftSharePicture } from "./shift-share.ts";
import { trendPicture } from "./trend.ts";
import { trendsOf } from "./trend-figures.ts";
import { PictureView } from "./views/picture.tsx";

/** The pictures of an analysis's page, each where its section wants it. */
export async function analysisPictures(ctx: Ctx, answer: AnalysisAnswer) {
  const query = queryOf(answer.question);
  if (answer.rows.length === 0) return { concentration: null, shiftShare: null, trend: null, map: null };
  const map = await gather(ctx, "map", answer.question);
  const mapPlace = { kind: "map" as const, query };
  return {
    concentration: <PictureView picture={bubblePicture(answer)} place={{ kind: "bubble", query }} />,
    // The section has its own table already.
    shiftShare: <PictureView picture={shiftSharePicture(answer)} place={{ kind: "shift-share", query }} />,
    trend: (
      <PictureView
        picture={trendPicture(await trendsOf(ctx, answer.question))}
        place={{ kind: "trend", query }}
      />
    ),
    map: map.ok ? (
      <PictureView
        picture={map.value.picture}
        place={mapPlace}
        more={<a href={picturePage(mapPlace)}>Another industry or figure on the map</a>}
      />
    ) : null,
  };
}
