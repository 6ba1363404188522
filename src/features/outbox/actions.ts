import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { mailById, requeueMail } from "#platform/mail/mail.ts";

/** @throws Conflict where it is waiting or sent already */
export async function sendAgain(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const mail = await mailById(ctx, id);
    if (!mail) throw new NotFound();
    if (!(await requeueMail(ctx, id))) {
      throw new Conflict("This mail is on its way already, so it was not sent a second time.");
    }
    await tell(ctx, {
      name: "mail.requeued",
      subject: { kind: "mail", id },
      particulars: { subject: mail.subject },
    });
  });
}

/** Lets work that gave up be tried once more. @throws Conflict where somebody did that already */
export async function retryJob(ctx: Ctx, name: string, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (!(await ctx.jobs.retry(ctx, name, id))) {
      throw new Conflict("This is being tried again already, or it was cleared away.");
    }
    await tell(ctx, { name: "job.retried", subject: { kind: "job", id }, particulars: { job: name } });
  });
}
