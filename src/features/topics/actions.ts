import { type Direction, moved } from "#base/order.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { TopicCommand } from "./forms.ts";
import { allTopics } from "./queries.ts";

type Told = "topic.added" | "topic.changed" | "topic.moved" | "topic.retired" | "topic.returned";

function tellOf(ctx: Ctx, name: Told, topic: { id: string; name: string }): Promise<void> {
  const { id } = topic;
  return tell(ctx, { name, subject: { kind: "topic", id }, particulars: { name: topic.name } });
}

async function nameIsTaken(ctx: Ctx, name: string, id?: string): Promise<Outcome<never> | undefined> {
  const same = (await allTopics(ctx)).find(
    (topic) => topic.id !== id && topic.name.toLowerCase() === name.toLowerCase(),
  );
  if (!same) return undefined;
  return problem(
    "name",
    same.retiredAt
      ? `${same.name} is a retired topic; put that one back instead.`
      : `There is a topic called ${same.name} already.`,
  );
}

/** Adds a topic at the end of the list. Its slug is made from its name, unless one is given, and never changes. */
export async function addTopic(
  ctx: Ctx,
  command: TopicCommand & { slug?: string },
): Promise<Outcome<{ id: string }>> {
  return transact(ctx, async (ctx) => {
    const taken = await nameIsTaken(ctx, command.name);
    if (taken) return taken;
    const all = await allTopics(ctx);
    const id = ctx.random.id();
    await ctx.db
      .insertInto("topics")
      .values({
        id,
        slug: freeSlug(command.slug ?? (slugify(command.name) || "topic"), all),
        name: command.name,
        description: command.description,
        position: Math.max(0, ...all.map(({ position }) => position)) + 1,
        retired_at: null,
        created_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "topic.added", { id, name: command.name });
    return done({ id });
  });
}

function freeSlug(base: string, all: readonly { slug: string }[]): string {
  for (let attempt = 1; ; attempt += 1) {
    const slug = numberedSlug(base, attempt);
    if (!all.some((topic) => topic.slug === slug)) return slug;
  }
}

/** @throws Conflict when another editor saved since `version` was read */
export async function changeTopic(
  ctx: Ctx,
  id: string,
  command: TopicCommand & { version: number },
): Promise<Outcome<void>> {
  return transact(ctx, async (ctx) => {
    const taken = await nameIsTaken(ctx, command.name, id);
    if (taken) return taken;
    const row = await ctx.db
      .updateTable("topics")
      .set({
        name: command.name,
        description: command.description,
        version: command.version + 1,
      })
      .where("id", "=", id)
      .where("version", "=", command.version)
      .returning(["id", "name"])
      .executeTakeFirst();
    if (!row) throw (await topicRow(ctx, id)) ? new Conflict() : new NotFound();
    await tellOf(ctx, "topic.changed", row);
    return done(undefined);
  });
}

function topicRow(ctx: Ctx, id: string) {
  return ctx.db.selectFrom("topics").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
}

/** Takes a topic out of what is offered, or puts it back; what belongs to it keeps it either way. */
export async function setTopicRetired(ctx: Ctx, id: string, retired: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("topics")
      .set({ retired_at: retired ? ctx.now : null })
      .where("id", "=", id)
      .where("retired_at", retired ? "is" : "is not", null)
      .returning(["id", "name"])
      .executeTakeFirst();
    if (row) await tellOf(ctx, retired ? "topic.retired" : "topic.returned", row);
    else if (!(await topicRow(ctx, id))) throw new NotFound();
  });
}

/** Moves a topic one place up or down among those that are offered, and numbers them anew. */
export async function moveTopic(ctx: Ctx, id: string, direction: Direction): Promise<void> {
  await transact(ctx, async (ctx) => {
    const rows = await ctx.db
      .selectFrom("topics")
      .select(["id", "name"])
      .where("retired_at", "is", null)
      .orderBy("position")
      .orderBy("name")
      .forUpdate()
      .execute();
    const one = rows.find((row) => row.id === id);
    if (!one) throw new NotFound();
    const order = moved(rows, one, direction);
    if (!order) return;
    for (const [index, row] of order.entries()) {
      await ctx.db
        .updateTable("topics")
        .set({ position: index + 1 })
        .where("id", "=", row.id)
        .execute();
    }
    await tellOf(ctx, "topic.moved", one);
  });
}
