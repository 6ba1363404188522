import { sql } from "kysely";
import { cleanLine } from "#base/clean-text.ts";
import type { SearchQuestion } from "#base/sockets.ts";
import { wordsOf } from "#base/words/words-of.ts";
import type { Ctx } from "../context.ts";
import { type Candidate, nearestWord } from "./nearest.ts";
import "./known-words.ts";

/** Characters and words of a question that are looked at; nobody asks longer, and every word costs. */
export const QUESTION_LENGTH = 200;
const MOST_WORDS = 10;
const LONGEST_WORD = 40;

/** What the database knows of one word that was asked for. */
interface Judged {
  word: string;
  /** Null for a word such as "the", which no text is found by. */
  stem: string | null;
  known: boolean;
  /** For the last word alone: words that begin with it, the most used first. */
  finished: { word: string; stem: string | null }[];
  near: Candidate[];
}

/**
 * Makes a question of what somebody typed. Any input is safe: what is no word is dropped. A word that stands in
 * nothing published is taken for the nearest one that does, and `corrected` says so. At most one query.
 *
 * @param vocabulary further words that are right as they are, such as the names of states
 */
export async function askOf(
  ctx: Ctx,
  typed: string,
  vocabulary: readonly string[] = [],
): Promise<SearchQuestion> {
  const text = Array.from(cleanLine(typed)).slice(0, QUESTION_LENGTH).join("").trim();
  const words = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => Array.from(word).slice(0, LONGEST_WORD).join(""));
  const question: SearchQuestion = { text, words: [], tsquery: "", corrected: [], common: [], roots: [] };
  if (words.length === 0) return question;
  const terms: string[] = [];
  for (const [index, judged] of (await judge(ctx, words)).entries()) {
    if (judged.stem === null) {
      question.common.push(judged.word);
      continue;
    }
    const last = index === words.length - 1;
    const word = meantBy(judged, vocabulary, last);
    if (word !== judged.word) question.corrected.push({ from: judged.word, to: word });
    question.words.push(word);
    question.roots.push(...rootsOf(word, word === judged.word ? judged : undefined));
    terms.push(last ? beginning(word, judged) : exactly(word));
  }
  question.tsquery = terms.join(" & ");
  return question;
}

async function judge(ctx: Ctx, words: readonly string[]): Promise<Judged[]> {
  const last = words.at(-1)!;
  // Two neighbors swapped leave few trigrams alike, so these guesses are looked up as they are.
  const swapped = words.flatMap((word) => swaps(word));
  // A word half typed has little in common with the whole one, but seldom a slip in its first two letters.
  const start = Array.from(last).slice(0, 2).join("");
  const { rows } = await sql<Judged>`
    with asked as (
      select n, word, (ts_lexize('english_stem', word))[1] as stem
      from unnest(${words}::text[]) with ordinality as given (word, n)
    ), finished as materialized (
      select word, stem, uses from known_words where word like ${`${last}%`} order by uses desc, word limit 8
    ), judged as (
      select asked.*,
        exists (select from known_words k where k.word = asked.word)
          or exists (select from known_words k where k.stem = asked.stem)
          or (asked.word = ${last} and exists (select from finished)) as known
      from asked
    )
    select j.word, j.stem, j.known,
      case when j.word = ${last} then
        (select coalesce(json_agg(json_build_object('word', f.word, 'stem', f.stem)), '[]') from finished f)
      else '[]' end as finished,
      (select coalesce(json_agg(json_build_object('word', k.word, 'uses', k.uses)), '[]') from (
        (select word, uses from known_words
          where not j.known and j.stem is not null and word % j.word
          order by similarity(word, j.word) desc, uses desc limit 40)
        union
        (select word, uses from known_words
          where not j.known and j.stem is not null and word = any(${swapped}::text[]))
        union
        (select word, uses from known_words
          where not j.known and j.word = ${last} and word like ${`${start}%`} order by uses desc limit 200)
      ) k) as near
    from judged j order by n`.execute(ctx.db);
  return rows;
}

function swaps(word: string): string[] {
  const letters = Array.from(word);
  return letters.slice(1).map((letter, index) => {
    const other = [...letters];
    other[index + 1] = letters[index]!;
    other[index] = letter;
    return other.join("");
  });
}

function meantBy({ word, known, near }: Judged, vocabulary: readonly string[], last: boolean): string {
  const stands = (right: string) => (last ? right.startsWith(word) : right === word);
  if (known || vocabulary.some(stands)) return word;
  const further = vocabulary.map((right) => ({ word: right, uses: 1 }));
  return nearestWord(word, [...near, ...further], last) ?? word;
}

/** A year may stand as the end of "2018-2019", which the database's parser reads as a negative number. */
function exactly(word: string, mark = ""): string {
  return /^\d+$/.test(word) ? `(${word}${mark} | '-${word}'${mark})` : `'${word}'${mark}`;
}

/** Also what the word is the beginning of, where the ending that is cut off lies within: "managin" for "manag". */
function beginning(word: string, { stem, finished }: Judged): string {
  const beyond = finished.filter((one) => one.stem !== null && !one.stem.startsWith(stem ?? word));
  if (beyond.length === 0) return exactly(word, ":*");
  return `(${[exactly(word, ":*"), ...beyond.map((one) => exactly(one.word))].join(" | ")})`;
}

/** "communities" has the stem "communiti", and is to be known in "community" too. */
function rootsOf(word: string, judged: Judged | undefined): string[] {
  const stems = [judged?.stem ?? word, ...(judged?.finished ?? []).map((one) => one.stem ?? one.word)];
  const roots = stems.map((stem) => (stem.length > 4 ? stem.replace(/[iy]$/, "") : stem));
  return [...new Set([...roots, word])];
}
