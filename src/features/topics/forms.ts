import { z } from "zod";
import { line, versionField } from "#base/fields.ts";

export const TopicForm = z.object({
  name: line("A name", { max: 80 }),
  description: line("A description", { max: 300 }),
});
export type TopicCommand = z.output<typeof TopicForm>;

export const TopicEditForm = TopicForm.extend({ version: versionField });
