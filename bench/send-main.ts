import { makeParcel, type Receipt, sendParcel } from "#kit/parcels.ts";
import { quantile } from "./statistics.ts";

// A process of its own: sends updates with a file each, from several clients at once.

export interface SendOrder {
  origin: string;
  count: number;
  clients: number;
  fileBytes: number;
}

export interface SendReport {
  seconds: number;
  /** Milliseconds. */
  p99: number;
  receipts: { mark: string; receipt: Receipt }[];
  failures: string[];
}

export const markOf = (index: number) => `parcel-${String(index).padStart(5, "0")}`;

async function send(order: SendOrder): Promise<SendReport> {
  const receipts: SendReport["receipts"] = [];
  const failures: string[] = [];
  const times: number[] = [];
  let next = 0;
  async function client(): Promise<void> {
    while (next < order.count) {
      const index = next++;
      const parcel = makeParcel(markOf(index), order.fileBytes);
      const since = performance.now();
      try {
        // Each seems to come from another network: thousands of people do not share one, and the gate knows it.
        receipts.push({ mark: parcel.mark, receipt: await sendParcel(order.origin, parcel, index) });
      } catch (error) {
        failures.push(String(error));
      }
      times.push(performance.now() - since);
    }
  }
  const since = performance.now();
  await Promise.all(Array.from({ length: order.clients }, client));
  return { seconds: (performance.now() - since) / 1000, p99: quantile(times, 0.99), receipts, failures };
}

if (process.send) {
  process.on("message", async (order: SendOrder) => process.send?.(await send(order)));
  process.on("disconnect", () => process.exit(0));
}
