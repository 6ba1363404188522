export type FooterWords = {
  /** Why this person gets this mail: "You get this mail because you sent us an update." */
  reason: string;
  /** How to get no more of them, where that can be chosen. */
  stop?: { label: string; href: string };
  /** Bulk mail must carry one by law. */
  postalAddress?: string;
};

export function footerText({ reason, stop, postalAddress }: FooterWords): string {
  const lines = [reason, stop && `${stop.label}: ${stop.href}`, postalAddress];
  return lines.filter(Boolean).join("\n");
}
