import { httpUrl } from "#base/brands.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { Icon } from "#ui/icon.tsx";
import { Prose } from "#ui/prose.tsx";
import type { PartnershipContent } from "../../content.ts";
import { spanWords } from "../spans.ts";
import { type Directory, Name } from "./named.tsx";

type Champion = PartnershipContent["champions"][number];

/** Business leaders who agreed to be named, in their own words. */
export function Champions({ champions, directory }: { champions: Champion[]; directory: Directory }) {
  return (
    <ul class="bare champions">
      {champions.map((champion) => (
        <li>
          <figure class="champion">
            {champion.words && (
              <blockquote>
                <p>{champion.words}</p>
              </blockquote>
            )}
            <figcaption>
              <b>
                <Name of={champion.person} directory={directory} />
              </b>
              {champion.title && <span>{champion.title}</span>}
              {champion.organization && (
                <span>
                  <Name of={champion.organization} directory={directory} />
                </span>
              )}
              {spanWords(champion.since, champion.until) && (
                <span>Champion {spanWords(champion.since, champion.until)}</span>
              )}
            </figcaption>
            <Film champion={champion} />
          </figure>
        </li>
      ))}
    </ul>
  );
}

/** A link and no player: reading this page asks nothing of anybody else's site. */
function Film({ champion: { video, transcript, person } }: { champion: Champion }) {
  const href = video ? httpUrl(video) : undefined;
  if (!href) return null;
  return (
    <div class="film">
      <a class="button quiet" href={href} rel="external noopener">
        <Icon name="circle-play" />
        Watch {person.name} on {new URL(href).hostname.replace(/^www\./, "")}
      </a>
      {transcript.trim() === "" ? (
        <p class="small quiet-text">
          Nobody has written down yet what is said in this film, and we do not know whether it has captions.
        </p>
      ) : (
        <details class="transcript">
          <summary>What {person.name} says, as text</summary>
          <Prose html={renderMarkdown(transcript)} />
        </details>
      )}
    </div>
  );
}
