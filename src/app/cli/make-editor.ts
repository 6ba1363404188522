import { z } from "zod";
import { emailAddress, optionalLine } from "#base/fields.ts";
import { makeEditor } from "#features/people/public.ts";
import { CommandProblem, type SharedCommand } from "./command.ts";

const Words = z.tuple([emailAddress("EMAIL"), optionalLine("NAME", { max: 120 })]);

export const makeEditorCommand: SharedCommand = {
  name: "make-editor",
  usage: "EMAIL [NAME] [--administrator]",
  about:
    "Makes this person an editor or an administrator and prints a link that signs them in, once, within a day.",
  words: [1, 10],
  flags: ["administrator"],
  async run(typed, { house, say }) {
    const role = typed.includes("--administrator") ? "administrator" : "editor";
    const [email, ...names] = typed.filter((word) => !word.startsWith("--"));
    const words = Words.safeParse([email, names.join(" ")]);
    if (!words.success) throw new CommandProblem(words.error.issues.map(({ message }) => message).join(" "));
    const { ctx, ground } = await house();
    const path = await makeEditor(await ctx({ kind: "system", name: "Command line" }), ...words.data, role);
    say(`${words.data[0]} is an ${role} now. This link signs them in, once, within a day:`);
    say(`  ${ground.siteUrl}${path}`);
    return 0;
  },
};
