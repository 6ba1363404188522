import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { TooMany } from "#base/surprises.ts";

/** Counts tries in this process's memory; a restart forgets them. */
export interface RateLimits {
  /**
   * Counts one more try under `key`.
   *
   * @param key sealed with `ctx.seal`, so that no address lies readable in memory
   * @param most tries allowed in any `seconds` that begin with a first try
   * @throws TooMany with the seconds to wait
   */
  allow(key: string, most: number, seconds: number): Promise<void>;
}

export function openRateLimits(): RateLimits {
  const limiters = new Map<string, RateLimiterMemory>();
  return {
    async allow(key, most, seconds) {
      const name = `${most}/${seconds}`;
      const limiter = limiters.get(name) ?? new RateLimiterMemory({ points: most, duration: seconds });
      limiters.set(name, limiter);
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new TooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
      }
    },
  };
}
