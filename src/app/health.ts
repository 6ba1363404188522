import type { IncomingMessage, ServerResponse } from "node:http";
import type { House } from "./house.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** `/healthz`: this process answers. `/readyz`: it can also do its work. For probes; no page, no log line. */
export function answerHealth(house: House): Answer {
  return (request, response) => {
    if (request.url === "/healthz") {
      send(response, 200, { process: "ok" });
      return true;
    }
    if (request.url === "/readyz") {
      void house.readiness().then(
        (parts) => send(response, Object.values(parts).every((part) => part === "ok") ? 200 : 503, parts),
        () => send(response, 503, { process: "failing" }),
      );
      return true;
    }
    return false;
  };
}

function send(response: ServerResponse, status: number, parts: Record<string, string>): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(parts));
}
