import type { AnalysisNote, IndustryRow } from "../../analysis/answer.ts";
import type { Normalisation } from "../../figures/normalise.ts";
import type { Scored } from "../../figures/scoring.ts";
import type { ChoiceQuestion, Criterion } from "../content.ts";

/**
 * What a decision stood on, as it is kept for ever: it must be readable without the region, the choice and the figures
 * as they are later. No names of people are in it; those stand beside it, so that somebody can be forgotten.
 */
export interface DecisionRecord {
  /** Of this very shape; a later release that changes it keeps reading the earlier ones. */
  format: 1;
  title: string;
  region: {
    name: string;
    /** Number of its shape. */
    shape: number;
    counties: { fips: string; name: string }[];
    states: string[];
  };
  question: ChoiceQuestion;
  /** Years between the periods. */
  years: number;
  /** Which files the figures came from. */
  provenance: { period: string; words: string; importedOn: string; source: string }[];
  notes: AnalysisNote[];
  totals: { all: IndustryRow; scope: IndustryRow };
  /** The candidates with every figure there was, in their order. */
  rows: IndustryRow[];
  criteria: Criterion[];
  preset: string;
  scale: Normalisation;
  /** What the team settled on, and how far apart its people were before. */
  scores: {
    candidate: string;
    criterion: string;
    /** Null where nothing was settled. */
    settled: number | null;
    note: string;
    lowest: number | null;
    highest: number | null;
    /** How many scored it. */
    said: number;
  }[];
  /** How many people scored, and how many of them by a link without an account. */
  scorers: { all: number; byLink: number };
  /** The candidates in the order of their scores. */
  ranking: Scored[];
  rounds: { number: number; criterion: string; dropped: string[]; reason: string }[];
  /** Industries: the first to begin with, and those that come next, the nearest first. */
  first: string;
  next: string[];
  why: string;
  /** `2018-10-04`, promised for the launch. */
  launchOn: string | null;
}

/** Who agreed, or did not and why. */
export interface Voice {
  /** Their account, where they have one. */
  person: string | null;
  /** Empty, as role and words are, for somebody who was forgotten. */
  name: string;
  role: string;
  agrees: boolean;
  words: string;
}

/** What a candidate is called in a record. */
export function titleIn(record: Pick<DecisionRecord, "rows">, industry: string): string {
  return record.rows.find((row) => row.industry === industry)?.title ?? industry;
}
