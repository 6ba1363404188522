import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readCard } from "./claim-card.ts";

export interface Door {
  readonly address: string;
  close(): Promise<void>;
}

/** The shortest limit of a Unix socket's path among the systems Node runs on, in bytes (macOS). */
const LONGEST_ADDRESS = 103;

/** Listens on the folder's control socket; call it as the folder's holder only. */
export async function openDoor(folder: string, onConnection: (socket: Socket) => void): Promise<Door> {
  const { address, remove } = await freeAddress(folder);
  const visitors = new Set<Socket>();
  const server = createServer((socket) => {
    visitors.add(socket);
    socket.on("close", () => visitors.delete(socket));
    // A caller that hangs up is no news; who reads from the socket sees the end.
    socket.on("error", () => socket.destroy());
    onConnection(socket);
  });
  server.listen(address);
  await once(server, "listening");
  if (process.platform !== "win32") await chmod(address, 0o600);
  // The claim does not keep the process alive.
  server.unref();
  return {
    address,
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const visitor of visitors) visitor.destroy();
      await closed;
      await remove();
    },
  };
}

/** A free place: in the folder where its path fits, else in a private one, which the holder's card names. */
async function freeAddress(folder: string): Promise<{ address: string; remove: () => Promise<void> }> {
  if (process.platform === "win32") {
    const name = randomBytes(16).toString("hex");
    return { address: `\\\\.\\pipe\\sector-commons-${name}`, remove: async () => {} };
  }
  const inside = join(folder, "control.sock");
  if (Buffer.byteLength(inside) <= LONGEST_ADDRESS) {
    const remove = () => rm(inside, { force: true });
    // Left by a holder that was killed.
    await remove();
    return { address: inside, remove };
  }
  const room = await mkdtemp(join(tmpdir(), "sector-commons-"));
  return { address: join(room, "control.sock"), remove: () => rm(room, { recursive: true, force: true }) };
}

/**
 * Connects to the process that holds the folder. `undefined` when nobody does, or when the holder listens to
 * nobody.
 */
export async function callHolder(folder: string): Promise<Socket | undefined> {
  const card = await readCard(resolve(folder));
  if (!card?.control) return undefined;
  const socket = connect(card.control);
  return new Promise((settle) => {
    socket.once("connect", () => settle(socket));
    // Refused or gone: the card of a process that died.
    socket.once("error", () => settle(undefined));
  });
}
