import { z } from "zod";
import { splitFrontMatter } from "#base/front-matter.ts";
import type { StarterContent, StarterSource } from "#base/sockets.ts";
import { sectors } from "#features/sectors/public.ts";
import { topics } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import { ARTEFACT_KINDS, DATE_PRECISIONS, KINDS } from "./kinds.ts";
import { moveHappening } from "./moving.ts";
import type { HappeningContent } from "./tables.ts";
import { createHappening, writerFrom } from "./writing.ts";

const FOLDER = "starter/happenings";

/** The fields on top of a file; content/README.md says what each means. */
const Matter = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string().max(240),
  kind: z.enum(KINDS),
  state: z.string().length(2),
  alsoStates: z.array(z.string().length(2)),
  place: z.string(),
  partnership: z.string().nullable(),
  sectors: z.array(z.string()),
  topics: z.array(z.string()),
  published: z.iso.date(),
  datePrecision: z.enum(DATE_PRECISIONS),
  dateNote: z.string(),
  credit: z.string(),
  source: z.object({ name: z.string(), url: z.url().nullish(), note: z.string() }),
  artefacts: z.array(z.object({ kind: z.enum(ARTEFACT_KINDS), title: z.string(), note: z.string() })),
  transcriptNote: z.string().optional(),
});

/** The news of the community's earlier site, retold; each says where it comes from and how much of its date is known. */
export const happeningStarter: StarterSource<Ctx> = {
  name: "happenings",
  order: 30,
  async load(ctx, content) {
    const files = (await content.list(FOLDER)).filter((name) => name.endsWith(".md"));
    const ids = {
      sector: new Map((await sectors(ctx)).map(({ slug, id }) => [slug, id])),
      topic: new Map((await topics(ctx)).map(({ slug, id }) => [slug, id])),
    };
    for (const file of files) await loadFile(ctx, content, file, ids);
    return files.length;
  },
};

type Ids = Record<"sector" | "topic", Map<string, string>>;

async function loadFile(ctx: Ctx, content: StarterContent, file: string, ids: Ids): Promise<void> {
  const { matter, body } = splitFrontMatter(await content.text(`${FOLDER}/${file}`));
  const told = Matter.parse(matter);
  const idOf = (kind: keyof Ids) => (slug: string) => {
    const id = ids[kind].get(slug);
    if (!id) throw new Error(`content/${FOLDER}/${file} names the ${kind} ${slug}, which does not exist.`);
    return id;
  };
  const story: HappeningContent = {
    kind: told.kind,
    title: told.title,
    summary: told.summary,
    story: body,
    state: told.state,
    alsoStates: told.alsoStates,
    place: told.place,
    partnership: told.partnership ?? "",
    sectors: told.sectors.map(idOf("sector")),
    topics: told.topics.map(idOf("topic")),
    credit: told.credit,
    source: { name: told.source.name, url: told.source.url ?? null, note: told.source.note },
    license: "as-shared",
    artefacts: told.artefacts.map((artefact) => ({
      ...artefact,
      id: ctx.random.id(),
      media: null,
      url: null,
      transcript: "",
      transcriptPromised: false,
      transcriptNote: isRecording(artefact.kind) ? (told.transcriptNote ?? "") : "",
    })),
  };
  const id = await createHappening(ctx, { content: story, stage: "received", by: writerFrom(ctx) });
  await moveHappening(ctx, id, {
    to: "published",
    mover: "starter",
    dated: {
      at: new Date(`${told.published}T12:00:00Z`),
      precision: told.datePrecision,
      note: told.dateNote,
      slug: told.slug,
    },
  });
}

function isRecording(kind: (typeof ARTEFACT_KINDS)[number]): boolean {
  return kind === "video" || kind === "podcast" || kind === "speech";
}
