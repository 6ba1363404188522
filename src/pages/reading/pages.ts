import { z } from "zod";
import { BrokenFrontMatter, splitFrontMatter } from "#base/front-matter.ts";
import type { Site } from "#base/site.ts";
import type { StarterContent } from "#base/sockets.ts";

const Matter = z.object({
  title: z.string().min(1),
  description: z.string().min(1),
  lede: z.string().optional(),
});

/** A page as its file says it, with the placeholders still in it. */
export interface ContentPage extends z.output<typeof Matter> {
  /** Last part of its address, which is the file's name. */
  slug: string;
  body: string;
}

/** A page that cannot be read: names the file for the person who edited it. */
export class BrokenPage extends Error {
  override name = "BrokenPage";
}

/** @throws BrokenPage naming the file and what is wrong with it */
export async function readPages(content: StarterContent): Promise<ContentPage[]> {
  const files = (await content.list("pages")).filter((name) => name.endsWith(".md"));
  return Promise.all(
    files.map(async (file) => {
      try {
        const { matter, body } = splitFrontMatter(await content.text(`pages/${file}`));
        return { slug: file.replace(/\.md$/, ""), body, ...Matter.parse(matter) };
      } catch (error) {
        if (error instanceof BrokenFrontMatter)
          throw new BrokenPage(`content/pages/${file}: ${error.message}`);
        if (error instanceof z.ZodError)
          throw new BrokenPage(`content/pages/${file}: ${z.prettifyError(error)}`);
        throw error;
      }
    }),
  );
}

/** Puts the site's settings in place; a line that needs one that is empty is left out. */
export function fillIn(text: string, site: Site): string {
  const words: Record<string, string> = {
    siteName: site.name,
    siteUrl: site.url,
    contactEmail: site.contactEmail,
    postalAddress: site.postalAddress,
  };
  return text
    .split("\n")
    .filter((line) => !(line.match(/\{\{(\w+)\}\}/g) ?? []).some((word) => words[word.slice(2, -2)] === ""))
    .map((line) => line.replace(/\{\{(\w+)\}\}/g, (whole, name) => words[name] ?? whole))
    .join("\n");
}
