import { sql } from "kysely";
import { createTransport } from "nodemailer";
import { z } from "zod";
import type { Ctx } from "../context.ts";
import { transact } from "../database/transact.ts";
import { type Job, job } from "../jobs.ts";
import { forgetOldMails } from "./forgetting.ts";
import { type Mail, mailById, SEND_MAIL } from "./mail.ts";

/** Longer than SMTP's own time limits together, so that a living worker never loses its mail to another. */
const CLAIM_MINUTES = 5;
const GIVE_UP_AFTER = 9;

/** Where mail goes: any SMTP server, or nowhere but the outbox page. */
export interface PostOffice {
  readonly delivers: boolean;
  send(mail: Mail): Promise<void>;
  /** Told of each mail that stays in the outbox because there is no server to take it. */
  kept(mail: Mail): void;
  close(): void;
}

/**
 * @param smtpUrl `smtp://user:password@host:587` or `smtps://…`; undefined keeps all mail in the outbox
 * @param from the sender, such as `Sector Commons <commons@example.org>`
 */
export function openPostOffice(
  smtpUrl: string | undefined,
  from: string,
  kept: (mail: Mail) => void = () => {},
): PostOffice {
  if (!smtpUrl) return { delivers: false, send: async () => {}, kept, close: () => {} };
  const transport = createTransport(smtpUrl, {
    from,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  } as never);
  return {
    delivers: true,
    kept,
    async send(mail) {
      await transport.sendMail({
        to: mail.to,
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // The same row always carries the same id, so a mailbox can tell a second delivery from a second mail.
        messageId: `<${mail.id}@${from.match(/@([^>\s]+)/)?.[1] ?? "localhost"}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close: () => transport.close(),
  };
}

/** Takes a waiting mail in hand, or one whose holder died; a mail in another's hand is left alone. */
async function claim(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable("mails")
    .set({
      state: "sending",
      tries: sql`tries + 1`,
      claimed_until: new Date(ctx.now.getTime() + CLAIM_MINUTES * 60_000),
    })
    .where("id", "=", id)
    .where((or) =>
      or.or([
        or("state", "=", "queued"),
        or.and([or("state", "=", "sending"), or("claimed_until", "<", ctx.now)]),
      ]),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Sends one mail row at least once; twice only if the process dies between the server's yes and the commit. */
async function deliver(ctx: Ctx, office: PostOffice, id: string): Promise<void> {
  if (!(await claim(ctx, id))) return;
  const mail = await mailById(ctx, id);
  if (!mail) return;
  if (!office.delivers) {
    await ctx.db
      .updateTable("mails")
      .set({ state: "kept", claimed_until: null })
      .where("id", "=", id)
      .execute();
    office.kept(mail);
    return;
  }
  try {
    await office.send(mail);
  } catch (error) {
    const gaveUp = mail.tries >= GIVE_UP_AFTER || isPermanent(error);
    await ctx.db
      .updateTable("mails")
      .set({
        state: gaveUp ? "failed" : "queued",
        claimed_until: null,
        last_problem: String((error as Error).message).slice(0, 500),
      })
      .where("id", "=", id)
      .execute();
    if (gaveUp) return;
    throw error;
  }
  await ctx.db
    .updateTable("mails")
    .set({ state: "sent", sent_at: ctx.now, claimed_until: null, last_problem: null })
    .where("id", "=", id)
    .execute();
}

/** A 5xx answer to the address itself will be the same tomorrow. */
function isPermanent(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return responseCode !== undefined && responseCode >= 550 && responseCode < 560 && command === "RCPT TO";
}

/** Mails that wait although no job speaks of them: after a restore, or when a worker died with one in hand. */
async function findStranded(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("mails")
    .select("id")
    .where((or) =>
      or.or([
        or.and([
          or("state", "=", "queued"),
          or("created_at", "<", new Date(ctx.now.getTime() - 2 * 3600_000)),
        ]),
        or.and([or("state", "=", "sending"), or("claimed_until", "<", ctx.now)]),
      ]),
    )
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

export function mailJobs(office: PostOffice): Job[] {
  return [
    job({
      name: SEND_MAIL,
      payload: z.object({ mail: z.uuid() }),
      run: (ctx, { mail }) => deliver(ctx, office, mail),
    }),
    job({
      name: "mail.forget-old",
      payload: z.object({}),
      every: "53 8 * * *",
      run: async (ctx) => {
        await forgetOldMails(ctx);
      },
    }),
    job({
      name: "mail.sweep",
      payload: z.object({}),
      every: "*/5 * * * *",
      run: (ctx) =>
        transact(ctx, async (inner) => {
          for (const mail of await findStranded(inner)) await inner.jobs.enqueue(inner, SEND_MAIL, { mail });
        }),
    }),
  ];
}
