import type { Dice } from "./dice.ts";

/** Stands in every happening, as "partnership" does in the field's own writing. */
export const WORD_IN_ALL = "partnership";
/** Stands in about one happening of twelve. */
export const WORD_IN_SOME = "apprenticeship";
/** The same, as fingers type it. */
export const WORD_MISTYPED = "aprenticeshp";
/** Stands in three happenings, however many there are. */
export const WORD_IN_THREE = "windjammer";

const FIELD =
  `business employers training college workforce community industry regional leaders schools workers jobs
  careers meeting sector economic development public partners support champions convener action team students programs
  manufacturing healthcare skills local growth companies hospital construction technology education credentials wages
  learning pathway internships mentors shortage recruitment retention transit childcare housing county state board
  chamber foundation council agency report results survey priorities agenda follow launch summit academy newsletter`
    .split(/\s+/)
    .concat(WORD_IN_SOME);

const BEGINNINGS =
  `bal cor dan fel gar hol jan kel lor mar nor pel quin ros sal tor ven wil yar zel bri cla dre fro gra
  pla sto tri`.split(/\s+/);
const MIDDLES = "a ba ce di fo ga li mo nu pe ra si ta vo".split(" ");
const ENDS = "ble dent ger kin lan mer ness phor ring ster ton ver wick yard zon".split(" ");

/** Some eleven thousand words; the field's own come first, because they are used most. */
export const VOCABULARY: readonly string[] = [
  ...FIELD,
  ...BEGINNINGS.flatMap((start) =>
    MIDDLES.flatMap((middle) =>
      MIDDLES.flatMap((next) => ENDS.slice(0, 2).map((end) => start + middle + next + end)),
    ),
  ),
];

// Word by rank as language has it: the second is used half as often as the first, the third a third as often.
const reach = VOCABULARY.map((_, rank) => 1 / (rank + 6)).reduce<number[]>((sums, weight) => {
  sums.push((sums.at(-1) ?? 0) + weight);
  return sums;
}, []);

export function word(dice: Dice): string {
  const aim = dice.next() * reach.at(-1)!;
  let low = 0;
  let high = reach.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reach[middle]! < aim) low = middle + 1;
    else high = middle;
  }
  return VOCABULARY[low]!;
}

export function words(dice: Dice, count: number): string {
  return Array.from({ length: count }, () => word(dice)).join(" ");
}

function sentence(dice: Dice): string {
  const text = words(dice, 8 + dice.below(12));
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** Restricted Markdown of about 2 KB: paragraphs, a heading and a list. */
export function story(dice: Dice): string {
  const paragraph = (sentences: number) => Array.from({ length: sentences }, () => sentence(dice)).join(" ");
  const list = Array.from({ length: 3 }, () => `- ${words(dice, 6)}`).join("\n");
  return [
    `The ${WORD_IN_ALL} met again. ${paragraph(4)}`,
    paragraph(4),
    `## What ${words(dice, 3)}`,
    paragraph(4),
    list,
    paragraph(3),
  ].join("\n\n");
}

export function title(dice: Dice): string {
  const text = words(dice, 6 + dice.below(4));
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
