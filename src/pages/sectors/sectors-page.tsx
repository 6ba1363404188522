import type { Sector } from "#features/sectors/public.ts";
import { Icon } from "#ui/icon.tsx";
import { PageHead } from "#ui/layout.tsx";

export function SectorsPage({ sectors, counts }: { sectors: Sector[]; counts: ReadonlyMap<string, number> }) {
  return (
    <>
      <PageHead
        title="Sectors"
        lede="A partnership belongs to one industry in one region. These are the industries that people here have told of."
      />
      <ul class="bare sector-list">
        {sectors.map((sector) => (
          <li class={`hue-${sector.hue}`}>
            <span class="sector-mark">
              <Icon name={sector.icon} />
            </span>
            <div>
              <h2>
                <a href={`/sectors/${sector.slug}`}>{sector.name}</a>
              </h2>
              <p>{sector.description}</p>
              <p class="small quiet-text">{countWords(counts.get(sector.id) ?? 0)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function countWords(count: number): string {
  if (count === 0) return "Nothing shared yet";
  return count === 1 ? "One happening" : `${count.toLocaleString("en-US")} happenings`;
}
