import { protocol } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Engine } from "./engine.ts";
import { type Message, readMessages } from "./messages.ts";
import { fleetingStart, making } from "./settings.ts";

let engine: Engine;
beforeAll(async () => {
  engine = new Engine({ startParams: fleetingStart(), initDbStartParams: making });
  await engine.waitReady;
});
afterAll(() => engine.close());

function byPglite(answer: Uint8Array): Message[] {
  const messages: Message[] = [];
  new protocol.Parser().parse(answer, (message) => messages.push(message));
  return messages;
}

const plain = (messages: Message[]) =>
  messages.map((message) => ({ ...message, ...("message" in message && { message: message.message }) }));

test.each([
  [
    "rows",
    "select n, repeat('é', n) as word, nullif(n, 2) as odd, '' as nothing from generate_series(0, 300) n",
  ],
  [
    "several statements in one",
    "create table t (n int); insert into t values (1), (2) returning n; select 'ü🌾' as x",
  ],
  ["no columns and no statement", "select; ;"],
  ["an error after rows", "select 1; select 1 / 0; select 2"],
  ["a notice and a notification", "listen here; do $$ begin raise notice 'Größe'; end $$; notify here, 'ö'"],
])("%s are read as PGlite reads them", async (_, statement) => {
  const answer = await engine.execProtocolRaw(protocol.serialize.query(statement));
  expect(answer.length).toBeGreaterThan(5);
  expect(plain(readMessages(answer))).toEqual(plain(byPglite(answer)));
});

test("what the connection listens to is heard once", async () => {
  const heard: string[] = [];
  const stop = engine.onNotification((channel, payload) => heard.push(`${channel}: ${payload}`));
  const ask = (text: string) =>
    engine.execProtocolStream(protocol.serialize.query(text), { throwOnError: false });
  await ask("listen there; notify there, 'one'");
  stop();
  await ask("notify there, 'two'");
  await Promise.resolve();
  expect(heard).toEqual(["there: one"]);
});
