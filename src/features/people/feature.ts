import type { Feature } from "#platform/feature.ts";
import { editorsRoutes } from "./editors/routes.tsx";
import { personalAccount } from "./forgetting.ts";
import { accountRoutes } from "./routes.tsx";
import { signInJobs } from "./sign-in/jobs.ts";
import { signInMailKind } from "./sign-in/mails.tsx";
import { signInRoutes } from "./sign-in/routes.tsx";

export const peopleFeature: Feature = {
  name: "people",
  routes: [...signInRoutes, ...accountRoutes, ...editorsRoutes],
  jobs: signInJobs,
  nav: [
    { place: "desk", label: "Editors", href: "/desk/editors", order: 60 },
    { place: "desk", label: "Your account", href: "/account", order: 99 },
  ],
  eventWords: {
    "person.joined": () => "confirmed their address for the first time",
    "person.renamed": () => "changed their name",
    "person.forgotten": () => "deleted what this site held about somebody who asked for it",
    "person.signed-in": () => "signed in",
    "person.signed-out-everywhere": () => "signed out on every device",
    "editor.invited": ({ name }) => `invited ${name ?? "somebody"} to be an editor`,
    "editor.made": ({ name }) => `made ${name ?? "somebody"} an editor`,
    "grant.given": ({ what }) => `made somebody ${what ?? "an editor of something"}`,
    "grant.ended": ({ what }) => `ended somebody’s being ${what ?? "an editor of something"}`,
    "editor.removed": ({ name }) => `took the editor's role from ${name ?? "somebody"}`,
  },
  privateMails: [signInMailKind, "editor-invitation"],
  personalData: [personalAccount],
};
