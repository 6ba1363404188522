import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

interface Kept {
  /** The route's pattern, for the log. */
  route: string;
  headers: [string, string][];
  etag: string;
  plain: Buffer;
  gzip?: Buffer;
  br?: Buffer;
  bytes: number;
}

/** Answers smaller than this gain nothing from compression. */
const WORTH_COMPRESSING = 860;

/**
 * Finished answers to readers without a session, by address. Everything is dropped at once when anything public
 * changes: a page may show any record, and working out which pages do is how stale pages come about. So a
 * published change is on the very next request, and what is unchanged costs no query.
 */
export class PageCache {
  #kept = new Map<string, Kept>();
  #bytes = 0;
  #generation = 0;
  #open = true;
  readonly #limit: number;

  /** @param limit most bytes of finished answers; 0 keeps none */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Rises at every change; an answer made from an older generation is not kept. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether anything is kept at all. */
  get keeps(): boolean {
    return this.#open && this.#limit > 0;
  }

  clear(): void {
    this.#generation += 1;
    this.#kept.clear();
    this.#bytes = 0;
  }

  /** While changes made by other processes cannot be heard, nothing is kept. */
  pause(): void {
    this.#open = false;
    this.clear();
  }

  resume(): void {
    this.#open = true;
  }

  keep(
    url: string,
    generation: number,
    page: { route: string; headers: [string, string][]; body: Buffer },
  ): void {
    const { route, body } = page;
    // The address counts too: a small page can be asked for under ever so many long ones.
    const bytes = body.byteLength + 2 * url.length + 512;
    if (!this.#open || generation !== this.#generation || bytes > this.#limit / 4) return;
    const own = page.headers.find(([name]) => name === "etag")?.[1];
    const etag = own ?? etagOf(body);
    const headers: [string, string][] = own ? page.headers : [...page.headers, ["etag", etag]];
    const old = this.#kept.get(url);
    if (old) this.#bytes -= old.bytes;
    this.#kept.delete(url);
    this.#kept.set(url, { route, headers, etag, plain: body, bytes });
    this.#bytes += bytes;
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= this.#limit) break;
      this.#kept.delete(oldest);
      this.#bytes -= kept.bytes;
    }
  }

  /**
   * Answers at once when it can.
   *
   * @param requestId goes out with the answer, as with any other
   * @returns the pattern of the route that was answered; undefined means that the page must be made
   */
  answer(request: IncomingMessage, response: ServerResponse, requestId: string): string | undefined {
    const kept = this.#kept.get(request.url ?? "");
    if (!kept) return undefined;
    if (request.headers["if-none-match"] === kept.etag) {
      const headers = kept.headers.filter(([name]) => name !== "content-type").flat();
      response.writeHead(304, [...headers, "x-request-id", requestId]);
      response.end();
      return kept.route;
    }
    const [encoding, body] = this.#inEncoding(kept, request.headers["accept-encoding"]);
    const headers = kept.headers.flat();
    if (encoding) headers.push("content-encoding", encoding);
    headers.push("content-length", String(body.byteLength), "x-request-id", requestId);
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : body);
    return kept.route;
  }

  #inEncoding(kept: Kept, accepts: string | undefined): [string | undefined, Buffer] {
    if (!accepts || kept.plain.byteLength < WORTH_COMPRESSING) return [undefined, kept.plain];
    if (/\bbr\b/.test(accepts)) {
      if (!kept.br) {
        kept.br = brotliCompressSync(kept.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
        this.#grow(kept, kept.br.byteLength);
      }
      return ["br", kept.br];
    }
    if (/\bgzip\b/.test(accepts)) {
      if (!kept.gzip) {
        kept.gzip = gzipSync(kept.plain);
        this.#grow(kept, kept.gzip.byteLength);
      }
      return ["gzip", kept.gzip];
    }
    return [undefined, kept.plain];
  }

  #grow(kept: Kept, bytes: number): void {
    kept.bytes += bytes;
    this.#bytes += bytes;
  }
}

/** A tag of the content alone, so that a page that comes out the same after a change is not sent again. */
export function etagOf(body: Buffer): string {
  return `W/"${createHash("sha1").update(body).digest("base64url")}"`;
}
