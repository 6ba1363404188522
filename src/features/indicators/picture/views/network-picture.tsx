import { DataTable } from "#ui/data-table.tsx";
import { Day } from "#ui/dates.tsx";
import { Fold } from "#ui/fold.tsx";
import { hueAt } from "../../views/look.tsx";
import type { Distribution, NetworkPicture } from "../queries.ts";

/** The anonymous picture: a sentence, a bar for each indicator, and the same as a table. */
export function NetworkPictureView({ picture, drawnOn }: { picture: NetworkPicture; drawnOn: string }) {
  const { set, distributions, partnerships, groups, among } = picture;
  const group = groups.find(({ key }) => key === among);
  const of = group ? `${group.name}: ` : "";
  return (
    <div class="network-picture">
      {groups.length > 0 && <Narrowing groups={groups} among={among} />}
      <p class="measure">{sentenceFor(picture, group?.name)}</p>
      <LevelKey names={set.content.levelNames} />
      <ul class="bare distributions">
        {distributions.map((distribution, index) => (
          <li class={hueAt(index)}>
            <h3>{distribution.indicator.title}</h3>
            <DistributionBar distribution={distribution} />
            <BarWords distribution={distribution} />
          </li>
        ))}
      </ul>
      <Fold title="The same as a table">
        <DataTable
          caption={`${of}Partnerships at each level`}
          rows={distributions}
          columns={[
            { label: "Indicator", heads: true, cell: ({ indicator }) => indicator.title },
            ...set.content.levelNames.map((name, index) => ({
              label: `${index + 1}. ${name}`,
              numeric: true,
              cell: ({ levels }: Distribution) => levels[index] ?? 0,
            })),
            { label: "Cannot say", numeric: true, cell: ({ cannotSay }) => cannotSay },
          ]}
        />
      </Fold>
      <p class="measure small quiet-text">
        Counted are {partnerships} partnerships that agreed to it, each once, by their newest answer to
        version {set.version}. The picture was drawn on <Day iso={drawnOn} />, and is drawn anew when at least
        five have come or changed, so that nobody’s answer can be told from the difference. Groups are shown
        where nothing can be worked out about fewer than five.
      </p>
    </div>
  );
}

function Narrowing({ groups, among }: Pick<NetworkPicture, "groups" | "among">) {
  const link = (key: string, name: string) => (
    <li>
      <a
        class="narrowing-link"
        href={key === "all" ? "/indicators#picture" : `/indicators?among=${encodeURIComponent(key)}#picture`}
        aria-current={key === among ? "true" : undefined}
      >
        {name}
      </a>
    </li>
  );
  return (
    <nav class="no-print" aria-label="Among which partnerships">
      <ul class="bare narrowing">
        {link("all", "All")}
        {groups.map(({ key, name }) => link(key, name))}
      </ul>
    </nav>
  );
}

/** Where most stand and where fewest have come far, in one sentence. */
function sentenceFor(
  { distributions, partnerships, set }: NetworkPicture,
  group: string | undefined,
): string {
  const far = ({ levels }: Distribution) => levels[2] + levels[3];
  const sorted = [...distributions].sort((a, b) => far(b) - far(a));
  const [most, least] = [sorted[0], sorted.at(-1)];
  const whom = group ? `${partnerships} partnerships (${group})` : `${partnerships} partnerships`;
  if (!most || !least) return "";
  const high = `${set.content.levelNames[2]}” or “${set.content.levelNames[3]}`;
  if (far(most) === far(least)) return `Of ${whom}, ${far(most)} say “${high}” on each of the indicators.`;
  const fewest = far(least) === 0 ? "nobody does" : `only ${far(least)} do`;
  return `Of ${whom}, ${far(most)} say “${high}” on “${most.indicator.title}”, and on no other are there more. On “${least.indicator.title}”, ${fewest}.`;
}

function LevelKey({ names }: { names: string[] }) {
  return (
    <ul class="bare level-key">
      {[...names, "Cannot say"].map((name, index) => (
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <rect class={segment(index)} x="1" y="1" width="18" height="18" />
          </svg>
          {index < names.length ? `${index + 1}. ${name}` : name}
        </li>
      ))}
    </ul>
  );
}

const segment = (index: number) => (index < 4 ? `segment level-${index + 1}` : "segment level-none");

/** Stretched to the width there is; the figures stand in words beneath it. */
function DistributionBar({ distribution }: { distribution: Distribution }) {
  const counts = [...distribution.levels, distribution.cannotSay];
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  let x = 0;
  return (
    <svg class="distribution" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      {counts.map((count, index) => {
        const width = (count / total) * 1000;
        const from = x;
        x += width;
        return count > 0 ? (
          <rect class={segment(index)} x={from.toFixed(1)} y="0" width={width.toFixed(1)} height="40" />
        ) : null;
      })}
    </svg>
  );
}

function BarWords({ distribution: { levels, cannotSay } }: { distribution: Distribution }) {
  const parts = [...levels, cannotSay].map((count, index) =>
    index < 4 ? `level ${index + 1}: ${count}` : `cannot say: ${count}`,
  );
  const words = parts.filter((_, index) => index < 4 || cannotSay > 0).join(", ");
  return <p class="small quiet-text">{words.charAt(0).toUpperCase() + words.slice(1)}</p>;
}
