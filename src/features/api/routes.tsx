import type { Site } from "#base/site.ts";
import type { ApiEndpoint } from "#platform/http/api.ts";
import { type ApiInfo, openApiDocument } from "#platform/http/openapi.ts";
import { type Route, reading } from "#platform/http/routes.ts";
import { ApiPage } from "./views/api-page.tsx";

const TAGS: Record<string, string> = {
  Happenings: "What partnerships shared: news, quick wins, best practices, and their documents.",
  States: "The places that happenings come from.",
  Sectors: "Named sets of NAICS codes.",
  Topics: "What happenings are about, whatever their sector.",
  Sponsors: "Whom the community thanks.",
};

function infoOf(site: Site, endpoints: readonly ApiEndpoint[]): ApiInfo {
  const tags = [...new Set(endpoints.map((endpoint) => endpoint.tag))];
  return {
    title: site.name,
    description: `${site.description}\n\nReading needs no key. Fields may be added at any time; none is taken away within this version.`,
    version: "1.0.0",
    license: {
      name: "Apache 2.0 for the interface; each happening names the license of its documents",
      identifier: "Apache-2.0",
    },
    ...(site.contactEmail ? { contactEmail: site.contactEmail } : {}),
    url: site.url,
    tags: tags.map((name) => ({ name, description: TAGS[name] ?? name })),
  };
}

export function apiPages(endpoints: readonly ApiEndpoint[]): Route[] {
  return [
    reading("/api/openapi.json", (c) =>
      c.json(openApiDocument(endpoints, infoOf(c.var.ctx.site, endpoints)), 200, {
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
      }),
    ),
    reading("/api", (c) =>
      c.var.show(
        {
          title: "For developers",
          description:
            "Happenings, states, sectors and sponsors as JSON: addresses, examples, license, limits.",
        },
        <ApiPage endpoints={endpoints} site={c.var.ctx.site} />,
      ),
    ),
  ];
}
