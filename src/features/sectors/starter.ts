import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { addSector } from "./actions.ts";
import { SectorForm } from "./forms.ts";
import { VINTAGES } from "./tables.ts";

const SectorsFile = z.object({
  sectors: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      description: z.string(),
      hue: z.string(),
      icon: z.string(),
      includePublicOwnership: z.boolean(),
      naics: z.array(
        z.object({ code: z.string(), vintage: z.union(VINTAGES.map((year) => z.literal(year))) }),
      ),
    }),
  ),
});

/** Every code that a file of starter sectors names, of either edition of NAICS, each once. */
export function codesNamedIn(yaml: string): string[] {
  const { sectors } = SectorsFile.parse(parseYaml(yaml));
  return [...new Set(sectors.flatMap(({ naics }) => naics.map(({ code }) => code)))].sort();
}

export const sectorStarter: StarterSource<Ctx> = {
  name: "sectors",
  order: 10,
  async load(ctx, content) {
    const file = SectorsFile.parse(parseYaml(await content.text("starter/sectors.yaml")));
    for (const { slug, naics, includePublicOwnership, ...words } of file.sectors) {
      const codesOf = (vintage: number) =>
        naics
          .filter((code) => code.vintage === vintage)
          .map(({ code }) => code)
          .join("\n");
      // Through the same form as an editor's, so that no code gets in that NAICS does not have.
      const command = SectorForm.parse({
        ...words,
        ...(includePublicOwnership ? { includePublicOwnership: "yes" } : {}),
        codes2017: codesOf(2017),
        codes2022: codesOf(2022),
      });
      const added = await addSector(ctx, { ...command, slug });
      if (!added.ok) throw new Error(`starter/sectors.yaml: ${slug}: ${JSON.stringify(added.problems)}`);
    }
    return file.sectors.length;
  },
};
