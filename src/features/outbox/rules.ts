import type { MailState } from "#platform/mail/tables.ts";

/** What the tabs of the outbox show; a mail in a worker's hand counts as waiting. */
export const TABS = {
  queued: { label: "Waiting", states: ["queued", "sending"] },
  sent: { label: "Sent", states: ["sent"] },
  failed: { label: "Failed", states: ["failed"] },
  kept: { label: "Kept here", states: ["kept"] },
} as const satisfies Record<string, { label: string; states: readonly MailState[] }>;
export type Tab = keyof typeof TABS;

export const STATE_WORDS: Record<MailState, { words: string; tone?: "good" | "warn" | "bad" }> = {
  queued: { words: "Waiting", tone: "warn" },
  sending: { words: "Being sent", tone: "warn" },
  sent: { words: "Sent", tone: "good" },
  failed: { words: "Failed", tone: "bad" },
  kept: { words: "Kept here" },
};

/** Without a mail server, sending again would only keep it again. */
export function maySendAgain(state: MailState, delivers: boolean): boolean {
  return delivers && (state === "failed" || state === "kept");
}

/** Its link makes whoever opens it the recipient, so editors read it only where no server can bring it to them. */
export function mayReadText(
  mail: { kind: string; state: MailState },
  privateKinds: readonly string[],
): boolean {
  return mail.state === "kept" || !privateKinds.includes(mail.kind);
}

/** What a mail server's complaint asks of people; undefined where it says enough itself. */
export function adviceOn(problem: string): string | undefined {
  if (/ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EDNS|timeout|getaddrinfo/i.test(problem)) {
    return "The mail server could not be reached. Whoever runs this site should check that it is up and that SMTP_URL names it.";
  }
  if (/EAUTH|invalid login|\b53[0457]\b|authenticat/i.test(problem)) {
    return "The mail server did not accept this site's name or password. Whoever runs this site should check SMTP_URL.";
  }
  if (/self.signed|certificate|TLS|SSL/i.test(problem)) {
    return "The connection to the mail server could not be made safe. Whoever runs this site should check the server's certificate.";
  }
  if (/\b552\b|\b45[0-2]\b|quota|\bfull\b|greylist|rate limit/i.test(problem)) {
    return "The other side did not take it at that time. Trying again later often helps.";
  }
  if (/\b55[0134]\b|mailbox|user unknown|no such/i.test(problem)) {
    return "The other side does not take mail for this address. Check it for a slip, and ask the person for another one.";
  }
  return undefined;
}
