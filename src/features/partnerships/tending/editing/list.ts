import type { Child } from "hono/jsx";
import type { Outcome } from "#base/outcome.ts";
import type { Ctx } from "#platform/context.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { IconName } from "#ui/icons.ts";
import type { PartnershipContent } from "../../content.ts";
import type { Tended } from "../queries.ts";
import type { FormState } from "./field-of.ts";

/** The lists of a page, by their key in its content. */
export type ListKey = "priorities" | "champions" | "roles" | "milestones";
export type Entry<K extends ListKey> = PartnershipContent[K][number];

/** One of a page's lists: what it holds, and how one entry is written. */
export interface PageList<K extends ListKey, Choices = unknown> {
  key: K;
  /** In addresses. */
  path: string;
  title: string;
  lede: Child;
  /** In sentences: "priority". */
  one: string;
  /** Whether their order is for those who tend the page to say. */
  ordered: boolean;
  most: number;
  /** Whether notes and the log may name an entry: not where its name is a person's. */
  named: boolean;
  empty: { title: string; words: string; icon: IconName };
  labels: Record<string, string>;
  /** What an empty form begins with. */
  fresh(ctx: Ctx, tended: Tended): FormValues;
  stored(entry: Entry<K>): FormValues;
  choices(ctx: Ctx, values: FormValues): Promise<Choices>;
  /** From what was typed to the entry; it is finished inside the transaction that saves. */
  read(
    ctx: Ctx,
    values: FormValues,
    given: { page: PartnershipContent; before: Entry<K> | undefined; id: string },
  ): Promise<Outcome<(ctx: Ctx) => Promise<Entry<K>>>> | Outcome<(ctx: Ctx) => Promise<Entry<K>>>;
  fields(state: FormState & { choices: Choices; tended: Tended; isNew: boolean }): Child;
  told?(values: FormValues): FormValues;
  /** How an entry stands in the list. */
  summary(entry: Entry<K>): EntrySummary;
}

export interface EntrySummary {
  title: string;
  meta?: Child;
  note?: Child;
  /** A badge: what is special about it, such as that readers do not see it. */
  state?: Child;
}
