import { done, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { TEND, tendedOf } from "../access.ts";
import { changePage } from "../changing.ts";
import { tendPath } from "../paths.ts";
import type { Tended } from "../queries.ts";
import { entryIn, withEntry, withEntryMoved, withoutEntry } from "./entries.ts";
import { formHandlers } from "./form-routes.tsx";
import type { ListKey, PageList } from "./list.ts";
import type { SectionForm } from "./section.ts";
import { ListPage } from "./views/list-page.tsx";

/** An entry's id as the address gives it; starter content may have ids of its own making. */
function entryOf(c: HouseContext): string {
  const id = c.req.param("entry") ?? "";
  if (!/^[\w-]{1,64}$/.test(id)) throw new NotFound();
  return id;
}

/** Every address of one list of a page: the list, a form for a new entry, one for each, its order and removal. */
export function listRoutes<K extends ListKey, Choices>(list: PageList<K, Choices>): Route[] {
  const base = `/partnerships/:slug/tend/${list.path}`;
  const adding = formHandlers((c, tended) => entryForm(list, c, tended));
  const changing = formHandlers((c, tended) => entryForm(list, c, tended, entryOf(c)));
  return [
    get(base, TEND, (c) => showList(list, c)),
    get(`${base}/new`, TEND, adding.show),
    post(base, TEND, adding.save),
    get(`${base}/:entry`, TEND, changing.show),
    post(`${base}/:entry`, TEND, changing.save),
    post(`${base}/:entry/position`, TEND, (c) => move(list, c)),
    post(`${base}/:entry/removal`, TEND, (c) => remove(list, c)),
  ];
}

async function showList<K extends ListKey, Choices>(
  list: PageList<K, Choices>,
  c: HouseContext,
): Promise<Response> {
  const tended = await tendedOf(c);
  return c.var.show(
    { title: `${list.title}: ${tended.content.name}`, noindex: true, scripts: ["writing.js"] },
    <ListPage
      tended={tended}
      list={list}
      entries={(tended.content[list.key] as { id: string }[]).map((entry) => ({
        id: entry.id,
        ...list.summary(entry as never),
      }))}
      done={c.req.query("done") ?? ""}
    />,
  );
}

function entryForm<K extends ListKey, Choices>(
  list: PageList<K, Choices>,
  c: HouseContext,
  tended: Tended,
  id?: string,
): SectionForm {
  const { slug } = tended;
  const { ctx } = c.var;
  const path = tendPath(slug, list.path);
  // For an entry that was removed meanwhile the name is gone; its form can still be saved, which puts it back.
  const known = id === undefined ? undefined : entryIn(tended.content, list.key, id);
  const form: SectionForm<Choices> = {
    title: known ? `Change “${list.summary(known).title}”` : `Add a ${list.one}`,
    action: id === undefined ? path : `${path}/${id}`,
    back: { href: path, label: list.title },
    save: id === undefined ? `Add the ${list.one}` : "Save",
    labels: list.labels,
    stored(content) {
      if (id === undefined) return list.fresh(ctx, tended);
      const entry = entryIn(content, list.key, id);
      return entry && list.stored(entry);
    },
    choices: list.choices,
    async read(ctx, values, page) {
      const before = id === undefined ? undefined : entryIn(page, list.key, id);
      if (!before && page[list.key].length >= list.most)
        return problem("", `${list.most} are as many as a page takes. Remove one first.`);
      const entry = await list.read(ctx, values, { page, before, id: id ?? ctx.random.id() });
      if (!entry.ok) return entry;
      return done({
        note: noteOf(list, before ? "changed" : "added", textOf(values, "title").trim().slice(0, 160)),
        change: async (ctx, page) => withEntry(page, list.key, await entry.value(ctx)),
      });
    },
    fields: (state) => list.fields({ ...state, isNew: id === undefined }),
    told: (values) => list.told?.(values) ?? values,
  };
  return form as SectionForm;
}

const noteOf = (list: { title: string; one: string; named: boolean }, verb: string, title: string) =>
  list.named ? `${list.title}: ${verb} “${title}”` : `${list.title}: ${verb} a ${list.one}`;

async function move<K extends ListKey, Choices>(list: PageList<K, Choices>, c: HouseContext) {
  const tended = await tendedOf(c);
  const direction = textOf(await formValues(c), "direction") === "up" ? "up" : "down";
  await changePage(c.var.ctx, tended.id, {
    version: tended.version,
    part: () => undefined,
    change: (_ctx, page) => withEntryMoved(page, list.key, entryOf(c), direction),
    note: `${list.title}: order`,
  });
  return c.redirect(tendPath(tended.slug, list.path), 303);
}

/** The entry as it was seen is removed; one that somebody changed meanwhile stays. */
async function remove<K extends ListKey, Choices>(list: PageList<K, Choices>, c: HouseContext) {
  const tended = await tendedOf(c);
  const id = entryOf(c);
  const entry = entryIn(tended.content, list.key, id);
  if (!entry) throw new NotFound("This was removed before; the versions still have it.");
  const version = Number(textOf(await formValues(c), "version")) || 0;
  try {
    await changePage(c.var.ctx, tended.id, {
      version,
      part: (page) => entryIn(page, list.key, id),
      change: (_ctx, page) => withoutEntry(page, list.key, id),
      note: noteOf(list, "removed", list.summary(entry).title),
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new Conflict(
      "Somebody changed this entry since you opened the list, so it was not removed. Look at it first.",
    );
  }
  return c.redirect(`${tendPath(tended.slug, list.path)}?done=removed`, 303);
}
