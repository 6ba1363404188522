import { emailAddress } from "#base/fields.ts";
import { Conflict } from "#base/surprises.ts";
import { forgetPerson } from "../forget-person.ts";
import { CommandProblem, type SharedCommand } from "./command.ts";

export const forgetCommand: SharedCommand = {
  name: "forget",
  works: "with-the-site",
  usage: "EMAIL",
  about: "Deletes what the site holds about a person; what they published stays, without who sent it in.",
  words: [1, 1],
  async run([word], { house, say }) {
    const email = emailAddress("EMAIL").safeParse(word);
    if (!email.success) throw new CommandProblem(email.error.issues.map(({ message }) => message).join(" "));
    const { ctx, features } = await house();
    try {
      const lines = await forgetPerson(
        await ctx({ kind: "system", name: "Command line" }),
        features,
        email.data,
      );
      say(
        lines.length > 0
          ? "This is forgotten:"
          : `The site holds nothing about ${email.data}. Nothing was done.`,
      );
      for (const line of lines) say(`  ${line}`);
      return 0;
    } catch (error) {
      if (error instanceof Conflict) throw new CommandProblem(error.message);
      throw error;
    }
  },
};
