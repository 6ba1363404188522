import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { addTopic } from "./actions.ts";
import { TopicForm } from "./forms.ts";

const TopicsFile = z.object({ topics: z.array(TopicForm.extend({ slug: z.string() })) });

export const topicStarter: StarterSource<Ctx> = {
  name: "topics",
  order: 11,
  async load(ctx, content) {
    const file = TopicsFile.parse(parseYaml(await content.text("starter/topics.yaml")));
    for (const topic of file.topics) {
      const added = await addTopic(ctx, topic);
      if (!added.ok) throw new Error(`starter/topics.yaml: ${topic.slug}: ${JSON.stringify(added.problems)}`);
    }
    return file.topics.length;
  },
};
