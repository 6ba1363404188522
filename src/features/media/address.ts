import { extensionOf } from "#base/file-name.ts";
import { slugify } from "#base/slug.ts";
import type { Ctx } from "#platform/context.ts";
import { sameSecret } from "#platform/secrets.ts";
import type { MediaFile } from "./queries.ts";

/** Where a file is read. Its own name comes back when it is saved; in the address it is only for the eye. */
export function mediaHref(
  file: Pick<MediaFile, "id" | "name">,
  options: { key?: string | undefined; size?: number | undefined } = {},
): string {
  const query = new URLSearchParams();
  if (options.size !== undefined) query.set("size", String(options.size));
  if (options.key !== undefined) query.set("key", options.key);
  const path = `/files/${file.id}/${plainName(file.name)}`;
  return query.size > 0 ? `${path}?${query}` : path;
}

function plainName(name: string): string {
  const extension = extensionOf(name);
  const stem = extension ? name.slice(0, -extension.length - 1) : name;
  const ending = slugify(extension);
  return ending ? `${slugify(stem) || "file"}.${ending}` : slugify(stem) || "file";
}

/** Opens one private file to whoever holds it, for as long as the file is there. */
export function mediaKey(ctx: Pick<Ctx, "seal">, id: string): string {
  return ctx.seal("media", id);
}

export function isMediaKey(ctx: Pick<Ctx, "seal">, id: string, key: string | undefined): boolean {
  return key !== undefined && sameSecret(key, mediaKey(ctx, id));
}
