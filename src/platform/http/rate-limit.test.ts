import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TooMany } from "#base/surprises.ts";
import { openRateLimits } from "./rate-limit.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the try after the last allowed one is refused, with the seconds to wait", async () => {
  const limits = openRateLimits();
  for (let tries = 0; tries < 3; tries += 1) await limits.allow("someone", 3, 60);
  vi.advanceTimersByTime(20_000);
  const refusal = await limits.allow("someone", 3, 60).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(TooMany);
  expect((refusal as TooMany).retryAfter).toBe(40);
});

test("others are not counted with them, and time heals", async () => {
  const limits = openRateLimits();
  await limits.allow("someone", 1, 60);
  await limits.allow("another", 1, 60);
  await expect(limits.allow("someone", 1, 60)).rejects.toThrow(TooMany);
  vi.advanceTimersByTime(60_001);
  await expect(limits.allow("someone", 1, 60)).resolves.toBeUndefined();
});
