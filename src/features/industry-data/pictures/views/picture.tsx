import type { Child } from "hono/jsx";
import { Fold } from "#ui/fold.tsx";
import { type PicturePlace, picturePage, savedAt, shownAt } from "../addresses.ts";
import type { Picture } from "../picture.ts";
import { sizeOf } from "../sizes.ts";
import { PictureTableView } from "./picture-table.tsx";

export interface PictureProps {
  picture: Picture;
  place: PicturePlace;
  /** Where its table stands: folded beneath, open beneath, or elsewhere on the page, whose anchor is named. */
  table?: "folded" | "open" | { href: string };
  /** Beside the files: a way to another figure or industry. */
  more?: Child;
}

/** A table of more rows than this would double the page; it has a page of its own. */
const MOST_FOLDED = 12;
/** The wide form is for columns in which its letters stay readable. */
const NARROW = "(width < 56rem)";
const DARK = "(prefers-color-scheme: dark)";

/** A picture of figures with what it says, what is not in it, its table, and its files to take along. */
export function PictureView({ picture, place, table = "folded", more }: PictureProps) {
  return (
    <figure class="figures-picture">
      <p class="measure">{picture.sentence}</p>
      {!picture.isEmpty && <Drawn picture={picture} place={place} />}
      <figcaption>
        {picture.beneath.map((words) => (
          <p class="small quiet-text measure">{words}</p>
        ))}
        <Files picture={picture} place={place} table={table} more={more} />
      </figcaption>
      {table === "folded" && picture.table.rows.length <= MOST_FOLDED && (
        <Fold title="The same as a table">
          <PictureTableView table={picture.table} />
        </Fold>
      )}
      {table === "open" && <PictureTableView table={picture.table} />}
    </figure>
  );
}

function Drawn({ picture, place }: Pick<PictureProps, "picture" | "place">) {
  const [wide, narrow] = [sizeOf(picture, "wide"), sizeOf(picture, "narrow")];
  return (
    <picture>
      <source media="print" srcset={shownAt(place, { theme: "print", shape: "wide" })} {...wide} />
      <source
        media={`${NARROW} and ${DARK}`}
        srcset={shownAt(place, { theme: "dark", shape: "narrow" })}
        {...narrow}
      />
      <source media={NARROW} srcset={shownAt(place, { theme: "light", shape: "narrow" })} {...narrow} />
      <source media={DARK} srcset={shownAt(place, { theme: "dark", shape: "wide" })} {...wide} />
      <img
        src={shownAt(place, { theme: "light", shape: "wide" })}
        alt={picture.alt}
        loading="lazy"
        {...wide}
      />
    </picture>
  );
}

function Files({ picture, place, table, more }: PictureProps) {
  const elsewhere = typeof table === "object" ? table.href : picturePage(place);
  const isElsewhere =
    typeof table === "object" || (table === "folded" && picture.table.rows.length > MOST_FOLDED);
  const of = <span class="visually-hidden"> of “{picture.title}”</span>;
  return (
    <ul class="bare picture-files small no-print">
      {isElsewhere && (
        <li>
          <a href={elsewhere}>The same as a table{of}</a>
        </li>
      )}
      {more && <li>{more}</li>}
      <li>
        Take it along:{" "}
        {!picture.isEmpty && (
          <>
            <a href={savedAt(place, "png")}>PNG{of}</a>, <a href={savedAt(place, "svg")}>SVG{of}</a>,{" "}
          </>
        )}
        <a href={savedAt(place, "csv")}>CSV{of}</a>
      </li>
    </ul>
  );
}
