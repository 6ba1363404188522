import { createTransport, type Transporter } from "nodemailer";
import type { Mail } from "./mail.ts";

/** Where mail goes: any SMTP server, or nowhere but the outbox page. */
export interface PostOffice {
  readonly delivers: boolean;
  send(mail: Mail): Promise<void>;
  /** For many mails: a few connections that stay open until they are closed. */
  openLines(): MailLines;
  /** Told of each mail that stays in the outbox because there is no server to take it. */
  kept(mail: Mail): void;
  close(): void;
}

export interface MailLines {
  /** How many may be sent at once. */
  readonly count: number;
  /** How many to have ready, so that no line waits and none waits long. */
  readonly ahead: number;
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface PostOfficeOptions {
  /** Told of each mail that is kept. */
  kept?: (mail: Mail) => void;
  /** As many as the mail server takes from us; undefined leaves it to the server's own speed. */
  perMinute?: number | undefined;
}

/** Few enough that no mail server takes us for an attack, many enough that none of them waits for its answers. */
const LINES = 5;
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/**
 * @param smtpUrl `smtp://user:password@host:587` or `smtps://…`; undefined keeps all mail in the outbox
 * @param from the sender, such as `Sector Commons <commons@example.org>`
 */
export function openPostOffice(
  smtpUrl: string | undefined,
  from: string,
  { kept = () => {}, perMinute }: PostOfficeOptions = {},
): PostOffice {
  if (!smtpUrl) {
    const openLines = () => ({ count: 1, ahead: 50, send: async () => {}, close: () => {} });
    return { delivers: false, send: async () => {}, openLines, kept, close: () => {} };
  }
  // The address goes in among the options: beside it, nodemailer would take them for what every message has in common.
  const transport: Transporter = createTransport({ url: smtpUrl, ...PATIENCE } as never);
  return {
    delivers: true,
    kept,
    async send(mail) {
      await transport.sendMail(messageOf(mail, from));
    },
    openLines() {
      const pool: Transporter = createTransport({
        url: smtpUrl,
        ...PATIENCE,
        pool: true,
        maxConnections: LINES,
        maxMessages: 500,
        // A line that breaks in the middle of a mail leaves it to us, who write down each try.
        maxRequeues: 0,
        ...paceOf(perMinute),
      } as never);
      return {
        count: LINES,
        ahead: perMinute === undefined ? 40 : Math.min(40, Math.max(LINES, Math.ceil(perMinute / 4))),
        async send(mail) {
          await pool.sendMail(messageOf(mail, from));
        },
        close: () => pool.close(),
      };
    },
    close: () => transport.close(),
  };
}

function paceOf(perMinute: number | undefined): { rateLimit?: number; rateDelta?: number } {
  if (perMinute === undefined) return {};
  // A second's share at once; less than one a second is one every so often.
  return perMinute >= 60
    ? { rateLimit: Math.floor(perMinute / 60), rateDelta: 1_000 }
    : { rateLimit: 1, rateDelta: Math.ceil(60_000 / perMinute) };
}

/** A mail as nodemailer takes it. Names and addresses go in apart, so that none is read as a list of several. */
function messageOf(mail: Mail, from: string) {
  const [, siteName = "", siteAddress = from] = /^([^<]*)<([^>]+)>$/.exec(from) ?? [];
  return {
    from: { name: mail.fromName ?? siteName.trim(), address: siteAddress },
    to: { name: "", address: mail.to },
    ...(mail.replyTo ? { replyTo: { name: mail.replyToName ?? "", address: mail.replyTo } } : {}),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: (mail.attachments ?? []).map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
    // The same row always carries the same id, so a mailbox can tell a second delivery from a second mail.
    messageId: `<${mail.id}@${siteAddress.split("@")[1] ?? "localhost"}>`,
    headers: {
      ...(mail.personal ? {} : { "Auto-Submitted": "auto-generated" }),
      ...(mail.unsubscribeUrl
        ? {
            "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }
        : {}),
    },
  };
}
