import { cleanLine } from "#base/clean-text.ts";
import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import type { Mergeable, MergeSide, NamedBy } from "#platform/exchange.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { offeredOne, offeredTo } from "../offered.ts";
import { DoublesPage } from "../views/doubles-page.tsx";
import { MergePage } from "../views/merge-page.tsx";
import { MergingPage } from "../views/merging-page.tsx";
import { keepApart, notKnownApart } from "./apart.ts";

const MOST_PAIRS = 60;
const MOST_FOUND = 20;

/** Doubles of every kind that a room offers: found, looked at side by side, made one or kept apart. */
export function mergingRoutes(mergeables: readonly Mergeable[], namedBy: readonly NamedBy[]): Route[] {
  const kindOf = (c: HouseContext) => offeredOne(c.var.ctx.actor, mergeables, c.req.param("kind") ?? "");

  function showKinds(c: HouseContext): Promise<Response> {
    return c.var.show(
      { title: "Doubles", noindex: true },
      <MergingPage kinds={offeredTo(c.var.ctx.actor, mergeables)} />,
    );
  }

  async function showDoubles(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const kind = kindOf(c);
    const q = cleanLine(c.req.query("q") ?? "").slice(0, 200);
    const pairs = q ? [] : await notKnownApart(ctx, kind.kind, await kind.alike(ctx, MOST_PAIRS));
    return c.var.show(
      { title: `Doubles among ${kind.title.toLowerCase()}`, noindex: true },
      <DoublesPage
        kind={kind}
        pairs={pairs}
        q={q}
        found={q ? await kind.find(ctx, q, MOST_FOUND) : []}
        done={c.req.query("done") !== undefined}
      />,
    );
  }

  /** The form of the search sends two ids; the preview has an address of its own. */
  function choosePair(c: HouseContext): Response | Promise<Response> {
    const kind = kindOf(c);
    const chosen = [...new Set(c.req.queries("one") ?? [])];
    if (chosen.length !== 2) return c.redirect(`/desk/merging/${kind.kind}`, 303);
    return c.redirect(`/desk/merging/${kind.kind}/${chosen[0]}/${chosen[1]}`, 303);
  }

  async function sidesOf(c: HouseContext, kind: Mergeable): Promise<[MergeSide, MergeSide]> {
    const { ctx } = c.var;
    const ids = [idOf(c, "a"), idOf(c, "b")] as const;
    const sides = [await kind.side(ctx, ids[0]), await kind.side(ctx, ids[1])] as const;
    const counted: { label: string; counts: Map<string, number> }[] = [];
    for (const { kind: named, label, count } of namedBy)
      if (named === kind.kind) counted.push({ label, counts: await count(ctx, ids) });
    const withCounts = (side: MergeSide): MergeSide => ({
      ...side,
      facts: [
        ...side.facts,
        ...counted.map(({ label, counts }) => ({
          label: `Named by ${label}`,
          value: String(counts.get(side.id) ?? 0),
        })),
      ],
    });
    return [withCounts(sides[0]), withCounts(sides[1])];
  }

  async function showPair(c: HouseContext, problems: Problems = {}, status: 200 | 409 | 422 = 200) {
    const kind = kindOf(c);
    const [a, b] = await sidesOf(c, kind);
    return c.var.show(
      {
        title: `${a.name} and ${b.name}`,
        noindex: true,
        scripts: ["writing.js"],
        failed: hasProblems(problems),
        status,
      },
      <MergePage kind={kind} a={a} b={b} problems={problems} />,
    );
  }

  async function merge(c: HouseContext): Promise<Response> {
    const kind = kindOf(c);
    const ids = [idOf(c, "a"), idOf(c, "b")];
    const stays = textOf(await formValues(c), "stays");
    const gone = ids.find((id) => id !== stays);
    if (!ids.includes(stays) || !gone)
      return showPair(c, problem("stays", "Choose which of the two stays.").problems, 422);
    try {
      await kind.merge(c.var.ctx, stays, gone);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return showPair(c, problem("", error.message).problems, 409);
    }
    return c.redirect(`/desk/merging/${kind.kind}?done`, 303);
  }

  async function apart(c: HouseContext): Promise<Response> {
    const kind = kindOf(c);
    const [a, b] = await sidesOf(c, kind);
    await keepApart(c.var.ctx, kind.kind, a.id, b.id);
    return c.redirect(`/desk/merging/${kind.kind}`, 303);
  }

  return [
    get("/desk/merging", "editor", showKinds),
    get("/desk/merging/:kind", "editor", showDoubles),
    get("/desk/merging/:kind/chosen", "editor", choosePair),
    get("/desk/merging/:kind/:a/:b", "editor", (c) => showPair(c)),
    post("/desk/merging/:kind/:a/:b", "editor", merge),
    post("/desk/merging/:kind/:a/:b/apart", "editor", apart),
  ];
}
