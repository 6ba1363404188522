import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// A process of its own: a bare `node:http` server that answers given bytes, for comparison with the site, which made
// them. What to answer comes from the parent by message.

export interface BareAnswer {
  path: string;
  status: number;
  headers: string[];
  /** Base64. */
  body: string;
}

const answers = new Map<string, { status: number; headers: string[]; body: Buffer }>();
const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  response.writeHead(answer?.status ?? 404, answer?.headers ?? []);
  response.end(answer?.body);
});

process.on("message", (learnt: BareAnswer[]) => {
  for (const { path, status, headers, body } of learnt) {
    answers.set(path, { status, headers, body: Buffer.from(body, "base64") });
  }
  process.send?.({ learnt: learnt.length });
});
process.on("disconnect", () => process.exit(0));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
