import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

export type FilePill = { label: string; icon: IconName; href?: string };

/** Artefacts on a card, each one link. */
export function FilePills({ files, of }: { files: FilePill[]; of: string }) {
  if (files.length === 0) return null;
  return (
    <ul class="bare pills" aria-label={`Documents of “${of}”`}>
      {files.map(({ label, icon, href }) => (
        <li>
          {href ? (
            <a href={href}>
              <Icon name={icon} />
              {label}
            </a>
          ) : (
            <span>
              <Icon name={icon} />
              {label}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export type FileRow = {
  label: string;
  /** Left out for a document that is told of and cannot be had here. */
  href?: string;
  /** It lies on another site. */
  external?: boolean;
  icon: IconName;
  /** Type, length, size: "Word, 1 page, 28 KB". */
  note?: Child;
  /** A transcript, a picture, a player. */
  more?: Child;
};

/** Artefacts on their own page, right under the story. */
export function FileList({ files }: { files: FileRow[] }) {
  return (
    <ul class="bare file-list">
      {files.map(({ label, href, external, icon, note, more }) => (
        <li>
          <Icon name={icon} />
          {href ? (
            <a href={href} rel={external ? "external noopener" : undefined}>
              {label}
            </a>
          ) : (
            <b>{label}</b>
          )}
          {note && <p>{note}</p>}
          {more && <div class="file-more">{more}</div>}
        </li>
      ))}
    </ul>
  );
}
