import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import type { FormValues } from "#platform/http/forms.ts";
import { idOf, me } from "#platform/http/params.ts";
import type { HouseContext, PageHead } from "#platform/http/routes.ts";
import { homeOf, worksTheDesk } from "./access.ts";
import { contentDifferences, namedIn } from "./comparing.ts";
import { markFirstRead } from "./holding.ts";
import {
  contentsOf,
  conversationOf,
  lastReadVersion,
  type UnderReview,
  underReview,
  versionsOf,
} from "./queries.ts";
import { type Comparison, ReviewPage } from "./views/review-page.tsx";

export async function itemOf(c: HouseContext): Promise<UnderReview> {
  const item = await underReview(c.var.ctx, idOf(c));
  if (!item) throw new NotFound();
  return item;
}

/** What came back from a form on this page: shown where it was typed, nothing lost. */
export interface CameBack {
  values?: FormValues;
  problems?: Problems;
  status?: PageHead["status"];
}

export async function showReview(c: HouseContext, back: CameBack = {}): Promise<Response> {
  const { ctx } = c.var;
  const item = await itemOf(c);
  const { id, version, content } = item;
  const editor = me(c);
  const read = await lastReadVersion(ctx, id, editor.id);
  if (read === undefined) await markFirstRead(ctx, id, editor.id, version);
  const asked = askedPair(c, version);
  const pair = asked ?? (read !== undefined && read < version ? ([read, version] as const) : undefined);
  const contents = await contentsOf(ctx, id, pair ?? []);
  const before = pair && contents.get(pair[0]);
  const after = pair && contents.get(pair[1]);
  const named = await namedIn(ctx, content, ...contents.values());
  const comparison: Comparison | undefined =
    pair && before && after
      ? {
          from: pair[0],
          to: pair[1],
          fields: contentDifferences(before, after, named),
          asked: asked !== undefined,
        }
      : undefined;
  const page = numberIn(c.req.query("versions")) ?? 1;
  const problems = back.problems ?? {};
  return c.var.show(
    {
      title: content.title,
      noindex: true,
      scripts: ["writing.js"],
      failed: hasProblems(problems),
      status: back.status ?? (hasProblems(problems) ? 422 : 200),
    },
    <ReviewPage
      item={item}
      me={editor.id}
      home={homeOf(ctx, content.state)}
      ofAllStates={worksTheDesk(ctx)}
      now={ctx.now}
      zone={ctx.site.timeZone}
      values={back.values ?? {}}
      problems={problems}
      named={named}
      comparison={comparison}
      messages={await conversationOf(ctx, id)}
      versions={await versionsOf(ctx, id, page)}
      versionsPage={page}
      done={c.req.query("done") ?? ""}
      typedSent={typedName(c)}
      siteUrl={ctx.site.url}
    />,
  );
}

/** Which two versions the address asks to compare. */
function askedPair(c: HouseContext, newest: number): readonly [number, number] | undefined {
  const from = numberIn(c.req.query("from"));
  const to = numberIn(c.req.query("to"));
  if (from === undefined || to === undefined || Math.max(from, to) > newest) return undefined;
  return [from, to];
}

function numberIn(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** Under which name the browser kept the typing that has now been saved. */
function typedName(c: HouseContext): string | undefined {
  const saved = c.req.query("typed") ?? "";
  return /^[a-z]+-[0-9a-f-]{1,40}(-\d{1,6})?$/.test(saved) ? saved : undefined;
}
