/** The community this house serves: what its editors set on the settings page, plus the address it stands at. */
export interface Site {
  readonly name: string;
  readonly tagline: string;
  /** One sentence that says what this community is; stands on the home page and in feeds. */
  readonly description: string;
  /** Origin without a trailing slash, such as `https://commons.example.org`. */
  readonly url: string;
  /** IANA zone in which editors plan, such as `America/Denver`. */
  readonly timeZone: string;
  /** Where readers write to; shown on the accessibility and privacy pages. */
  readonly contactEmail: string;
  /** Needed on bulk mail by law; empty until an editor gives it. */
  readonly postalAddress: string;
  /** `#rrggbb`; empty for the house's own teal. */
  readonly brandColor: string;
}

/** An absolute address on this site. */
export function absoluteUrl(site: Site, path: string): string {
  return site.url + path;
}
