/**
 * The network an address belongs to, for counting visitors without telling one from the next: the first 24 bits
 * of an IPv4 address, the first 48 of an IPv6 address. Anything else is one network of its own.
 */
export function networkOf(address: string): string {
  const plain = (address.trim().split("%")[0] ?? "").replace(/^\[|\]$/g, "");
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) return networkOfIPv4(plain);
  const url = `http://[${plain}]`;
  if (!plain.includes(":") || !URL.canParse(url)) return "unknown";
  const groups = groupsOf(new URL(url).hostname.slice(1, -1));
  // An IPv4 visitor on a socket that speaks both: ::ffff:192.0.2.7.
  if (groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff") {
    const bytes = groups
      .slice(6)
      .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
    return networkOfIPv4(bytes.join("."));
  }
  return `${groups.slice(0, 3).join(":")}::/48`;
}

function networkOfIPv4(address: string): string {
  return `${address.split(".").slice(0, 3).join(".")}.0/24`;
}

/** All eight groups of a shortened IPv6 address. */
function groupsOf(short: string): string[] {
  const [before = "", after = ""] = short.split("::");
  const left = before.split(":").filter(Boolean);
  const right = after.split(":").filter(Boolean);
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}
