import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder } from "./claim.ts";
import { callHolder } from "./control-door.ts";
import { FolderInUse } from "./problems.ts";

let folder: string;
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "claim-"));
  children = [];
});

afterEach(async () => {
  for (const child of children) await end(child);
  await rm(folder, { recursive: true, force: true });
});

test("of eight processes that claim a folder at once exactly one gets it, ten times over", async () => {
  const claimants = await Promise.all(Array.from({ length: 8 }, claimant));
  for (let round = 0; round < 10; round++) {
    const place = join(folder, String(round));
    const answers = await Promise.all(claimants.map((child) => ask(child, place)));
    const winner = claimants[answers.indexOf("won")];
    const refusal = `Another Sector Commons (process ${winner?.pid}) already uses the folder ${place}. Stop it first, or set DATA_DIR to another folder.`;
    expect(answers.toSorted()).toEqual([...Array(7).fill(refusal), "won"]);
  }
});

test("a claim ends with its process, however that ended", async () => {
  const holder = await claimant();
  expect(await ask(holder, folder)).toBe("won");
  await expect(claimFolder(folder)).rejects.toThrow(FolderInUse);
  await end(holder);
  const claim = await claimFolder(folder);
  await claim.release();
});

test("a claim holds within its own process, too, until it is released", async () => {
  const claim = await claimFolder(folder);
  await expect(claimFolder(folder)).rejects.toMatchObject({ name: "FolderInUse", holder: process.pid });
  await claim.release();
  await claim.release();
  const next = await claimFolder(folder);
  await next.release();
});

test("a released folder keeps nothing but the empty lock file", async () => {
  const claim = await claimFolder(folder, { onConnection: (socket) => socket.end() });
  await claim.release();
  expect(await readdir(folder)).toEqual(["claim.lock"]);
  expect((await stat(join(folder, "claim.lock"))).size).toBe(0);
});

test("whoever may read the folder can call its holder", async () => {
  const claim = await claimFolder(folder, { onConnection: (socket) => socket.end("here I am") });
  const socket = await callHolder(folder);
  expect(await text(socket!)).toBe("here I am");
  const mode = (await stat(join(folder, "control.sock"))).mode & 0o777;
  expect(mode).toBe(0o600);
  await claim.release();
  expect(await callHolder(folder)).toBeUndefined();
});

test("a folder whose name is too long for a socket has one all the same", async () => {
  const deep = join(folder, "d".repeat(120));
  const claim = await claimFolder(deep, { onConnection: (socket) => socket.end("here I am") });
  const socket = await callHolder(deep);
  expect(await text(socket!)).toBe("here I am");
  await claim.release();
});

test("a socket and a card left by a killed holder are no obstacle", async () => {
  const killed = await claimant();
  await ask(killed, folder);
  await end(killed);
  await writeFile(join(folder, "control.sock"), "");
  await writeFile(
    join(folder, "claim.json"),
    JSON.stringify({ process: killed.pid, control: join(folder, "control.sock") }),
  );
  expect(await callHolder(folder)).toBeUndefined();

  const claim = await claimFolder(folder, { onConnection: (socket) => socket.end("new here") });
  expect(await text((await callHolder(folder))!)).toBe("new here");
  await claim.release();
});

test("closing the claim hangs up on who still talks", async () => {
  const claim = await claimFolder(folder, { onConnection: (socket) => socket.write("go on") });
  const socket = await callHolder(folder);
  await once(socket!, "data");
  const hungUp = once(socket!, "close");
  await claim.release();
  await hungUp;
});

async function claimant(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, "testing", "claimant.ts"), { execArgv: [] });
  children.push(child);
  await once(child, "message");
  return child;
}

async function ask(child: ChildProcess, place: string): Promise<string> {
  const answer = once(child, "message");
  child.send(place);
  return (await answer)[0];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
