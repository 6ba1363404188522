import { z } from "zod";
import { BodyTooLong, readBody } from "./read-body.ts";
import type { HouseContext, Route } from "./routes.ts";

/** Before every address of the JSON API. */
export const API_BASE = "/api/v1";

/** One address of the JSON API, described by the same schemas that check it and that OpenAPI is made from. */
export interface ApiEndpoint {
  method: "GET" | "POST";
  /** Below `/api/v1`, with `:name` parameters, such as `/happenings/:year/:slug`. */
  path: string;
  summary: string;
  tag: string;
  /** What the `:name` parameters look like; an address that does not fit is not found. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The answer of a success, and its status. */
  answer: z.ZodType;
  status?: 200 | 201 | 202;
  /** Depends on nothing but the address and public records. */
  cached?: boolean;
  handle: (c: HouseContext, input: { params: never; query: never; body: never }) => Promise<unknown>;
}

/** Problem Details (RFC 9457), with what to mend by field. */
export const ApiProblem = z
  .object({
    type: z.string().describe("Always about:blank: the status says which sort of problem it is."),
    title: z.string().describe("What is wrong, for a person to read."),
    status: z.number().int(),
    problems: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe("What to mend, by the name of the field; the empty name is the whole request."),
  })
  .meta({ id: "Problem" });

/** An endpoint whose handler knows the types of its own parameters, query and body. */
export function endpoint<
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  P extends z.ZodObject = z.ZodObject,
>(
  description: Omit<ApiEndpoint, "params" | "query" | "body" | "handle"> & {
    params?: P;
    query?: Q;
    body?: B;
    handle: (
      c: HouseContext,
      input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
    ) => Promise<unknown>;
  },
): ApiEndpoint {
  return description as unknown as ApiEndpoint;
}

/** A parameter that may be given several times; answers a list, empty when it is not given. */
export function several<T extends z.ZodType>(value: T, most = 12) {
  return z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(value).max(most, `At most ${most} of these can be asked for at once.`),
  );
}

/** The largest body taken, in bytes; files are sent by the form. */
const LARGEST_BODY = 1024 * 1024;

/** What everybody may read may be read from any page, and never with somebody's session. */
const OPEN: Record<string, string> = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

function problemAnswer(status: number, title: string, problems?: Record<string, string[]>): Response {
  const body = { type: "about:blank", title, status, ...(problems ? { problems } : {}) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...OPEN },
  });
}

function problemsIn(error: z.ZodError): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  const add = (field: string, message: string) => {
    problems[field] = [...(problems[field] ?? []), message];
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) add(key, "This is not known here.");
    else add(issue.path.join("."), issue.message);
  }
  return problems;
}

type Read<T> = { ok: true; value: T } | { ok: false; answer: Response };

/** The endpoint as a route: parse, handle, answer in JSON; what is wrong comes back as Problem Details. */
export function apiRoute(description: ApiEndpoint): Route {
  return {
    method: description.method,
    path: `${API_BASE}${description.path}`,
    access: "everyone",
    cached: description.cached ?? false,
    async handle(c) {
      const params = (description.params ?? z.object({})).safeParse(c.req.param());
      if (!params.success) return problemAnswer(404, "There is nothing at this address.");
      const query = (description.query ?? z.object({})).strict().safeParse(queryOf(c));
      if (!query.success) return problemAnswer(422, "The query has mistakes.", problemsIn(query.error));
      const body = description.body ? await jsonIn(c.req.raw, description.body) : undefined;
      if (body && !body.ok) return body.answer;
      const answer = await description.handle(c, {
        params: params.data as never,
        query: query.data as never,
        body: body?.value as never,
      });
      if (answer instanceof Response) return answer;
      return c.json(answer as object, description.status ?? 200, description.method === "GET" ? OPEN : {});
    },
  };
}

/** What is given once is a text, what is given several times a list. */
function queryOf(c: HouseContext): Record<string, string | string[]> {
  const given = Object.entries(c.req.queries());
  return Object.fromEntries(given.map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));
}

async function jsonIn(request: Request, schema: z.ZodType): Promise<Read<unknown>> {
  const refuse = (answer: Response): Read<unknown> => ({ ok: false, answer });
  // A browser asks before it sends JSON to another site, and that is what keeps other sites' forms out.
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers.get("content-type") ?? ""))
    return refuse(problemAnswer(415, "The body must be JSON, with the type application/json."));
  let sent: unknown;
  try {
    sent = JSON.parse(await readBody(request, LARGEST_BODY));
  } catch (error) {
    if (error instanceof BodyTooLong)
      return refuse(
        problemAnswer(413, "The body is larger than 1 MB. Files are sent by the form at /share."),
      );
    return refuse(problemAnswer(400, "The body is not JSON."));
  }
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return refuse(problemAnswer(422, "The body has mistakes.", problemsIn(parsed.error)));
  return { ok: true, value: parsed.data };
}

/** For handlers that refuse with problems of their own. */
export function apiRefusal(problems: Record<string, string[]>): Response {
  return problemAnswer(422, "Something has to be mended.", problems);
}

export { problemAnswer as apiProblem };
