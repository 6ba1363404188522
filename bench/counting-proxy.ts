import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** Stands between a program and its PostgreSQL, and counts the statements that pass. */
export interface CountingProxy {
  /** The database's address, by way of the proxy. */
  url: string;
  /** Statements so far; transactions' own begin and commit are not counted. */
  statements(): string[];
  reset(): void;
  stop(): void;
}

export async function startCountingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const read = messageReader((text) => {
      if (!/^\s*(begin|start transaction|commit|rollback)/i.test(text)) seen.push(text);
    });
    client.on("data", read);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    statements: () => seen,
    reset() {
      seen = [];
    },
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

const HEADER = 5;

/** Reads what a client of PostgreSQL says and reports the text of each statement it sends. */
function messageReader(statement: (text: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    if (!started) {
      // The first message has no type: a length, and what the session shall be like.
      if (rest.length < 4 || rest.length < rest.readInt32BE(0)) return;
      rest = rest.subarray(rest.readInt32BE(0));
      started = true;
    }
    while (rest.length >= HEADER) {
      const length = rest.readInt32BE(1) + 1;
      if (rest.length < length) return;
      const type = String.fromCharCode(rest[0]!);
      const body = rest.subarray(HEADER, length);
      // Q: a statement as it stands. P: one with parameters; its own name comes first.
      if (type === "Q") statement(textAt(body, 0));
      if (type === "P") statement(textAt(body, body.indexOf(0) + 1));
      rest = rest.subarray(length);
    }
  };
}

function textAt(body: Buffer, start: number): string {
  return body.toString("utf8", start, body.indexOf(0, start));
}
