import { z } from "zod";
import { endpoint } from "#platform/http/api.ts";
import { allStates } from "./states.ts";

const StateAnswer = z
  .object({
    code: z.string().describe("Lower-case postal code, as in addresses: pa."),
    name: z.string(),
    fips: z.string().describe("Federal code, two digits as text: 42."),
    territory: z.boolean().describe("One of the five territories."),
  })
  .meta({ id: "State" });

export const stateEndpoints = [
  endpoint({
    method: "GET",
    path: "/states",
    tag: "States",
    summary: "The 50 states, the District of Columbia and the territories.",
    answer: z.object({ items: z.array(StateAnswer) }),
    cached: true,
    async handle() {
      return {
        items: allStates().map(({ code, name, fips, territory }) => ({ code, name, fips, territory })),
      };
    },
  }),
];
