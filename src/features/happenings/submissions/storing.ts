import { addMedia, describeMedia } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ArtefactContent } from "../tables.ts";
import type { DocumentCommand } from "./documents.ts";

/** Gives new files their rows and all artefacts their ids, in the caller's transaction. */
export async function storeDocuments(ctx: Ctx, documents: DocumentCommand[]): Promise<ArtefactContent[]> {
  const artefacts: ArtefactContent[] = [];
  for (const { artefact, file, alt, decorative } of documents) {
    const description = { alt, decorative };
    let media: string | null = null;
    if (file && "waiting" in file) media = (await addMedia(ctx, file.waiting, description)).id;
    else if (file) {
      media = file.media.id;
      await describeMedia(ctx, media, description);
    }
    artefacts.push({ ...artefact, id: artefact.id ?? ctx.random.id(), media });
  }
  return artefacts;
}
