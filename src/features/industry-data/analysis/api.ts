import { z } from "zod";
import { apiRefusal, endpoint } from "#platform/http/api.ts";
import { analyze } from "./analyze.ts";
import { AnalysisJson, jsonOf } from "./api-answer.ts";
import { readQuestion, usualLevel } from "./read-question.ts";

const Query = z.object({
  counties: z.string().describe("FIPS codes with commas between: 56033,56019."),
  from: z.string().optional().describe("A period that is held, such as 2015. Default: the last but one."),
  to: z.string().optional().describe("A later one. Default: the last."),
  ownership: z.string().optional().describe("all (default) or private."),
  level: z
    .string()
    .optional()
    .describe("sector (default: NAICS at 2 digits), 3 or 4 (digits), or named (the named sectors)."),
  sectors: z.string().optional().describe("Instead of a level: slugs of named sectors with commas between."),
});

export const analysisEndpoints = [
  endpoint({
    method: "GET",
    path: "/industry/analysis",
    tag: "Industry data",
    summary: "A region's industries between two periods: jobs, quotients, shift-share, pay.",
    query: Query,
    answer: AnalysisJson,
    cached: true,
    async handle(c, { query }) {
      const { ctx } = c.var;
      const question = await readQuestion(ctx, { ...query, level: usualLevel(query) });
      if (!question.ok) return apiRefusal(question.problems);
      return jsonOf(await analyze(ctx, question.value));
    },
  }),
];
