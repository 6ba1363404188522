import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { PageCache } from "./page-cache.ts";

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(pages: PageCache): Promise<string> {
  server = createServer((request, response) => {
    if (!pages.answer(request, response, "an id")) response.writeHead(404).end("made afresh");
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page = (text: string) => ({
  route: "/a",
  headers: [["content-type", "text/html"]] as [string, string][],
  body: Buffer.from(text),
});

test("a kept page is answered with its headers, its tag and this request's own id", async () => {
  const pages = new PageCache(1e6);
  pages.keep("/a?x=1", pages.generation, page("words"));
  const response = await fetch(`${await serve(pages)}/a?x=1`);
  expect(await response.text()).toBe("words");
  expect(response.headers.get("content-type")).toBe("text/html");
  expect(response.headers.get("x-request-id")).toBe("an id");
  expect(response.headers.get("etag")).toMatch(/^W\//);
});

test("a reader who has the page already is told so", async () => {
  const pages = new PageCache(1e6);
  pages.keep("/a", pages.generation, page("words"));
  const origin = await serve(pages);
  const etag = (await fetch(`${origin}/a`)).headers.get("etag") ?? "";
  const again = await fetch(`${origin}/a`, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
});

test("a long page is sent compressed to those who can read it so", async () => {
  const pages = new PageCache(1e6);
  const text = "letters ".repeat(500);
  pages.keep("/a", pages.generation, page(text));
  const origin = await serve(pages);
  for (const encoding of ["br", "gzip", "identity"]) {
    const response = await fetch(`${origin}/a`, { headers: { "accept-encoding": encoding } });
    expect(await response.text()).toBe(text);
    expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
  }
});

test("a page made from before a change is not kept after it", async () => {
  const pages = new PageCache(1e6);
  const before = pages.generation;
  pages.clear();
  pages.keep("/a", before, page("stale"));
  expect((await fetch(`${await serve(pages)}/a`)).status).toBe(404);
});

test("while changes cannot be heard nothing is kept", async () => {
  const pages = new PageCache(1e6);
  pages.keep("/a", pages.generation, page("early"));
  pages.pause();
  pages.keep("/b", pages.generation, page("late"));
  const origin = await serve(pages);
  expect((await fetch(`${origin}/a`)).status).toBe(404);
  expect((await fetch(`${origin}/b`)).status).toBe(404);
});

test("the oldest pages make room for new ones", async () => {
  const pages = new PageCache(100_000);
  for (let number = 0; number < 100; number += 1)
    pages.keep(`/${number}`, pages.generation, page("x".repeat(5_000)));
  const origin = await serve(pages);
  expect((await fetch(`${origin}/0`)).status).toBe(404);
  expect((await fetch(`${origin}/99`)).status).toBe(200);
});
