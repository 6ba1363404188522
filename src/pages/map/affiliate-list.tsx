import { AFFILIATE_KIND_WORDS, type MapAffiliate } from "#features/affiliates/public.ts";
import { countyListWords, stateByCode } from "#features/places/public.ts";

/** What is hatched or has a diamond, in words. */
export function AffiliateList({ affiliates }: { affiliates: MapAffiliate[] }) {
  return (
    <ul class="bare map-list network-list" aria-label="Affiliates">
      {affiliates.map((affiliate) => (
        <li>
          <a href={affiliate.href}>{affiliate.name}</a>
          <span class="count">{whereOf(affiliate)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Its counties, or its state where that is not its name already; what it is otherwise. */
function whereOf({ name, kind, stateCode, counties }: MapAffiliate): string {
  const state = stateCode ? stateByCode(stateCode)?.name : undefined;
  return countyListWords(counties) || (state !== name && state) || AFFILIATE_KIND_WORDS[kind].one;
}
