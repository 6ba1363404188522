import { z } from "zod";
import { splitFrontMatter } from "#base/front-matter.ts";
import type { StarterSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { LETTER_KINDS } from "./kinds.ts";
import { unknownFields } from "./writing.tsx";
import "./tables.ts";

const Matter = z.object({
  kind: z.enum(LETTER_KINDS),
  title: z.string(),
  about: z.string().default(""),
  subject: z.string(),
  greeting: z.string(),
});

/** The site's own letters, from `content/letters/`. */
export const letterStarter: StarterSource<Ctx> = {
  name: "letters",
  order: 75,
  async load(ctx, content) {
    const files = (await content.list("letters")).filter(
      (name) => name.endsWith(".md") && name !== "README.md",
    );
    for (const file of files) {
      const { matter, body } = splitFrontMatter(await content.text(`letters/${file}`));
      const { greeting, ...letter } = Matter.parse(matter);
      const slips = unknownFields({ ...letter, body });
      if (slips.length > 0)
        throw new Error(`content/letters/${file} names fields that are not there: ${slips.join(", ")}`);
      await ctx.db
        .insertInto("letter_templates")
        .values({
          id: ctx.random.id(),
          slug: file.replace(/\.md$/, ""),
          partnership: null,
          state: "site",
          ...letter,
          body,
          unknown_greeting: greeting,
          credit: ctx.site.name,
          based_on: null,
          created_at: ctx.now,
          changed_at: ctx.now,
        })
        .execute();
    }
    return files.length;
  },
};
