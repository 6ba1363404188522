import type { EventWords } from "#platform/feature.ts";

const forWhom = ({ onBehalfOf }: Record<string, unknown>) => (onBehalfOf ? `, for ${onBehalfOf}` : "");

/** What becomes of roles and of invitations to them, as the audit log tells it. */
export const grantEventWords: EventWords = {
  "grant.given": ({ what }) => `made somebody ${what ?? "an editor of something"}`,
  "grant.ended": ({ what }) => `ended somebody’s being ${what ?? "an editor of something"}`,
  "invitation.sent": (told) => `invited somebody to look after ${told.what ?? "a page"}${forWhom(told)}`,
  "invitation.withdrawn": ({ what }) => `withdrew an invitation to look after ${what ?? "a page"}`,
  "invitation.taken-up": (told) =>
    `took up an invitation to look after ${told.what ?? "a page"}${forWhom(told)}`,
};
