import { httpUrl } from "#base/brands.ts";
import { RegionOutline, stateByCode } from "#features/places/public.ts";
import type { Hue } from "#ui/chip.tsx";
import { Day, longDate } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { AsideBlock } from "#ui/layout.tsx";
import { SourceList } from "#ui/source-list.tsx";
import type { PartnershipContent } from "../../content.ts";
import { STAGE_WORDS } from "../../stages.ts";
import { SETTING_WORDS } from "../describe.ts";
import type { PartnershipFace } from "../face.ts";

export interface AboutProps {
  face: PartnershipFace;
  hue: Hue;
  /** Days as ISO text in the site's own zone. */
  changedOn: string;
  confirmedOn: string | null;
  /** Whether somebody of the partnership looks after the page. */
  tended: boolean;
}

/** Beside the story: where it is, how far it is, where the facts come from and how fresh they are. */
export function About({ face, hue, changedOn, confirmedOn, tended }: AboutProps) {
  const { content, stage, since } = face;
  const word = face.stages.at(-1)?.word;
  const website = content.website ? httpUrl(content.website) : undefined;
  return (
    <>
      <AsideBlock title="Where it is">
        <RegionOutline
          counties={content.counties}
          states={content.states}
          hue={hue}
          title={content.region || content.name}
        />
        {countyWords(content) && <p class="small quiet-text">{countyWords(content)}</p>}
        <DefinitionList
          entries={[
            {
              term: content.states.length === 1 ? "State" : "States",
              value: <States codes={content.states} />,
            },
            {
              term: "Setting",
              value: content.setting ? SETTING_WORDS[content.setting].name : undefined,
            },
          ]}
        />
      </AsideBlock>
      <AsideBlock title="How far it is">
        <p>
          <b>{STAGE_WORDS[stage].name}</b>
          {since && ` since ${longDate(since)}`}
        </p>
        <p class="small quiet-text">
          {STAGE_WORDS[stage].means}
          {!since && stage !== "unknown" && " Since when, nobody has told us."}
        </p>
        {word && <p class="small">{word}</p>}
      </AsideBlock>
      {(website || content.alsoKnownAs.length > 0) && (
        <AsideBlock title="By name">
          <DefinitionList
            entries={[
              { term: "Also called", value: content.alsoKnownAs.join(", ") },
              {
                term: "Website",
                value: website && (
                  <ExternalLink href={website}>
                    {new URL(website).hostname.replace(/^www\./, "")}
                  </ExternalLink>
                ),
              },
            ]}
          />
        </AsideBlock>
      )}
      <AsideBlock title="How fresh this is">
        <p class="small">
          {confirmedOn ? (
            <>
              Confirmed by those who look after it on <Day iso={confirmedOn} />.
            </>
          ) : tended ? (
            "The partnership looks after this page itself."
          ) : (
            "Nobody of the partnership has confirmed this page yet."
          )}{" "}
          Last changed on <Day iso={changedOn} />.
        </p>
      </AsideBlock>
      {content.sources.length > 0 && (
        <AsideBlock title="Where this comes from">
          <SourceList sources={content.sources} />
        </AsideBlock>
      )}
    </>
  );
}

/** How sure the picture is. */
function countyWords({ countiesKnown, countiesNote }: PartnershipContent): string {
  const words = {
    exact: "",
    approximate: "The counties as far as we know; the partnership has not drawn its borders here.",
    "whole-state": "The whole state.",
    unknown: "Which counties belong to it, our sources do not say.",
  }[countiesKnown];
  return [words, countiesNote].filter(Boolean).join(" ");
}

function States({ codes }: { codes: string[] }) {
  return (
    <>
      {codes
        .flatMap((code) => stateByCode(code) ?? [])
        .map(({ code, name }, index) => (
          <>
            {index > 0 && ", "}
            <a href={`/states/${code}`}>{name}</a>
          </>
        ))}
    </>
  );
}
