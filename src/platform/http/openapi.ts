import { z } from "zod";
import { API_BASE, type ApiEndpoint, ApiProblem } from "./api.ts";

type Json = Record<string, unknown>;

export interface ApiInfo {
  title: string;
  description: string;
  /** Of the interface, not of the program. */
  version: string;
  license: { name: string; identifier: string };
  contactEmail?: string;
  /** Origin of the site. */
  url: string;
  tags: { name: string; description: string }[];
}

/** What can go wrong, in the words of the description; every one is answered with a `Problem`. */
const PROBLEMS: Record<string, string> = {
  "400": "The body is not JSON.",
  "404": "There is nothing at this address, or nothing that is public.",
  "410": "It was public once and is not any more.",
  "413": "The body is too large.",
  "415": "The body is not marked as JSON.",
  "422": "Something in the query or body has to be mended; `problems` says what.",
  "429": "Too much came from you in a short time.",
};

/**
 * The OpenAPI 3.1 document of the endpoints, made from the very schemas that check requests. Schemas with an id
 * become components.
 *
 * @throws when two different schemas carry one id
 */
export function openApiDocument(endpoints: readonly ApiEndpoint[], info: ApiInfo): Json {
  const schemas: Record<string, Json> = {};
  const paths: Record<string, Json> = {};
  const problem = schemaOf(ApiProblem, "output", schemas);
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas) };
  }
  const responses = Object.entries(PROBLEMS).map(([status, description]) => [
    `Problem${status}`,
    { description, content: { "application/problem+json": { schema: problem } } },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: info.title,
      description: info.description,
      version: info.version,
      license: info.license,
      ...(info.contactEmail ? { contact: { email: info.contactEmail } } : {}),
    },
    servers: [{ url: info.url + API_BASE }],
    tags: info.tags,
    paths,
    components: { schemas, responses: Object.fromEntries(responses) },
  };
}

function operationOf(endpoint: ApiEndpoint, schemas: Record<string, Json>): Json {
  const answer = schemaOf(endpoint.answer, "output", schemas);
  const problems = [
    ...(endpoint.path.includes(":") ? ["404", "410"] : []),
    ...(endpoint.query ? ["422"] : []),
    ...(endpoint.body ? ["400", "413", "415", "422", "429"] : []),
  ];
  const refusals = problems.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    parameters: [
      ...parametersOf("path", pathParameters(endpoint), schemas),
      ...parametersOf("query", endpoint.query?.shape ?? {}, schemas),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(endpoint.body, "input", schemas) } },
          },
        }
      : {}),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: "Done.",
        content: { "application/json": { schema: answer } },
      },
      ...Object.fromEntries(refusals),
    },
  };
}

/** `GET /happenings/:year/:slug` → `getHappeningsByYearBySlug`. */
function operationId({ method, path }: ApiEndpoint): string {
  const words = path.split(/\W+/).filter(Boolean);
  const names = path.match(/:\w+/g)?.map((name) => name.slice(1)) ?? [];
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return (
    method.toLowerCase() +
    words.map((word) => (names.includes(word) ? `By${capital(word)}` : capital(word))).join("")
  );
}

function pathParameters({ path, params }: ApiEndpoint): Record<string, z.ZodType> {
  const names = path.match(/:\w+/g)?.map((name) => name.slice(1)) ?? [];
  return Object.fromEntries(
    names.map((name) => [name, (params?.shape[name] as z.ZodType | undefined) ?? z.string()]),
  );
}

function parametersOf(
  place: "path" | "query",
  shape: Readonly<Record<string, unknown>>,
  schemas: Record<string, Json>,
): Json[] {
  return Object.entries(shape).map(([name, type]) => {
    const field = type as z.ZodType;
    const { description, ...schema } = schemaOf(field, "output", schemas);
    return {
      name,
      in: place,
      required: place === "path" || !field.safeParse(undefined).success,
      ...(description ? { description } : {}),
      schema,
    };
  });
}

function schemaOf(type: z.ZodType, io: "input" | "output", schemas: Record<string, Json>): Json {
  const made = z.toJSONSchema(type, { io, target: "draft-2020-12", unrepresentable: "any", override: tidy });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs = {}, ...schema } = JSON.parse(text) as Json & { $defs?: Record<string, Json> };
  for (const [id, component] of Object.entries($defs)) {
    if (schemas[id] && JSON.stringify(schemas[id]) !== JSON.stringify(component))
      throw new Error(`Two different schemas of the API are called ${id}.`);
    schemas[id] = component;
  }
  return schema;
}

/** Fields may be added to an answer later, and the limits of JavaScript's own numbers are no one's business. */
function tidy({ jsonSchema }: { jsonSchema: Json }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
