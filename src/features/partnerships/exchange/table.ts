import { cleanText } from "#base/clean-text.ts";
import { findOrAddOrganization } from "#features/organizations/public.ts";
import { type Sector, sectors, sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";
import type { ExchangeRow, ExchangeTable, JudgedRow } from "#platform/exchange.ts";
import { PartnershipContent } from "../content.ts";
import { STAGE_WORDS } from "../stages.ts";
import { addPartnership, noteStage, revisePartnership } from "../writing.ts";
import { COLUMNS, type KnownRow, rowOf } from "./columns.ts";
import { allKnown, knownTo } from "./known.ts";
import { type ReadPage, readRow, statesIn } from "./reading-row.ts";

/** What to write of a row. */
interface Command extends ReadPage {
  /** What is there already, as it was read. */
  before: { version: number; stage: KnownRow["stage"]; stageSince: string | null } | null;
}

const NOTE = "Brought in as a table";

export const partnershipsTable: ExchangeTable = {
  kind: "partnerships",
  title: "Partnerships",
  matching:
    "By its slug, the last part of its page’s address, where one is given; else by any of its names in one of its states.",
  columns: COLUMNS,
  judge,
  async apply(ctx, rows) {
    for (const { target, command } of rows) await write(ctx, target, command as Command);
  },
  async *rows(ctx) {
    for await (const some of allKnown(ctx)) {
      const named = await sectorsByIds(
        ctx,
        some.flatMap(({ content }) => content.sectors),
      );
      yield some.map((known) => rowOf(known, named));
    }
  },
};

async function judge(
  ctx: Ctx,
  rows: readonly ExchangeRow[],
  earlier: Map<string, number>,
  firstNumber: number,
): Promise<JudgedRow[]> {
  const known = await knownTo(
    ctx,
    rows.map(({ slug = "", name = "", states = "" }) => ({ slug, name, states: statesIn(states) })),
  );
  const named = await sectorsByIds(
    ctx,
    known.flatMap((one) => one?.content.sectors ?? []),
  );
  const offered = [...(await sectors(ctx)), ...named.values()];
  const byWord = new Map(
    offered.flatMap((sector): [string, Sector][] => [
      [sector.slug, sector],
      [sector.name.toLowerCase(), sector],
    ]),
  );
  const byId = new Map(offered.map((sector) => [sector.id, sector]));
  return rows.map((row, index) => {
    const there = known[index];
    const judged = judgeRow(ctx, row, there, { byWord, byId });
    if (judged.outcome === "refused") return judged;
    const about = there ? `id ${there.id}` : `${judged.title.toLowerCase()} ${statesIn(row.states ?? "")[0]}`;
    const first = earlier.get(about);
    if (first === undefined) earlier.set(about, firstNumber + index);
    else return refused(judged, "", `Row ${first} is about the same partnership. Keep one of the two.`);
    return judged;
  });
}

function judgeRow(
  ctx: Ctx,
  row: ExchangeRow,
  known: KnownRow | undefined,
  sectors: { byWord: ReadonlyMap<string, Sector>; byId: ReadonlyMap<string, Sector> },
): JudgedRow {
  const title = known?.content.name ?? row.name ?? "";
  const judged: JudgedRow = {
    outcome: known ? "unchanged" : "new",
    title,
    target: known?.id ?? null,
    problems: [],
    changes: [],
    command: null,
  };
  if (row.slug && !known)
    return refused(
      judged,
      "slug",
      `No partnership has the slug “${row.slug}”. Leave it empty for a new one.`,
    );
  if (!known && !row.name) return refused(judged, "name", "A new partnership needs a name.");
  if (!known && !row.states) return refused(judged, "states", "A new partnership needs at least one state.");

  const cellsBefore = known ? rowOf(known, sectors.byId) : {};
  const given = Object.fromEntries(
    Object.entries(row).filter(([key, cell]) => cell !== "" && plain(cell) !== plain(cellsBefore[key] ?? "")),
  );
  const before: ReadPage = known ? { ...known, word: "" } : newPage();
  const { page, problems } = readRow(before, given, { ctx, sectors: sectors.byWord });
  if (problems.length > 0) return { ...judged, outcome: "refused", problems };

  judged.changes = known ? changesOf(given, cellsBefore, rowOf({ ...known, ...page }, sectors.byId)) : [];
  judged.command = { ...page, before: known ? versionOf(known) : null } satisfies Command;
  if (judged.changes.length > 0) judged.outcome = "changed";
  return judged;
}

const plain = (cell: string) => cleanText(cell).replace(/\s+/g, " ").trim();

const versionOf = ({ version, stage, stageSince }: KnownRow) => ({ version, stage, stageSince });

/** Nothing but the shape: a name and a state are the least that a row says. */
function newPage(): ReadPage {
  const content = PartnershipContent.parse({ name: "", states: ["us"] });
  return { content: { ...content, states: [] }, stage: "unknown", stageSince: null, word: "" };
}

function refused(judged: JudgedRow, column: string, message: string): JudgedRow {
  return { ...judged, outcome: "refused", command: null, changes: [], problems: [{ column, message }] };
}

function changesOf(given: ExchangeRow, before: ExchangeRow, after: ExchangeRow): JudgedRow["changes"] {
  const changes = COLUMNS.flatMap(({ key: column }) => {
    const [from = "", to = ""] = [before[column], after[column]];
    return from === to ? [] : [{ column, from, to }];
  });
  // A source joins others, so the first one, which the export shows, may stay the same.
  if (given.source && !changes.some(({ column }) => column === "source") && before.source !== "")
    changes.push({ column: "source", from: "", to: given.source });
  return changes;
}

async function write(ctx: Ctx, target: string | null, command: Command): Promise<void> {
  const { stage, stageSince, word, before } = command;
  const content = await withOrganizations(ctx, command.content);
  if (!target || !before) {
    await addPartnership(ctx, { content, stage, stageSince, word });
    return;
  }
  const moves = stage !== before.stage;
  if (moves || stageSince !== before.stageSince) {
    await ctx.db
      .updateTable("partnerships")
      .set({ stage, stage_since: stageSince })
      .where("id", "=", target)
      .execute();
    await noteStage(ctx, target, stage, stageSince, word);
  }
  await revisePartnership(ctx, target, {
    content,
    version: before.version,
    note: moves ? `${NOTE}. Stage: ${STAGE_WORDS[stage].name}` : NOTE,
  });
  if (moves)
    await tell(ctx, {
      name: "partnership.stage-moved",
      subject: { kind: "partnership", id: target },
      particulars: {
        name: content.name,
        from: before.stage,
        to: stage,
        since: stageSince,
        ...(word ? { word } : {}),
      },
    });
}

/** Conveners that a row named are found in the directory, or added to it. */
async function withOrganizations(ctx: Ctx, content: PartnershipContent): Promise<PartnershipContent> {
  const roles: PartnershipContent["roles"] = [];
  for (const role of content.roles) {
    const { organization } = role;
    const isNamed =
      organization && !organization.id && (role.role === "convener" || role.role === "co-convener");
    if (!isNamed) {
      roles.push(role);
      continue;
    }
    const found = await findOrAddOrganization(ctx, {
      name: organization.name,
      stateCode: content.states[0],
      source: content.sources.at(-1)?.name,
    });
    roles.push({ ...role, organization: { name: organization.name, id: found.id } });
  }
  return { ...content, roles };
}
