import type { Selectable } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Normalisation } from "../figures/normalise.ts";
import type { ChoiceQuestion, Criterion } from "./content.ts";
import type { SectorChoicesTable } from "./tables.ts";

/** A team's way to its sector, as far as it has come. */
export interface Choice {
  id: string;
  /** The region's id, and the number of the shape that it looks at. */
  region: string;
  shape: number;
  /** FIPS codes of that shape, sorted. */
  counties: string[];
  title: string;
  question: ChoiceQuestion;
  /** Industry codes or slugs of sectors. */
  candidates: string[];
  criteria: Criterion[];
  /** Id of the preset it began with; empty for none. */
  preset: string;
  scale: Normalisation;
  state: "open" | "decided";
  /** Id of the decision that it takes up again. */
  reopens: string | null;
  version: number;
  createdAt: Date;
}

function choicesWith(ctx: Ctx) {
  return ctx.db
    .selectFrom("sector_choices as c")
    .innerJoin("region_shapes as s", (on) =>
      on.onRef("s.region", "=", "c.region").onRef("s.number", "=", "c.shape"),
    )
    .selectAll("c")
    .select("s.counties");
}

function choiceFrom(row: Selectable<SectorChoicesTable> & { counties: string[] }): Choice {
  const { created_at: createdAt, opened_by: _, ...rest } = row;
  return { ...rest, createdAt };
}

export async function choiceById(ctx: Ctx, id: string): Promise<Choice | undefined> {
  const row = await choicesWith(ctx).where("c.id", "=", id).executeTakeFirst();
  return row && choiceFrom(row);
}

/** More open ones than these nobody works on at once; older ones are on the region's page by their decisions. */
const MOST_LISTED = 20;

/** A region's choices, the newest first. */
export async function choicesOf(ctx: Ctx, region: string): Promise<Choice[]> {
  const rows = await choicesWith(ctx)
    .where("c.region", "=", region)
    .orderBy("c.created_at", "desc")
    .orderBy("c.id")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(choiceFrom);
}

/** What the team settled on for one candidate by one of its own criteria. */
export interface Settled {
  candidate: string;
  criterion: string;
  score: number;
  note: string;
}

export async function settlementsOf(ctx: Ctx, choice: string): Promise<Settled[]> {
  return ctx.db
    .selectFrom("choice_settlements")
    .select(["candidate", "criterion", "score", "note"])
    .where("choice", "=", choice)
    .orderBy("criterion")
    .orderBy("candidate")
    .execute();
}

/** One round of elimination. */
export interface Round {
  number: number;
  criterion: string;
  dropped: string[];
  reason: string;
}

export async function roundsOf(ctx: Ctx, choice: string): Promise<Round[]> {
  return ctx.db
    .selectFrom("choice_rounds")
    .select(["number", "criterion", "dropped", "reason"])
    .where("choice", "=", choice)
    .orderBy("number")
    .execute();
}
