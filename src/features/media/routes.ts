import { z } from "zod";
import { fileKind } from "#base/file-kinds.ts";
import { NotFound } from "#base/surprises.ts";
import { type ServedFile, serveFile } from "#platform/files/serve.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { isMediaKey } from "./address.ts";
import type { Prepare } from "./prepare.ts";
import { type MediaFile, mediaById } from "./queries.ts";
import { isPicture, maySeeMedia } from "./rules.ts";

export function mediaRoutes(prepare: Prepare): Route[] {
  return [get("/files/:id/:name", "everyone", (c) => answerFile(c, prepare))];
}

async function answerFile(c: HouseContext, prepare: Prepare): Promise<Response> {
  const { ctx } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  let file = id.success ? await mediaById(ctx, id.data) : undefined;
  if (!file) throw new NotFound();
  const holdsKey = isMediaKey(ctx, file.id, c.req.query("key"));
  if (!maySeeMedia(ctx.actor, file, holdsKey)) throw new NotFound();
  if (!file.preparedAt) {
    // Asked for before its job ran: nobody is ever given a picture as the camera wrote it.
    file = await prepare(ctx, file.id);
    if (!file || !maySeeMedia(ctx.actor, file, holdsKey)) throw new NotFound();
  }
  const isPublic = file.visibility === "public" && file.problem === null;
  const response = await serveFile(
    ctx.files,
    { ...contentOf(file, c.req.query("size")), isPublic },
    c.req.raw,
  );
  if (!isPublic) {
    response.headers.set("cache-control", "private, no-store");
    response.headers.set("x-robots-tag", "noindex");
  }
  return response;
}

function contentOf(file: MediaFile, size: string | undefined): ServedFile {
  if (!isPicture(file)) return served(file, file, "inline");
  const made = size === undefined ? file.cleaned : file.sizes.find(({ width }) => String(width) === size);
  if (made) return served(file, made, "inline");
  if (file.problem === null || size !== undefined) throw new NotFound();
  return served(file, file, "attachment");
}

function served(
  { kind, name }: MediaFile,
  content: Pick<MediaFile, "sha256" | "kind">,
  disposition: ServedFile["disposition"],
): ServedFile {
  const contentKind = fileKind(content.kind);
  const stem = name.replace(/\.[^.]+$/, "");
  return {
    sha256: content.sha256,
    mime: contentKind?.mime ?? "application/octet-stream",
    name: content.kind === kind ? name : `${stem}.${contentKind?.extensions[0] ?? content.kind}`,
    disposition,
  };
}
