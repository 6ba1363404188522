import { brandStylesheet, hexColor } from "#base/color.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route, reading } from "#platform/http/routes.ts";
import { changeSettings } from "./actions.ts";
import { brandSwatch } from "./brand.ts";
import { SettingsForm } from "./forms.ts";
import { settingsForEditing } from "./queries.ts";
import { HOUSE_COLOR } from "./rules.ts";
import { SettingsPage } from "./views/settings-page.tsx";

interface Shown {
  values?: FormValues;
  problems?: Problems;
  /** Another editor saved since this form was read. */
  stale?: boolean;
}

async function showSettings(c: HouseContext, { values, problems = {}, stale }: Shown = {}) {
  const row = await settingsForEditing(c.var.ctx);
  const now: FormValues = {
    name: row.name,
    tagline: row.tagline,
    description: row.description,
    contactEmail: row.contact_email,
    postalAddress: row.postal_address,
    timeZone: row.time_zone,
    brandColor: row.brand_color,
    version: String(row.version),
  };
  const shown = values ?? now;
  return c.var.show(
    {
      title: "Settings",
      noindex: true,
      scripts: ["settings.js"],
      failed: stale || hasProblems(problems),
      status: stale ? 409 : hasProblems(problems) ? 422 : 200,
    },
    <SettingsPage
      values={stale ? { ...shown, version: String(row.version) } : shown}
      problems={problems}
      swatch={hexColor(textOf(shown, "brandColor")) ?? HOUSE_COLOR}
      saved={!values && c.req.query("saved") !== undefined}
      theirs={stale ? now : undefined}
    />,
  );
}

async function save(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(SettingsForm, values);
  if (!form.ok) return showSettings(c, { values, problems: form.problems });
  try {
    await changeSettings(c.var.ctx, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showSettings(c, { values, stale: true });
  }
  return c.redirect("/desk/settings?saved", 303);
}

/** A color's style sheet or its picture. The address says all there is to know, so browsers keep it for ever. */
function showBrand(c: HouseContext): Response {
  const [, digits, kind] = /^([0-9a-f]{6})\.(css|svg)$/.exec(c.req.param("file") ?? "") ?? [];
  if (!digits) throw new NotFound();
  const body = kind === "css" ? brandStylesheet(digits) : brandSwatch(digits);
  return c.body(body ?? "", 200, {
    "content-type": kind === "css" ? "text/css; charset=utf-8" : "image/svg+xml",
    "cache-control": "public, max-age=31536000, immutable",
  });
}

export const siteRoutes: Route[] = [
  get("/desk/settings", "editor", (c) => showSettings(c)),
  post("/desk/settings", "editor", save),
  reading("/brand/:file", showBrand),
];
