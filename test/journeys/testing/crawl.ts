/** One address of the site as it was answered. */
export interface Answer {
  /** Path and query; where it led on, where it led to. */
  path: string;
  status: number;
  type: string;
  headers: Headers;
  /** Empty for what is no text. */
  text: string;
}

export interface Form {
  method: string;
  path: string;
  /** Sent as multipart/form-data. */
  hasFiles: boolean;
  /** A page that has it. */
  page: string;
}

export interface Crawled {
  answers: Answer[];
  /** By method and path: every form, and every button that sends its form elsewhere. */
  forms: Map<string, Form>;
  /** Links that lead nowhere, in words. */
  dead: string[];
}

const MOST_PAGES = 2_000;
const MOST_AT_ONCE = 4;

/**
 * Follows every link of a site to the same site, from these addresses on, and asks for every picture, feed and file.
 * Of addresses with a query the links are not followed any further, for views can be combined without end.
 */
export async function crawl(
  origin: string,
  from: string[],
  options: { cookie?: string; skip?: RegExp } = {},
): Promise<Crawled> {
  const crawled: Crawled = { answers: [], forms: new Map(), dead: [] };
  const known = new Map(from.map((path) => [path, "the beginning"]));
  const waiting = [...from];
  const fragments: { page: string; target: string; id: string }[] = [];

  function note(href: string, page: string): void {
    const url = new URL(href, origin + page);
    if (url.origin !== origin || options.skip?.test(url.pathname)) return;
    const target = url.pathname + url.search;
    if (url.hash) fragments.push({ page, target, id: decodeURIComponent(url.hash.slice(1)) });
    if (known.has(target)) return;
    known.set(target, page);
    waiting.push(target);
  }

  async function visit(path: string): Promise<void> {
    const answer = await ask(origin, path, options.cookie);
    crawled.answers.push(answer);
    if (answer.status !== 200)
      crawled.dead.push(`${known.get(path)} leads to ${path}, which answers ${answer.status}`);
    if (!answer.type.startsWith("text/html")) return;
    for (const { tag, attributes } of tagsIn(answer.text)) {
      for (const href of addressesOf(tag, attributes)) {
        if (!path.includes("?") || tag !== "a") note(href, answer.path);
      }
    }
    for (const form of formsIn(answer)) crawled.forms.set(`${form.method} ${form.path}`, form);
  }

  while (waiting.length > 0) {
    if (known.size > MOST_PAGES) throw new Error(`More than ${MOST_PAGES} addresses: the crawl has no end.`);
    await Promise.all(waiting.splice(0, MOST_AT_ONCE).map(visit));
  }
  crawled.dead.push(...missingFragments(crawled.answers, fragments));
  return crawled;
}

async function ask(origin: string, path: string, cookie?: string): Promise<Answer> {
  const response = await fetch(origin + path, cookie ? { headers: { cookie } } : {});
  const type = response.headers.get("content-type") ?? "";
  const isText = /^text\/|xml|json/.test(type);
  const bytes = await response.arrayBuffer();
  const { pathname, search } = new URL(response.url);
  return {
    path: pathname + search,
    status: response.status,
    type,
    headers: response.headers,
    text: isText ? new TextDecoder().decode(bytes) : "",
  };
}

interface Tag {
  tag: string;
  attributes: Record<string, string>;
}

/** Our own pages are well-formed, so their tags can be read one by one. */
export function tagsIn(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, tag = "", attributes = ""]) => ({
      tag,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [
          name,
          plain(value),
        ]),
      ),
    }),
  );
}

const plain = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

function addressesOf(tag: string, { href, src, srcset, rel }: Record<string, string>): string[] {
  // Of `use`, what stands before the # is one file for all icons.
  const many = srcset?.split(",").map((part) => part.trim().split(/\s+/)[0] ?? "") ?? [];
  const isNoPage = tag === "link" && (rel === "canonical" || rel === "preload");
  return [
    ...(href && !isNoPage ? [href] : []),
    ...(src && tag !== "live-preview" ? [src] : []),
    ...many,
  ].filter((address) => !/^(mailto|tel|data):/.test(address) && tag !== "use");
}

function formsIn({ text, path: page }: Answer): Form[] {
  const pathOf = (address: string) => new URL(address, `http://site${page}`).pathname;
  let hasFiles = false;
  return tagsIn(text).flatMap(({ tag, attributes }): Form[] => {
    const { action, method, enctype, formaction, src } = attributes;
    if (tag === "form") {
      hasFiles = enctype === "multipart/form-data";
      return [{ method: (method ?? "get").toUpperCase(), path: pathOf(action ?? page), hasFiles, page }];
    }
    if (tag === "button" && formaction) return [{ method: "POST", path: pathOf(formaction), hasFiles, page }];
    return tag === "live-preview" && src
      ? [{ method: "POST", path: pathOf(src), hasFiles: false, page }]
      : [];
  });
}

function missingFragments(
  answers: Answer[],
  fragments: { page: string; target: string; id: string }[],
): string[] {
  const ids = new Map(
    answers.map(({ path, text }) => [
      path,
      new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => plain(id))),
    ]),
  );
  return fragments.flatMap(({ page, target, id }) =>
    id === "" || !ids.has(target) || ids.get(target)?.has(id)
      ? []
      : [`${page} leads to ${target}#${id}, which is not there`],
  );
}
