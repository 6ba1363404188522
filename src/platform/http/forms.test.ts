import { expect, test } from "vitest";
import { BrokenUpload, TooLarge } from "../files/surprises.ts";
import { formValues } from "./forms.ts";
import type { HouseContext } from "./routes.ts";

/** Reads what a request holds, as a route would. */
function read(body: BodyInit | undefined, headers: Record<string, string> = {}) {
  const sent = { method: "POST", headers, duplex: "half", ...(body === undefined ? {} : { body }) };
  const raw = new Request("http://site.test/", sent as RequestInit);
  return formValues({ req: { raw } } as HouseContext);
}

test("a field that came twice is a list; the others are texts", async () => {
  const typed = new URLSearchParams([
    ["topics", "meetings"],
    ["name", "Zoë"],
    ["topics", "follow-up"],
  ]);
  expect(await read(typed)).toEqual({ topics: ["meetings", "follow-up"], name: "Zoë" });
});

test("what is no form, or not a whole one, is told as such and is no failure of ours", async () => {
  await expect(read("{}", { "content-type": "application/json" })).rejects.toThrow(BrokenUpload);
  await expect(read(undefined)).rejects.toThrow(BrokenUpload);
  const cut = read("--x\r\ncut", { "content-type": "multipart/form-data; boundary=x" });
  await expect(cut).rejects.toThrow(BrokenUpload);
});

test("a form that does not say how long it is, is read only as far as the longest of ours", async () => {
  let taken = 0;
  const endless = new ReadableStream({
    pull(stream) {
      taken += 1_000_000;
      stream.enqueue(new Uint8Array(1_000_000));
    },
  });
  const type = { "content-type": "application/x-www-form-urlencoded" };
  await expect(read(endless, type)).rejects.toThrow(TooLarge);
  expect(taken).toBeLessThan(10_000_000);
});
