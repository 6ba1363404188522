import { done, hasProblems, joinProblems, problem, refused } from "#base/outcome.ts";
import { isBefore } from "#base/partial-date.ts";
import { parse, textOf } from "#platform/http/forms.ts";
import { Badge } from "#ui/chip.tsx";
import { ROLE_WORDS, spanWords, wordIn } from "../words.ts";
import { organizationNamed, personTyped } from "./directory.ts";
import { PartnerForm } from "./forms.ts";
import type { PageList } from "./list.ts";
import { PartnerFields } from "./views/partner-fields.tsx";

export const partners: PageList<"roles"> = {
  key: "roles",
  path: "partners",
  title: "Convener and partners",
  lede: "Who convenes, who supports, which businesses take part: organizations, people, or a person at an organization.",
  one: "partner",
  ordered: true,
  most: 200,
  named: false,
  empty: {
    title: "Nobody named yet",
    words: "Begin with the convener: the organization that does most of the coordinating.",
    icon: "handshake",
  },
  labels: {
    role: "Role",
    organization: "Organization",
    name: "Person",
    title: "Title",
    from: "From",
    to: "To",
    shown: "Shown to readers",
  },
  fresh: () => ({ role: "convener", shown: "yes" }),
  stored: (role) => ({
    role: role.role,
    organization: role.organization?.name ?? "",
    name: role.person?.name ?? "",
    ...(role.person?.id ? { linked: "yes" } : {}),
    title: role.title,
    from: role.from ?? "",
    to: role.to ?? "",
    ...(role.shown ? { shown: "yes" } : {}),
    ...(role.person && role.shown ? { agreed: "yes" } : {}),
  }),
  choices: async () => undefined,
  async read(ctx, values, { page, before, id }) {
    const form = parse(PartnerForm, values);
    if (!form.ok) return form;
    const { organization, organizationKind, name, profile, agreed, ...rest } = form.value;
    const problems = joinProblems(
      organization === "" && name === ""
        ? problem("organization", "Name an organization, a person, or both.").problems
        : undefined,
      name && rest.shown && !agreed
        ? problem(
            "agreed",
            "A person is shown only when they have agreed. Ask them, or keep this line from readers.",
          ).problems
        : undefined,
      rest.from && rest.to && isBefore(rest.to, rest.from)
        ? problem("to", "The end is before the beginning.").problems
        : undefined,
    );
    if (hasProblems(problems)) return refused(problems);
    const person = await personTyped(ctx, { name, profile, before: before?.person });
    if (!person.ok) return person;
    return done(async (ctx) => ({
      ...rest,
      id,
      organization: await organizationNamed(ctx, organization, {
        before: before?.organization,
        page,
        kind: organizationKind,
      }),
      person: person.value,
    }));
  },
  fields: (state) => <PartnerFields {...state} />,
  told: (values) => ({
    ...values,
    role: wordIn(ROLE_WORDS, textOf(values, "role")),
    shown: textOf(values, "shown") ? "Yes" : "No",
  }),
  summary: (role) => ({
    title: [role.person?.name, role.organization?.name].filter(Boolean).join(", "),
    meta: <span>{ROLE_WORDS[role.role]}</span>,
    note: [role.title, spanWords(role.from, role.to)].filter(Boolean).join(", "),
    state: role.shown ? (
      role.to ? (
        <Badge>In the past</Badge>
      ) : undefined
    ) : (
      <Badge tone="warn" icon="eye-off">
        Not public
      </Badge>
    ),
  }),
};
