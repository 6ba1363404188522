import { httpUrl } from "#base/brands.ts";
import { cleanLine, cleanText } from "#base/clean-text.ts";
import { dayOf } from "#base/local-time.ts";
import { isBefore, type PartialDate } from "#base/partial-date.ts";
import { sheetDateIn } from "#base/sheet-date.ts";
import { parseCounties, stateByCode, stateByName } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeProblem, ExchangeRow } from "#platform/exchange.ts";
import type { PartnershipContent } from "../content.ts";
import { wrongOrder } from "../rules.ts";
import { needsAWord, STAGE_WORDS, STAGES, type Stage } from "../stages.ts";
import { COUNTIES_KNOWN, convenersOf, milestoneAt, SETTINGS, separated } from "./columns.ts";

/** A page as a row would make it. */
export interface ReadPage {
  content: PartnershipContent;
  stage: Stage;
  stageSince: string | null;
  word: string;
}

export interface Reading {
  ctx: Ctx;
  /** By slug and by name, lower case. */
  sectors: ReadonlyMap<string, Sector>;
}

/** The states that a row names, as far as they are any; for finding whom it means. */
export function statesIn(cell: string): string[] {
  return separated(cell).flatMap((one) => (stateByCode(one) ?? stateByName(one))?.code ?? []);
}

/**
 * Puts what a row says upon a page. A cell that is empty, or says what is there already, leaves it as it is.
 *
 * @param given the row's cells that say something else
 */
export function readRow(
  before: ReadPage,
  given: ExchangeRow,
  { ctx, sectors }: Reading,
): { page: ReadPage; problems: ExchangeProblem[] } {
  const page: ReadPage = { ...before, content: structuredClone(before.content), word: "" };
  const { content } = page;
  const problems: ExchangeProblem[] = [];
  const refuse = (column: string, message: string) => problems.push({ column, message });
  const cell = (column: string) => given[column] ?? "";

  const line = (column: string, most: number, put: (text: string) => void) => {
    if (!cell(column)) return;
    const text = cleanLine(cell(column));
    if (text.length > most) refuse(column, `At most ${most.toLocaleString("en-US")} characters fit here.`);
    else put(text);
  };
  const oneOf = <T extends string>(column: string, known: readonly T[], put: (one: T) => void) => {
    if (!cell(column)) return;
    const asked = cell(column).trim().toLowerCase().replace(/\s+/g, "-");
    const one = known.find((word) => word === asked);
    if (one) put(one);
    else refuse(column, `“${cell(column)}” is none of: ${known.join(", ")}.`);
  };
  const date = (column: string, put: (at: PartialDate) => void) => {
    if (!cell(column)) return;
    const at = sheetDateIn(cell(column));
    if (at) put(at);
    else
      refuse(
        column,
        `“${cell(column)}” is no date here. Write 2018, 2018-03 or 2018-03-14, as far as it is known.`,
      );
  };

  line("name", 160, (text) => {
    content.name = text;
  });
  line("region", 160, (text) => {
    content.region = text;
  });
  if (cell("also_known_as")) {
    content.alsoKnownAs = separated(cell("also_known_as"));
    if (content.alsoKnownAs.some((name) => name.length > 160))
      refuse("also_known_as", "Each name may have at most 160 characters.");
  }
  if (cell("summary")) content.summary = cleanText(cell("summary")).trim();
  if (cell("summary").length > 600) refuse("summary", "At most 600 characters fit here.");
  readStates();
  readCounties();
  oneOf("setting", SETTINGS, (one) => {
    content.setting = one;
  });
  readSectors();
  readStage();
  date("academy_on", (at) => putMilestone("academy", at));
  date("launched_on", (at) => putMilestone("launch", at));
  const order = wrongOrder(content.milestones);
  if (order && (cell("academy_on") || cell("launched_on")))
    refuse(
      cell("launched_on") ? "launched_on" : "academy_on",
      `The ${order.later.kind} (${order.later.on}) would be before the ${order.earlier.kind} (${order.earlier.on}).`,
    );
  readConveners();
  if (cell("website")) {
    const website = httpUrl(cell("website"));
    if (website) content.website = website;
    else refuse("website", "The website must be a web address that starts with https:// or http://.");
  }
  readSource();
  return { page, problems };

  function readStates(): void {
    if (!cell("states")) return;
    const unknown = separated(cell("states")).filter((one) => statesIn(one).length === 0);
    if (unknown.length > 0)
      refuse(
        "states",
        `“${unknown[0]}” is no state. Write its postal code or its name, such as NE or Nebraska.`,
      );
    else content.states = [...new Set(statesIn(cell("states")))];
  }

  function readCounties(): void {
    if (cell("counties")) {
      const states = content.states;
      const parsed = parseCounties(cell("counties"), { states, field: "counties" });
      if (parsed.ok) {
        content.counties = parsed.value;
        if (content.countiesKnown === "unknown") content.countiesKnown = "exact";
      } else for (const message of parsed.problems.counties ?? []) refuse("counties", message);
    }
    oneOf("counties_known", COUNTIES_KNOWN, (one) => {
      content.countiesKnown = one;
    });
  }

  function readSectors(): void {
    if (!cell("sectors")) return;
    const found = separated(cell("sectors")).map((one) => ({ one, sector: sectors.get(one.toLowerCase()) }));
    for (const { one, sector } of found)
      if (!sector) refuse("sectors", `No sector is called “${one}”. The sectors’ page lists them all.`);
    content.sectors = [...new Set(found.flatMap(({ sector }) => sector?.id ?? []))];
  }

  function readStage(): void {
    oneOf("stage", STAGES, (one) => {
      page.stage = one;
    });
    date("stage_since", (at) => {
      page.stageSince = at;
    });
    line("stage_word", 1_000, (text) => {
      page.word = text;
    });
    const today = dayOf(ctx.now, ctx.site.timeZone);
    if (cell("stage_since") && page.stageSince && isBefore(today, page.stageSince))
      refuse("stage_since", "This is still to come. Bring the stage in when it has begun.");
    if (page.stage === before.stage || !before.content.name) return;
    // The date of the stage before says nothing about this one.
    if (!cell("stage_since")) page.stageSince = null;
    if (page.stage === "unknown")
      refuse(
        "stage",
        `It is ${STAGE_WORDS[before.stage].name.toLowerCase()}, and cannot become unknown again.`,
      );
    else if (needsAWord(before.stage, page.stage) && page.word === "")
      refuse(
        "stage",
        `From ${STAGE_WORDS[before.stage].name.toLowerCase()} to ${STAGE_WORDS[page.stage].name.toLowerCase()} needs a word of explanation in stage_word.`,
      );
  }

  function putMilestone(kind: "academy" | "launch", on: PartialDate): void {
    const there = milestoneAt(content, kind);
    if (there) there.on = on;
    else
      content.milestones.push({
        id: ctx.random.id(),
        kind,
        title: kind === "academy" ? "Academy" : "Launch",
        on,
        note: "",
        source: cell("source"),
      });
  }

  function readConveners(): void {
    if (!cell("conveners")) return;
    const names = [...new Set(separated(cell("conveners")))];
    const long = names.find((name) => name.length > 160);
    if (long) refuse("conveners", `“${long.slice(0, 40)}…” has more than 160 characters.`);
    const now = convenersOf(content);
    const kept = now.filter(({ organization }) => names.includes(organization!.name));
    const added = names.filter((name) => !kept.some(({ organization }) => organization!.name === name));
    content.roles = [
      ...content.roles.filter((role) => !now.includes(role) || kept.includes(role)),
      ...added.map((name, index) => ({
        id: ctx.random.id(),
        role: kept.length + index === 0 ? ("convener" as const) : ("co-convener" as const),
        organization: { name, id: null },
        person: null,
        title: "",
        from: null,
        to: null,
        shown: true,
      })),
    ];
  }

  function readSource(): void {
    const source = cleanLine(cell("source"));
    if (!source || content.sources.some(({ name, url }) => name === source || url === source)) return;
    const url = httpUrl(source);
    content.sources.push({
      name: url ? new URL(url).hostname.replace(/^www\./, "") : source,
      url: url ?? null,
      note: "",
    });
  }
}
