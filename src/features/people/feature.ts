import type { Feature, PersonPart } from "#platform/feature.ts";
import { peopleEndpoints } from "./directory/api.ts";
import { directoryRoutes } from "./directory/routes.tsx";
import { peopleSearch, peopleSitemap } from "./directory/sources.ts";
import { editorsRoutes } from "./editors/routes.tsx";
import { peopleTable } from "./exchange/table.ts";
import { personalAccount } from "./forgetting.ts";
import { personalGrants } from "./grants/forgetting.ts";
import { GRANT_INVITATION_MAIL } from "./grants/mails.tsx";
import { invitationRoutes } from "./grants/routes.tsx";
import { grantEventWords } from "./grants/words.ts";
import { mergeablePeople } from "./merging/mergeable.ts";
import { personalPasskeys } from "./passkeys/forgetting.ts";
import { passkeyJobs } from "./passkeys/jobs.ts";
import { passkeyRoutes } from "./passkeys/routes.tsx";
import { personalProfile } from "./profiles/forgetting.ts";
import { namedByProfiles, organizationMerged } from "./profiles/merging.ts";
import { profileRoutes } from "./profiles/routes.tsx";
import { personalLetters } from "./relay/forgetting.ts";
import { relayJobs } from "./relay/jobs.ts";
import { RELAY_MAILS } from "./relay/mails.tsx";
import { relayRoutes } from "./relay/routes.tsx";
import { letterQueue } from "./relay/sources.ts";
import { accountRoutes } from "./routes.tsx";
import { signInJobs } from "./sign-in/jobs.ts";
import { signInMailKind } from "./sign-in/mails.tsx";
import { signInRoutes } from "./sign-in/routes.tsx";
import { newcomerRoutes } from "./welcome/desk-routes.tsx";
import { personalWelcome } from "./welcome/forgetting.ts";
import { welcomeRoutes } from "./welcome/routes.tsx";
import { newcomerQueue } from "./welcome/sources.ts";

/** @param parts what other rooms add to a person's page */
export const peopleFeature = (parts: readonly PersonPart[] = []): Feature => ({
  name: "people",
  routes: [
    ...signInRoutes,
    ...accountRoutes,
    ...editorsRoutes,
    ...relayRoutes,
    ...invitationRoutes,
    ...profileRoutes,
    ...directoryRoutes(parts),
    ...passkeyRoutes,
    ...welcomeRoutes,
    ...newcomerRoutes,
  ],
  api: peopleEndpoints,
  search: [peopleSearch],
  sitemap: [peopleSitemap],
  jobs: [...signInJobs, ...passkeyJobs, ...relayJobs],
  queues: [newcomerQueue, letterQueue],
  nav: [
    { place: "masthead", label: "People", href: "/people", order: 35 },
    { place: "desk", label: "Editors", href: "/desk/editors", order: 60 },
    { place: "desk", label: "Your profile", href: "/profile", order: 98 },
    { place: "desk", label: "Your account", href: "/account", order: 99 },
  ],
  exchange: [peopleTable],
  mergeable: [mergeablePeople],
  namedBy: [namedByProfiles],
  hears: { "organization.merged": organizationMerged },
  eventWords: {
    "person.joined": () => "confirmed their address for the first time",
    "person.renamed": () => "changed their name",
    "person.forgotten": () => "deleted what this site held about somebody who asked for it",
    "person.merged": ({ name }) => `made two entries of ${name ?? "somebody"} one`,
    "person.signed-in": () => "signed in",
    "person.signed-out-everywhere": () => "signed out on every device",
    "editor.invited": ({ name }) => `invited ${name ?? "somebody"} to be an editor`,
    "editor.made": ({ name }) => `made ${name ?? "somebody"} an editor`,
    ...grantEventWords,
    "editor.removed": ({ name }) => `took the editor's role from ${name ?? "somebody"}`,
    "administrator.made": ({ name }) => `made ${name ?? "somebody"} an administrator`,
    "administrator.ended": ({ name }) => `made ${name ?? "an administrator"} an editor again`,
    "passkey.added": () => "added a passkey to their account",
    "passkey.removed": () => "removed a passkey from their account",
    "newcomer.taken": () => "took a newcomer in hand",
    "newcomer.released": () => "handed a newcomer back",
    "newcomer.greeted": () => "greeted a newcomer",
    "profile.saved": () => "saved their profile",
    "profile.changed": () => "changed what everyone sees of them",
    "letter.received": () => "wrote a letter through the house",
    "letter.held": () => "wrote a letter that waits for an editor",
    "letter.passed-on": () => "had a letter passed on",
    "letter.dropped": () => "dropped a letter",
    "letter.stopped": () => "asked for no more letters",
  },
  subjectHref(kind, id) {
    if (kind === "newcomer") return `/desk/newcomers/${id}`;
    return kind === "letter" ? `/desk/letters/${id}` : undefined;
  },
  privateMails: [signInMailKind, "editor-invitation", GRANT_INVITATION_MAIL, ...RELAY_MAILS],
  personalData: [
    personalGrants,
    personalProfile,
    personalPasskeys,
    personalLetters,
    personalWelcome,
    personalAccount,
  ],
});
