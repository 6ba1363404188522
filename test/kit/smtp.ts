import type { AddressInfo, Socket } from "node:net";
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
  /** Refuses every mail to this address, before it has seen its text; with 0 it takes them again. */
  refuseRecipient(address: string, code: number): void;
  /** Asked of each mail from now on: refuse it with a code, hang up on it, or take it and never say so. */
  decide(how: (mail: ParsedMail) => Fate): void;
  stop(): Promise<void>;
}

export type Fate = number | "hang-up" | "silence" | undefined;

/**
 * Starts a mail server on 127.0.0.1 that takes everything, and passes nothing on.
 *
 * @param port any free one, if not given
 */
export async function startSmtp(port = 0): Promise<ThrowAwaySmtp> {
  const messages: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const refusal = { left: 0, code: 451 };
  const unknown = new Map<string, number>();
  const lines = new Map<number, Socket>();
  let fateOf: (mail: ParsedMail) => Fate = () => undefined;
  const refused = (responseCode: number) => Object.assign(new Error("Refused by the test"), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    // Nobody answers for 127.0.0.1, and every mail would wait for that.
    disableReverseLookup: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onRcptTo({ address }, _session, done) {
      const code = unknown.get(address);
      done(code ? refused(code) : null);
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then((mail) => {
        if (refusal.left > 0) {
          refusal.left--;
          return done(refused(refusal.code));
        }
        const fate = fateOf(mail);
        if (typeof fate === "number") return done(refused(fate));
        if (fate === "hang-up") return lines.get(session.remotePort)?.destroy();
        messages.push({ ...mail, recipients });
        for (const look of waiting) look();
        if (fate !== "silence") done();
      }, done);
    },
  });
  // A client that hangs up in the middle is the client's matter; its own test says what should follow.
  server.on("error", () => undefined);
  server.server.on("connection", (line: Socket) => {
    const { remotePort = 0 } = line;
    lines.set(remotePort, line);
    line.once("close", () => lines.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages,
    waitFor(fits, milliseconds = 30_000) {
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
    refuseRecipient: (address, code) => void unknown.set(address, code),
    decide(how) {
      fateOf = how;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const line of lines.values()) line.destroy();
      }),
  };
}
