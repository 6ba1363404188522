/** To whom a passkey belongs: the site's host, and the one origin from which it is taken. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/**
 * Whose passkeys these are; undefined where browsers make none: without a certificate, except on the machine itself,
 * or for a bare IP address.
 */
export function relyingParty(siteUrl: string): RelyingParty | undefined {
  const { protocol, hostname, origin } = new URL(siteUrl);
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.startsWith("[");
  if (isAddress || (protocol !== "https:" && !isLocal)) return undefined;
  return { id: hostname, origin };
}
