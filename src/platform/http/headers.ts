/**
 * Nothing is inline and nothing comes from elsewhere, so no nonce is needed and pages can be kept.
 * `upgrade-insecure-requests` is left to the proxy: on http://localhost it would break the first run.
 */
export const SECURITY_HEADERS: [string, string][] = [
  [
    "content-security-policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; " +
      "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"],
];

/** Only once the site is reached by https, and only for its own host. */
export const STRICT_TRANSPORT: [string, string] = ["strict-transport-security", "max-age=31536000"];
