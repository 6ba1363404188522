import { Agent } from "node:http";
import autocannon from "autocannon";
import { ask } from "./answer.ts";
import { quantile } from "./statistics.ts";

// A process of its own: asks for pages as fast as it can, or one after the other, and says how it went.

export interface LoadOrder {
  origin: string;
  paths: string[];
  headers: Record<string, string>;
  /** Several: as many requests at once, for `seconds`. One: `requests` of them, each after the one before. */
  how: { clients: number; seconds: number } | { requests: number; atMostSeconds: number };
}

/** Times in milliseconds. */
export interface LoadReport {
  requests: number;
  perSecond: number;
  median: number;
  p99: number;
  /** Answers other than 200, and connections that broke. */
  failed: number;
}

async function many(order: LoadOrder, how: { clients: number; seconds: number }): Promise<LoadReport> {
  const result = await autocannon({
    url: order.origin,
    connections: how.clients,
    duration: how.seconds,
    headers: order.headers,
    requests: order.paths.map((path) => ({ path })),
  });
  const { latency, non2xx, errors, timeouts } = result;
  const requests = result.requests.total;
  return {
    requests,
    perSecond: requests / result.duration,
    median: latency.p50,
    p99: latency.p99,
    failed: non2xx + errors + timeouts,
  };
}

async function one(order: LoadOrder, how: { requests: number; atMostSeconds: number }): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let failed = 0;
  const since = performance.now();
  const isOver = () => performance.now() - since > how.atMostSeconds * 1000;
  for (let index = 0; index < how.requests && !isOver(); index += 1) {
    const path = order.paths[index % order.paths.length]!;
    const answer = await ask(order.origin + path, { headers: order.headers, agent: agent as never });
    if (answer.status !== 200) failed += 1;
    times.push(answer.milliseconds);
  }
  const seconds = (performance.now() - since) / 1000;
  agent.destroy();
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    failed,
  };
}

process.on("message", async (order: LoadOrder) => {
  process.send?.(await ("clients" in order.how ? many(order, order.how) : one(order, order.how)));
});
process.on("disconnect", () => process.exit(0));
