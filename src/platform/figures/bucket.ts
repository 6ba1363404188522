import { createHash } from "node:crypto";
import { createReadStream, openAsBlob } from "node:fs";
import { AwsClient } from "aws4fetch";
import { FigureFault } from "./fault.ts";

/** Where files lie in storage that speaks S3, and with what key. */
export interface BucketPlace {
  /** With the bucket, and a folder in it if wanted: `https://s3.example.org/commons/figures`. */
  url: string;
  key: string;
  secret: string;
  region: string;
}

/** Objects in S3-compatible storage, by names such as `SET/FILE`. Every method may throw a `FigureFault`. */
export interface Bucket {
  /** A small text, with what tells its version from others; undefined where there is none. */
  text(name: string): Promise<{ text: string; version: string } | undefined>;
  /**
   * Writes a small text in the place of the version given, or, without one, where nothing is yet. False: somebody else
   * wrote in between.
   */
  putText(name: string, text: string, version: string | undefined): Promise<boolean>;
  has(name: string): Promise<boolean>;
  send(name: string, path: string): Promise<void>;
  /** What was sent, to the last byte; it throws at the end where that is not so. */
  bring(name: string): Promise<AsyncIterable<Uint8Array>>;
  /** Removing what is not there is no fault. */
  remove(name: string): Promise<void>;
}

/** Of a question that moves no file. */
const PATIENCE_MS = 20_000;
/** Of a file, which may be a year of the whole country over a slow line. */
const FILE_PATIENCE_MS = 1_800_000;

const HASH = "x-amz-meta-sha256";

export function openBucket({ url, key, secret, region }: BucketPlace): Bucket {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: "s3",
    retries: 3,
  });

  /** Asks, and throws for every status but those that the caller can make something of. */
  async function ask(
    name: string,
    init: { method?: string; headers?: Record<string, string>; body?: Blob | string },
    { fine, patience = PATIENCE_MS }: { fine: number[]; patience?: number },
  ): Promise<Response> {
    let answer: Response;
    try {
      answer = await client.fetch(`${url}/${name}`, { ...init, signal: AbortSignal.timeout(patience) });
    } catch (error) {
      throw unreachable(url, error);
    }
    if (answer.ok) return answer;
    const code = /<Code>(\w+)<\/Code>/.exec(await answer.text().catch(() => ""))?.[1];
    if (fine.includes(answer.status) && code !== "NoSuchBucket") return answer;
    throw refusal(url, name, answer.status, code);
  }

  return {
    async text(name) {
      const answer = await ask(name, {}, { fine: [404] });
      if (answer.status === 404) return undefined;
      return { text: await answer.text(), version: answer.headers.get("etag") ?? "" };
    },
    async putText(name, text, version) {
      const condition: Record<string, string> =
        version === undefined ? { "if-none-match": "*" } : { "if-match": version };
      const headers = { ...condition, "content-type": "application/json" };
      const answer = await ask(name, { method: "PUT", headers, body: text }, { fine: [409, 412, 501] });
      if (answer.ok) return true;
      if (answer.status !== 501) return false;
      // Older servers know no conditions; two imports in the same second are then up to chance.
      await ask(name, { method: "PUT", body: text }, { fine: [] });
      return true;
    },
    async has(name) {
      return (await ask(name, { method: "HEAD" }, { fine: [404] })).ok;
    },
    async send(name, path) {
      const sha256 = await hashOf(path);
      // The signature holds the hash, so the storage takes what was meant or nothing.
      const headers = { "x-amz-content-sha256": sha256, [HASH]: sha256 };
      const body = await openAsBlob(path);
      await ask(name, { method: "PUT", headers, body }, { fine: [], patience: FILE_PATIENCE_MS });
    },
    async bring(name) {
      const answer = await ask(name, {}, { fine: [], patience: FILE_PATIENCE_MS });
      return whole(url, name, answer);
    },
    async remove(name) {
      await ask(name, { method: "DELETE" }, { fine: [404] });
    },
  };
}

async function* whole(url: string, name: string, answer: Response): AsyncIterable<Uint8Array> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of answer.body ?? []) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw unreachable(url, error);
  }
  const sent = answer.headers.get(HASH);
  if (sent && hash.digest("hex") !== sent)
    throw new FigureFault(`${name} came damaged from the storage of figures (${placeOf(url)}).`);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

const placeOf = (url: string) => new URL(url).host;

function unreachable(url: string, error: unknown): FigureFault {
  const { message, cause } = error as Error & { cause?: Error };
  return new FigureFault(
    `The storage of figures (${placeOf(url)}) could not be reached. Try again in a while; if it stays so, whoever runs the site should look at FIGURES_URL.`,
    cause ? `${message}: ${cause.message}` : message,
  );
}

function refusal(url: string, name: string, status: number, code: string | undefined): FigureFault {
  const place = `The storage of figures (${placeOf(url)})`;
  const said = `${status}${code ? ` ${code}` : ""} for ${name}`;
  if (status === 403 || status === 401)
    return new FigureFault(
      `${place} refused: the key or its rights are wrong. Whoever runs the site should look at FIGURES_KEY, FIGURES_SECRET and FIGURES_REGION.`,
      said,
    );
  if (status === 404)
    return new FigureFault(
      `${place} does not have what it should${code === "NoSuchBucket" ? ": there is no such bucket" : ""}. Whoever runs the site should look at FIGURES_URL.`,
      said,
    );
  return new FigureFault(`${place} answered with an error (${said}). Try again in a while.`, said);
}
