import { fileKind } from "#base/file-kinds.ts";
import type { Ctx } from "#platform/context.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { ArtefactKind, Kind } from "../kinds.ts";
import { proofOf, waitingFile } from "./received-files.ts";
import { LARGEST_FILE_BYTES } from "./rules.ts";

/** What another room knows of something that is worth sharing. */
export interface CarriedHappening {
  kind: Kind;
  title: string;
  summary: string;
  story: string;
  partnership: string;
  place: string;
  /** Codes, the main one first. */
  states: readonly string[];
  /** Slugs. */
  sectors: readonly string[];
  /** A PDF that comes along, where there is one. */
  document?: { bytes: Uint8Array; name: string; title: string; as: ArtefactKind };
}

/** Where the fields go. */
export const SHARE_PATH = "/share";

/**
 * The fields of the form with which everybody shares, filled in. Posted to `SHARE_PATH` they show that form and send
 * nothing: whoever does it reads it over, agrees, and sends it to review as any other.
 */
export async function carriedIntoShare(ctx: Ctx, carried: CarriedHappening): Promise<FormValues> {
  const { kind, title, summary, story, partnership, place, sectors } = carried;
  const [state = "", ...alsoStates] = carried.states;
  const { actor } = ctx;
  return {
    ...(actor.kind === "person" ? { name: actor.name, email: actor.email } : {}),
    ...{ kind, state, partnership, place, story },
    title: title.slice(0, 160),
    summary: summary.slice(0, 240),
    alsoStates,
    sectors: [...sectors],
    ...(carried.document ? await documentFields(ctx, carried.document) : {}),
    act: "attach",
  };
}

async function documentFields(
  ctx: Ctx,
  document: NonNullable<CarriedHappening["document"]>,
): Promise<FormValues> {
  const stored = await ctx.files.put([document.bytes], { limitBytes: LARGEST_FILE_BYTES });
  const pdf = fileKind("pdf");
  if (!pdf) throw new Error("PDF is a kind of file that everybody may send.");
  const file = waitingFile(ctx, { ...stored, field: "files", name: document.name, kind: pdf });
  return {
    file: proofOf(ctx, file),
    [`title-${file.id}`]: document.title.slice(0, 160),
    [`as-${file.id}`]: document.as,
  };
}
