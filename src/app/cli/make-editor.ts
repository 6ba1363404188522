import { z } from "zod";
import { emailAddress, optionalLine } from "#base/fields.ts";
import { makeEditor } from "#features/people/public.ts";
import { CommandProblem, type SharedCommand } from "./command.ts";

const Words = z.tuple([emailAddress("EMAIL"), optionalLine("NAME", { max: 120 })]);

export const makeEditorCommand: SharedCommand = {
  name: "make-editor",
  works: "with-the-site",
  usage: "EMAIL [NAME]",
  about:
    "Makes this person an editor or an administrator and prints a link that signs them in, once, within a day.",
  words: [1, 10],
  options: { administrator: { about: "make them an administrator" } },
  async run([email, ...names], { house, options, say }) {
    const role = options.has("administrator") ? "administrator" : "editor";
    const words = Words.safeParse([email, names.join(" ")]);
    if (!words.success) throw new CommandProblem(words.error.issues.map(({ message }) => message).join(" "));
    const { ctx, ground } = await house();
    const path = await makeEditor(await ctx({ kind: "system", name: "Command line" }), ...words.data, role);
    say(`${words.data[0]} is an ${role} now. This link signs them in, once, within a day:`);
    say(`  ${ground.siteUrl}${path}`);
    return 0;
  },
};
