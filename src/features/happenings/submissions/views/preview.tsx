import { cleanLine } from "#base/clean-text.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { StateStamp } from "#features/places/public.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Card } from "#ui/card.tsx";
import { FilePills } from "#ui/files.tsx";
import { Prose } from "#ui/prose.tsx";
import { ARTEFACT_WORDS, type ArtefactKind, KIND_WORDS, type Kind } from "../../kinds.ts";
import { hueOf, SectorChips } from "../../reading/views/sector-chips.tsx";
import type { Choices } from "../choices.ts";

export interface PreviewProps {
  values: FormValues;
  choices: Choices;
  /** Ends of the names of the fields that describe documents. */
  keys: string[];
  siteUrl: string;
  /** Where the card's title leads: to itself, since there is no page yet. */
  anchor?: string;
}

/** How the unfinished form would look on the site: as a card in a list, and as a page. */
export function Preview({ values, choices, keys, siteUrl, anchor = "preview" }: PreviewProps) {
  const line = (name: string) => cleanLine(textOf(values, name));
  const title = line("title") || "Your title";
  const story = textOf(values, "story");
  const sectors = choices.sectors.filter(({ slug }) => listOf(values, "sectors").includes(slug));
  const kind = KIND_WORDS[textOf(values, "kind") as Kind];
  const files = keys.flatMap((key) => {
    const label = line(`title-${key}`);
    const words = ARTEFACT_WORDS[textOf(values, `as-${key}`) as ArtefactKind];
    return label && words ? [{ label, icon: words.icon }] : [];
  });
  return (
    <div class="stack" id={anchor}>
      <Card
        title={title}
        href={`#${anchor}`}
        stamp={<StateStamp code={textOf(values, "state")} hue={hueOf(sectors)} />}
        meta={
          <>
            <SectorChips sectors={sectors} />
            {kind && <span>{kind.name}</span>}
          </>
        }
        files={<FilePills files={files} of={title} />}
      >
        {line("summary") || "Your summary"}
      </Card>
      {story.trim() !== "" && <Prose html={renderMarkdown(story.slice(0, 20_000), { site: siteUrl })} />}
      {line("credit") && <p class="quiet-text">{line("credit")}</p>}
    </div>
  );
}
