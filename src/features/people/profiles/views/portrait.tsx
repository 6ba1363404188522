import { Picture } from "#features/media/public.ts";
import type { ShownPhoto } from "../queries.ts";

/** Their photo, or the first letters of their name where they show none. */
export function Portrait({
  name,
  photo,
  large,
}: {
  name: string;
  photo: ShownPhoto | undefined;
  large?: boolean;
}) {
  const look = large ? "portrait portrait-large" : "portrait";
  if (photo && photo.file.problem === null)
    return (
      <div class={look}>
        <Picture
          file={photo.file}
          {...(photo.key ? { mediaKey: photo.key } : {})}
          sizes={large ? "12rem" : "6rem"}
          eager={large ?? false}
        />
      </div>
    );
  return (
    <div class={`${look} portrait-letters`} aria-hidden="true">
      <span>{initials(name)}</span>
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return chosen.map((word) => Array.from(word)[0]?.toLocaleUpperCase("en-US") ?? "").join("");
}
