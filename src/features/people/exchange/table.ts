import { emailAddress } from "#base/fields.ts";
import { type Sector, sectors, sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeRow, ExchangeTable, JudgedRow } from "#platform/exchange.ts";
import { profilesOf } from "../profiles/queries.ts";
import type { SeenProfile } from "../profiles/visibility.ts";
import { COLUMNS, FILL_COLUMNS, FILLS, rowOf } from "./columns.ts";
import { everybody, type Facts, type KnownPerson, knownByEmail, NO_FACTS } from "./known.ts";
import { emailIn, readRow, sectorChoices } from "./reading-row.ts";
import { type PersonCommand, writePeople } from "./writing.ts";

export const peopleTable: ExchangeTable = {
  kind: "people",
  title: "People",
  administratorsOnly: true,
  matching:
    "By the e-mail address. Somebody new becomes a member who is listed for nobody and gets no mail; what others may see is theirs to choose once they sign in. Of somebody who is there already only what is empty is filled: what a person said of themselves stays as it is, and a part that others would see at once is left to them. Taken out, everybody stands there with address and name, and with the parts that they show to members.",
  columns: COLUMNS,
  judge,
  async apply(ctx, rows) {
    await writePeople(
      ctx,
      rows.map(({ target, command }) => ({ id: target, ...(command as PersonCommand) })),
    );
  },
  /** Names and addresses administrators know anyway; but who was told "only you see it" is promised that here, too. */
  async *rows(ctx) {
    for await (const some of everybody(ctx)) {
      const ids = some.map(({ id }) => id);
      const seen = await profilesOf(ctx, ids, "members");
      const shown = some.map((one) => ({ ...one, facts: factsSeen(seen.get(one.id)) }));
      const named = await sectorsByIds(
        ctx,
        shown.flatMap(({ facts }) => facts.sectors),
      );
      yield shown.map((one) => rowOf(one, named));
    }
  },
};

function factsSeen(seen: SeenProfile | undefined): Facts {
  if (!seen) return NO_FACTS;
  const { role, title, organization, states, sectors, phases, canHelp, lookingFor } = seen;
  return { role, title, organization: organization.name, states, sectors, phases, canHelp, lookingFor };
}

interface Offered {
  sectors: ReadonlyMap<string, string>;
  sectorNames: string[];
  byId: ReadonlyMap<string, Sector>;
}

async function judge(
  ctx: Ctx,
  rows: readonly ExchangeRow[],
  earlier: Map<string, number>,
  firstNumber: number,
): Promise<JudgedRow[]> {
  const known = await knownByEmail(
    ctx,
    rows.flatMap(({ email = "" }) => emailIn(email) ?? []),
  );
  const current = await sectors(ctx);
  const named = await sectorsByIds(
    ctx,
    [...known.values()].flatMap(({ facts }) => facts.sectors),
  );
  const offered: Offered = {
    sectors: sectorChoices(current),
    sectorNames: current.map(({ name }) => name),
    byId: new Map([...named, ...current.map((sector) => [sector.id, sector] as const)]),
  };
  return rows.map((row, index) => {
    const email = emailIn(row.email ?? "");
    const judged = judgeRow(row, email, email ? known.get(email) : undefined, offered);
    const first = email && earlier.get(email);
    if (first)
      return {
        ...judged,
        outcome: "refused" as const,
        changes: [],
        command: null,
        problems: [
          { column: "email", message: `Row ${first} has the same address. Keep one of the two.` },
          ...judged.problems,
        ],
      };
    if (email) earlier.set(email, firstNumber + index);
    return judged;
  });
}

const NO_ADDRESS =
  "A person needs an e-mail address here: by it they are found, and with it they sign in to say more.";

function judgeRow(
  row: ExchangeRow,
  email: string | undefined,
  known: KnownPerson | undefined,
  offered: Offered,
): JudgedRow {
  const before = known ? rowOf(known, offered.byId) : {};
  // A cell that says what is there needs no second look, however old that is.
  const given = Object.fromEntries(
    Object.entries(row).map(([key, cell]) => [key, cell === before[key] ? "" : cell]),
  );
  const { name, facts, problems } = readRow(given, offered);
  if (!email)
    problems.unshift({
      column: "email",
      message: row.email?.trim() ? addressProblem(row.email) : NO_ADDRESS,
    });
  if (!known && !row.name?.trim()) problems.push({ column: "name", message: "Somebody new needs a name." });
  const judged: JudgedRow = {
    outcome: "refused",
    title: known?.name || row.name || row.email || "",
    target: known?.id ?? null,
    problems,
    changes: [],
    command: null,
  };
  if (!email || problems.length > 0) return judged;

  const after = { email, name: known?.name || name, facts: filled(known, facts) };
  const cells = rowOf(after, offered.byId);
  judged.changes = COLUMNS.flatMap(({ key: column }) => {
    const [from, to] = [before[column] ?? "", cells[column] ?? ""];
    return from === to ? [] : [{ column, from, to }];
  });
  judged.command = {
    ...after,
    organization: known?.facts.organization === after.facts.organization ? "" : after.facts.organization,
    version: known?.profile?.version ?? null,
  } satisfies PersonCommand;
  judged.outcome = !known ? "new" : judged.changes.length > 0 ? "changed" : "unchanged";
  return judged;
}

const addressProblem = (cell: string) =>
  emailAddress().safeParse(cell).error?.issues[0]?.message ?? NO_ADDRESS;

/** What is empty is filled, unless others would read at once what the person never wrote. */
function filled(known: KnownPerson | undefined, given: Partial<Facts>): Facts {
  const facts = known?.facts ?? NO_FACTS;
  const taken = FILL_COLUMNS.filter((column) => {
    const { fact, part } = FILLS[column];
    return facts[fact].length === 0 && !isSeen(known?.profile, part);
  });
  return {
    ...facts,
    ...Object.fromEntries(
      taken.flatMap((column) => {
        const { fact } = FILLS[column];
        return given[fact] === undefined ? [] : [[fact, given[fact]]];
      }),
    ),
  };
}

function isSeen(profile: KnownPerson["profile"], part: string): boolean {
  return (
    profile !== undefined && profile.listedFor !== "nobody" && (profile.shown[part] ?? "nobody") !== "nobody"
  );
}
