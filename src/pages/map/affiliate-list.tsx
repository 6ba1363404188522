import { AFFILIATE_KIND_WORDS, type MapAffiliate } from "#features/affiliates/public.ts";
import { countyListWords, stateByCode } from "#features/places/public.ts";

/** What is hatched or has a diamond, in words. */
export function AffiliateList({ affiliates }: { affiliates: MapAffiliate[] }) {
  return (
    <ul class="bare map-places">
      {affiliates.map(({ name, href, kind, stateCode, counties }) => (
        <li>
          <span class="map-at" aria-hidden="true">
            ◇
          </span>
          <div>
            <a href={href}>{name}</a>
            <p class="small quiet-text">
              {[
                AFFILIATE_KIND_WORDS[kind].one,
                countyListWords(counties) ||
                  (stateCode && stateByCode(stateCode)?.name !== name && stateByCode(stateCode)?.name),
              ]
                .filter(Boolean)
                .join(". ")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
