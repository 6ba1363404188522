import { expect, test } from "vitest";
import type { LedPartnership } from "#features/partnerships/public.ts";
import { agoWords, lackingIn } from "./rules.ts";

const whole: LedPartnership = {
  id: "1",
  slug: "platte",
  name: "Platte Valley",
  stage: "active",
  stageSince: "2018",
  contactable: true,
  confirmedAt: null,
  changedAt: new Date(0),
  conveners: 1,
  champions: 2,
  counties: 3,
  wholeState: false,
};

test("a page that has everything lacks nothing", () => {
  expect(lackingIn(whole, 1)).toEqual([]);
  expect(lackingIn({ ...whole, counties: 0, wholeState: true }, 1)).toEqual([]);
});

test("what is missing is told, and a page that nobody tends is not blamed for taking no letters", () => {
  expect(lackingIn({ ...whole, contactable: false, champions: 0 }, 0)).toEqual([
    "nobody looks after its page",
    "no champion named",
  ]);
  expect(lackingIn({ ...whole, contactable: false, conveners: 0, counties: 0 }, 2)).toEqual([
    "takes no letters",
    "no convener named",
    "counties not told",
  ]);
});

test("times gone by are told as people tell them", () => {
  const now = new Date("2026-05-04T15:00:00Z");
  const ago = (days: number) => agoWords(new Date(now.getTime() - days * 86_400_000), now);
  expect([0, 1, 59, 61, 400, 800].map(ago)).toEqual([
    "today",
    "yesterday",
    "59 days ago",
    "2 months ago",
    "13 months ago",
    "2 years ago",
  ]);
});
