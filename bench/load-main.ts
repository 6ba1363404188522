import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import autocannon from "autocannon";
import { ask } from "./answer.ts";
import { quantile } from "./statistics.ts";

// A process of its own: asks for pages as fast as it can, or one after the other, and says how it went.

export interface Target {
  origin: string;
  paths: string[];
}

export interface LoadOrder extends Target {
  headers: Record<string, string>;
  /** Another site, asked after each request to the first, so that both meet the same machine; for one client. */
  beside?: Target;
  /**
   * Several: as many requests at once, for `seconds`. One: `requests` of them, each after the one before, or after a
   * pause as a person makes it.
   */
  how:
    | { clients: number; seconds: number }
    | { requests: number; atMostSeconds: number; pauseMilliseconds?: number };
}

/** Times in milliseconds. */
export interface LoadReport {
  requests: number;
  perSecond: number;
  median: number;
  p99: number;
  /** The time that nine of ten take longer than: what it costs when nobody else uses the processor. */
  p10: number;
  /** Answers other than 200, and connections that broke. */
  failed: number;
  beside?: LoadReport;
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
    p10: latency.p10,
    failed: non2xx + errors + timeouts,
  };
}

async function one(
  order: LoadOrder,
  how: { requests: number; atMostSeconds: number; pauseMilliseconds?: number },
): Promise<LoadReport> {
  const [first, second] = [order, ...(order.beside ? [order.beside] : [])].map((target) =>
    askerOf(target, order.headers),
  );
  const since = performance.now();
  const isOver = () => performance.now() - since > how.atMostSeconds * 1000;
  for (let index = 0; index < how.requests && !isOver(); index += 1) {
    await first!.ask();
    await second?.ask();
    if (how.pauseMilliseconds) await pause(how.pauseMilliseconds);
  }
  return { ...first!.report(), ...(second ? { beside: second.report() } : {}) };
}

/** Asks one site, always on the same line. */
function askerOf({ origin, paths }: Target, headers: Record<string, string>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let failed = 0;
  return {
    async ask() {
      const path = paths[times.length % paths.length]!;
      const answer = await ask(origin + path, { headers, agent });
      if (answer.status !== 200) failed += 1;
      times.push(answer.milliseconds);
    },
    report(): LoadReport {
      agent.destroy();
      const total = times.reduce((sum, time) => sum + time, 0);
      const [p10, median, p99] = [0.1, 0.5, 0.99].map((share) => quantile(times, share));
      return {
        requests: times.length,
        perSecond: (times.length / total) * 1000,
        p10: p10!,
        median: median!,
        p99: p99!,
        failed,
      };
    },
  };
}

process.on("message", async (order: LoadOrder) => {
  process.send?.(await ("clients" in order.how ? many(order, order.how) : one(order, order.how)));
});
process.on("disconnect", () => process.exit(0));
