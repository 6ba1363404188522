import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";
import { sentenceFor } from "./failures.ts";

/** What the command line asks of the running site, as one line of JSON. */
export const Order = z.object({ command: z.string(), words: z.array(z.string()) });
export type Order = z.output<typeof Order>;

/** What the site answers: any number of lines to print, and then one of the other two. */
export const Answer = z.union([
  z.object({ say: z.string() }),
  z.object({ done: z.literal(true), code: z.int() }),
  z.object({ problem: z.string() }),
]);
export type Answer = z.output<typeof Answer>;

/** Carries an order out; what it answers is the command's exit code. */
export type Perform = (order: Order, say: (line: string) => void, signal: AbortSignal) => Promise<number>;

const MOST_ORDER_BYTES = 100_000;

/**
 * The site's side of the data folder's control socket, which only its own user can reach. Orders that come before
 * `serve` are asked to come again. `close` breaks off what is being carried out and waits until it has ended.
 */
export function openControl() {
  let perform: Perform | undefined;
  const running = new Map<Promise<void>, AbortController>();

  async function attend(socket: Socket): Promise<void> {
    const answer = (line: Answer) => socket.writable && socket.write(`${JSON.stringify(line)}\n`);
    const caller = new AbortController();
    socket.once("close", () => caller.abort());
    try {
      const order = await readOrder(socket);
      if (!order) return;
      if (!perform) {
        answer({ problem: "The site is just starting or ending. Try again in a moment." });
        return;
      }
      const work = perform(order, (say) => answer({ say }), caller.signal).then(
        (code) => void answer({ done: true, code }),
        (error: unknown) => void answer({ problem: sentenceFor(error) ?? `It failed: ${String(error)}` }),
      );
      running.set(work, caller);
      await work;
      running.delete(work);
    } finally {
      socket.end();
    }
  }

  return {
    onConnection: (socket: Socket) => void attend(socket),
    serve(carryOut: Perform) {
      perform = carryOut;
    },
    async close() {
      perform = undefined;
      for (const caller of running.values()) caller.abort();
      await Promise.all(running.keys());
    },
  };
}

export type Control = ReturnType<typeof openControl>;

async function readOrder(socket: Socket): Promise<Order | undefined> {
  let bytes = 0;
  socket.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_ORDER_BYTES) socket.destroy();
  });
  for await (const line of createInterface({ input: socket })) {
    const order = Order.safeParse(parsed(line));
    if (order.success) return order.data;
    break;
  }
  return undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    // Not ours: whoever wrote this is answered by the closed line.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
