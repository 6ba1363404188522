import { z } from "zod";
import type { HouseContext, Route } from "./routes.ts";

/** One address of the JSON API, described by the same schemas that check it and that OpenAPI is made from. */
export interface ApiEndpoint {
  method: "GET" | "POST";
  /** Below `/api/v1`, with `:name` parameters, such as `/happenings/:year/:slug`. */
  path: string;
  summary: string;
  tag: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The answer of a success, and its status. */
  answer: z.ZodType;
  status?: 200 | 201 | 202;
  /** Depends on nothing but the address and public records. */
  cached?: boolean;
  handle: (c: HouseContext, input: { query: never; body: never }) => Promise<unknown>;
}

/** Problem Details (RFC 9457), with what to mend by field. */
export const ApiProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  problems: z.record(z.string(), z.array(z.string())).optional(),
});

/** An endpoint whose handler knows the types of its own query and body. */
export function endpoint<Q extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType>(
  description: Omit<ApiEndpoint, "query" | "body" | "handle"> & {
    query?: Q;
    body?: B;
    handle: (c: HouseContext, input: { query: z.output<Q>; body: z.output<B> }) => Promise<unknown>;
  },
): ApiEndpoint {
  return description as unknown as ApiEndpoint;
}

function problemAnswer(status: number, title: string, problems?: Record<string, string[]>): Response {
  return new Response(
    JSON.stringify({ type: "about:blank", title, status, ...(problems ? { problems } : {}) }),
    {
      status,
      headers: { "content-type": "application/problem+json" },
    },
  );
}

function problemsIn(error: z.ZodError): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    problems[field] = [...(problems[field] ?? []), issue.message];
  }
  return problems;
}

/** The endpoint as a route: parse, handle, answer in JSON; what is wrong comes back as Problem Details. */
export function apiRoute(description: ApiEndpoint): Route {
  return {
    method: description.method,
    path: `/api/v1${description.path}`,
    access: "everyone",
    cached: description.cached ?? false,
    async handle(c) {
      const query = (description.query ?? z.object({})).safeParse(c.req.query());
      if (!query.success) return problemAnswer(422, "The query has mistakes.", problemsIn(query.error));
      let body: unknown;
      if (description.body) {
        let sent: unknown;
        try {
          sent = await c.req.json();
        } catch {
          return problemAnswer(400, "The body is not JSON.");
        }
        const parsed = description.body.safeParse(sent);
        if (!parsed.success) return problemAnswer(422, "The body has mistakes.", problemsIn(parsed.error));
        body = parsed.data;
      }
      const answer = await description.handle(c, { query: query.data as never, body: body as never });
      if (answer instanceof Response) return answer;
      return c.json(answer as object, description.status ?? 200);
    },
  };
}

/** For handlers that refuse with problems of their own. */
export function apiRefusal(problems: Record<string, string[]>): Response {
  return problemAnswer(422, "Something has to be mended.", problems);
}

export { problemAnswer as apiProblem };
