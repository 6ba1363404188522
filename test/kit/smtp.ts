import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail extends ParsedMail {
  /** Addresses of the envelope, which is what decides where a mail really goes. */
  recipients: string[];
}

export interface ThrowAwaySmtp {
  /** For `SMTP_URL`. */
  url: string;
  /** Everything taken, oldest first. */
  messages: ReceivedMail[];
  /** The first mail that fits, already here or still to come; fails after `milliseconds`. */
  waitFor(fits: (mail: ReceivedMail) => boolean, milliseconds?: number): Promise<ReceivedMail>;
  /** Refuses the next `count` mails with this answer: 4xx for "try again later", 5xx for "never". */
  failNext(count: number, code: number): void;
  stop(): Promise<void>;
}

/** Starts a mail server on 127.0.0.1 that takes everything, and passes nothing on. */
export async function startSmtp(): Promise<ThrowAwaySmtp> {
  const messages: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const refusal = { left: 0, code: 451 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then((mail) => {
        if (refusal.left > 0) {
          refusal.left--;
          return done(Object.assign(new Error("Refused by the test"), { responseCode: refusal.code }));
        }
        messages.push({ ...mail, recipients });
        for (const look of waiting) look();
        done();
      }, done);
    },
  });
  // A client that hangs up in the middle is the client's matter; its own test says what should follow.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    waitFor(fits, milliseconds = 10_000) {
      return new Promise((resolve, reject) => {
        const forget = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const timer = setTimeout(() => {
          forget();
          const seen = messages.map((mail) => `"${mail.subject}" to ${mail.recipients.join(", ")}`);
          reject(new Error(`No such mail within ${milliseconds} ms. Came: ${seen.join("; ") || "none"}`));
        }, milliseconds);
        const look = () => {
          const found = messages.find(fits);
          if (!found) return;
          forget();
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    failNext(count, code) {
      refusal.left = count;
      refusal.code = code;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
