import fc from "fast-check";
import { expect, it } from "vitest";
import { encode, pageBytes, WRITTEN_OUT } from "./page-bytes.ts";

it("encodes as everybody does, halves of pairs too", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(encode(text).equals(Buffer.from(text))).toBe(true);
    }),
  );
  expect(encode("a\ud800’b").equals(Buffer.from("a\ud800’b"))).toBe(true);
});

it("puts what was written out before into its place", () => {
  const part = encode("<p>it’s here</p>");
  expect(pageBytes(`<main>“${WRITTEN_OUT}”</main>`, part).toString()).toBe("<main>“<p>it’s here</p>”</main>");
  expect(pageBytes("<main></main>", part).toString()).toBe("<main></main>");
});
