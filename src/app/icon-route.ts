import { reading } from "#platform/http/routes.ts";
import { iconSheet } from "#ui/icon-sheet.ts";

/** All icons as one file that pages point into: twenty cards would otherwise carry the same drawings again and again. */
export const iconRoute = reading(
  iconSheet.path,
  () =>
    new Response(iconSheet.svg, {
      headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=31536000, immutable" },
    }),
);
