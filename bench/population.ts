import { slugify } from "#base/slug.ts";
import { KINDS } from "#features/happenings/kinds.ts";
import { type Dice, throwDice } from "./dice.ts";
import { story, title, WORD_IN_THREE, words } from "./prose.ts";

export const STATES =
  `al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd
  oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy`.split(/\s+/);

export interface Keyword {
  id: string;
  slug: string;
  name: string;
}

export interface Piece {
  id: string;
  kind: string;
  title: string;
  summary: string;
  story: string;
  state: string;
  alsoState: string | null;
  place: string;
  partnership: string;
  credit: string;
  sectors: string[];
  topics: string[];
  link: { id: string; title: string; url: string } | null;
  year: number;
  slug: string;
  publishedAt: Date;
}

const SECTORS =
  `healthcare manufacturing construction agriculture energy hospitality finance technology transportation
  outdoor-industry`.split(/\s+/);
const TOPICS =
  `business-recruitment meeting-follow-up business-champions launches funding career-pathways storytelling
  conveners quick-wins policy`.split(/\s+/);

function keywords(dice: Dice, slugs: string[]): Keyword[] {
  return slugs.map((slug) => ({
    id: dice.uuid(),
    slug,
    name: `${slug[0]!.toUpperCase()}${slug.slice(1).replaceAll("-", " ")}`,
  }));
}

/** Ten sectors and ten topics, the same in every run. */
export function subjects(): { sectors: Keyword[]; topics: Keyword[] } {
  const dice = throwDice(20_261_123);
  return { sectors: keywords(dice, SECTORS), topics: keywords(dice, TOPICS) };
}

const NEWEST = Date.UTC(2026, 8, 1, 15);
const TWELVE_YEARS = 12 * 365 * 86_400_000;

/** `count` published happenings, evenly over twelve years, newest first; the same for the same count. */
export function* population(count: number): Generator<Piece> {
  const dice = throwDice(count);
  const { sectors, topics } = subjects();
  const some = (list: Keyword[], most: number) => [
    ...new Set(Array.from({ length: 1 + dice.below(most) }, () => dice.oneOf(list).id)),
  ];
  for (let index = 0; index < count; index += 1) {
    const publishedAt = new Date(NEWEST - Math.floor((index * TWELVE_YEARS) / count));
    const state = dice.oneOf(STATES);
    const other = dice.oneOf(STATES);
    const named = title(dice);
    const rare = index % Math.ceil(count / 3) === 1 ? ` The ${WORD_IN_THREE} came in.` : "";
    yield {
      id: dice.uuid(),
      kind: dice.oneOf(KINDS),
      title: named,
      summary: words(dice, 22),
      story: story(dice) + rare,
      state,
      alsoState: dice.next() < 0.2 && other !== state ? other : null,
      place: words(dice, 2),
      partnership: `${words(dice, 2)} Partnership`,
      credit: words(dice, 5),
      sectors: some(sectors, 2),
      topics: some(topics, 3),
      link: dice.next() < 0.3 ? linkOf(dice) : null,
      year: publishedAt.getUTCFullYear(),
      slug: `${slugify(named)}-${index}`,
      publishedAt,
    };
  }
}

function linkOf(dice: Dice) {
  return { id: dice.uuid(), title: title(dice), url: `https://example.org/${words(dice, 1)}` };
}

/** Addresses of happenings from the whole stretch of time. */
export function permalinksOf(count: number, wanted = 40): string[] {
  const step = Math.max(1, Math.floor(count / wanted));
  const paths: string[] = [];
  let index = 0;
  for (const { year, slug } of population(count)) {
    if (index++ % step === 0) paths.push(`/happenings/${year}/${slug}`);
  }
  return paths;
}
