import { expect, test } from "vitest";
import { stateByCode } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Topic } from "#features/topics/public.ts";
import { describeFilter } from "./describe.ts";
import { type Filter, NO_FILTER } from "./filter.ts";

const sector = (name: string) => ({ name }) as Sector;
const topic = (name: string) => ({ name }) as Topic;

test.each<[Partial<Filter>, string]>([
  [{}, "Happenings"],
  [{ kinds: ["news"], state: stateByCode("ne") }, "News from Nebraska"],
  [
    { sectors: [sector("Healthcare")], kinds: ["best-practice"], state: stateByCode("ne") },
    "Healthcare best practices from Nebraska",
  ],
  [
    { sectors: [sector("Manufacturing"), sector("IT services"), sector("Food and agriculture")] },
    "Manufacturing, IT services or food and agriculture happenings",
  ],
  [
    { topics: [topic("Business recruitment"), topic("Transportation")] },
    "Happenings about business recruitment or transportation",
  ],
  [{ state: stateByCode("dc"), q: "Nurses" }, "Happenings from the District of Columbia with “Nurses”"],
])("%# reads as a person would say it", (filter, words) => {
  expect(describeFilter({ ...NO_FILTER, ...filter })).toBe(words);
});
