import { z } from "zod";
import { endpoint } from "#platform/http/api.ts";
import { topics } from "./queries.ts";

const TopicAnswer = z
  .object({ slug: z.string(), name: z.string(), description: z.string() })
  .meta({ id: "Topic" });

export const topicEndpoints = [
  endpoint({
    method: "GET",
    path: "/topics",
    tag: "Topics",
    summary: "What happenings are about, whatever their sector.",
    answer: z.object({ items: z.array(TopicAnswer) }),
    cached: true,
    async handle(c) {
      const items = await topics(c.var.ctx);
      return { items: items.map(({ slug, name, description }) => ({ slug, name, description })) };
    },
  }),
];
