import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Assets, answerAsset } from "#platform/files/assets.ts";
import { SECURITY_HEADERS } from "#platform/http/headers.ts";
import { newId } from "#platform/secrets.ts";
import { answerHealth } from "./health.ts";
import type { House } from "./house.ts";
import { carriesSession } from "./visitor.ts";

/** The server: built files, probes and kept pages first; everything else through the app. */
export function makeServer(
  house: House,
  app: { fetch: (request: Request, env: never) => Response | Promise<Response> },
  assets: Assets,
): Server {
  const { log } = house.ground;
  const answer = getRequestListener(app.fetch as never);
  const answerFile = answerAsset(assets, SECURITY_HEADERS);
  const answerProbe = answerHealth(house);
  const server = createServer((request, response) => {
    if (request.method === "GET" || request.method === "HEAD") {
      if (answerFile(request, response) || answerProbe(request, response)) return;
      if (!carriesSession(request.headers.cookie)) {
        const id = newId();
        const route = house.pages.answer(request, response, id);
        if (route) {
          log.info(
            { request: id, method: request.method, route, status: response.statusCode, kept: true },
            "answered",
          );
          return;
        }
      }
    }
    void answer(request, response);
  });
  server.headersTimeout = 20_000;
  // A 250 MB submission over a slow line may take a while; a stalled one is cut by the upload's own limits.
  server.requestTimeout = 30 * 60_000;
  server.keepAliveTimeout = 65_000;
  return server;
}
