import type { Child } from "hono/jsx";
import type { Outcome } from "#base/outcome.ts";
import type { Ctx } from "#platform/context.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { PartnershipContent } from "../../content.ts";
import type { PageChange } from "../changing.ts";
import type { Tended } from "../queries.ts";
import type { FormState } from "./field-of.ts";

/** One form about one section of a page, or about one thing in a list of it. */
export interface SectionForm<Choices = unknown> {
  title: string;
  lede?: Child;
  /** Where it is sent to, and where its list or overview is. */
  action: string;
  back: { href: string; label: string };
  save: string;
  /** What a form field is called where somebody else's newer text is shown beside it. */
  labels: Record<string, string>;
  scripts?: string[];
  /** What the form shows of a content; undefined where the thing it is about is not there. */
  stored(content: PartnershipContent): FormValues | undefined;
  /** What it offers to choose from; asked once for each page. */
  choices(ctx: Ctx, values: FormValues): Promise<Choices>;
  /** From what was typed to the change; `content` is the page as it is now. */
  read(
    ctx: Ctx,
    values: FormValues,
    content: PartnershipContent,
  ): Promise<Outcome<Pick<PageChange, "change" | "note">>>;
  fields(state: FormState & { choices: Choices; tended: Tended }): Child;
  /** Values that are codes, put into words for whoever compares two of them. */
  told?(values: FormValues, choices: Choices): FormValues;
}
