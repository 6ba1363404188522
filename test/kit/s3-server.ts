import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

interface Kept {
  body: Buffer;
  etag: string;
  sha256: string | undefined;
}

/** Storage that speaks as much S3 as we do, on a port of its own, and lets nobody in whose signature is wrong. */
export interface S3Server {
  /** Of the bucket. */
  url: string;
  key: string;
  secret: string;
  region: string;
  objects: Map<string, Kept>;
  /** Asks so far, such as `PUT /bucket/current.json`. */
  asked: string[];
  /** Answers every ask with this status from now on, as long as it is one. */
  failWith(status: number | undefined): void;
  close(): Promise<void>;
}

export async function openS3Server(): Promise<S3Server> {
  const objects = new Map<string, Kept>();
  const asked: string[] = [];
  const given = { key: "AKIACOMMONS", secret: "a key that only this test knows about", region: "us-west-2" };
  let failing: number | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", headers } = request;
    const body = await buffer(request);
    asked.push(`${method} ${url}`);
    const refuse = (status: number, code: string) =>
      response
        .writeHead(status, { "content-type": "application/xml" })
        .end(`<Error><Code>${code}</Code></Error>`);
    if (failing) return void refuse(failing, "InternalError");
    if (!isSigned(request, body, given)) return void refuse(403, "SignatureDoesNotMatch");
    if (!url.startsWith("/bucket/")) return void refuse(404, "NoSuchBucket");
    const kept = objects.get(url);
    if (method === "PUT") {
      if (!allows(headers, kept)) return void refuse(412, "PreconditionFailed");
      const etag = `"${createHash("md5").update(body).digest("hex")}"`;
      objects.set(url, { body, etag, sha256: one(headers["x-amz-meta-sha256"]) });
      return void response.writeHead(200, { etag }).end();
    }
    if (method === "DELETE") {
      objects.delete(url);
      return void response.writeHead(204).end();
    }
    if (!kept) return void refuse(404, "NoSuchKey");
    const { etag, sha256 } = kept;
    response.writeHead(200, { etag, ...(sha256 ? { "x-amz-meta-sha256": sha256 } : {}) });
    response.end(method === "HEAD" ? undefined : kept.body);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...given,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`,
    objects,
    asked,
    failWith(status) {
      failing = status;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

function allows(headers: IncomingHttpHeaders, kept: Kept | undefined): boolean {
  if (headers["if-none-match"] === "*") return !kept;
  return headers["if-match"] === undefined || headers["if-match"] === kept?.etag;
}

/** Signature version 4, worked out here again from Amazon's description and not by the library that signs. */
function isSigned(
  { method, url = "", headers }: IncomingMessage,
  body: Buffer,
  { key, secret, region }: { key: string; secret: string; region: string },
): boolean {
  const said = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
    headers.authorization ?? "",
  );
  const [credential = "", names = "", signature] = said?.slice(1) ?? [];
  const time = one(headers["x-amz-date"]) ?? "";
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const payload = one(headers["x-amz-content-sha256"]) ?? "";
  const sha256 = createHash("sha256").update(body).digest("hex");
  if (credential !== `${key}/${scope}` || (payload !== "UNSIGNED-PAYLOAD" && payload !== sha256))
    return false;
  const [path = "", query = ""] = url.split("?");
  const canonical = [
    method,
    path,
    query,
    ...names.split(";").map((name) => `${name}:${one(headers[name])}`),
    "",
    names,
    payload,
  ].join("\n");
  const hmac = (by: string | Buffer, text: string) => createHmac("sha256", by).update(text).digest();
  const signing = scope.split("/").reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${secret}`);
  const text = ["AWS4-HMAC-SHA256", time, scope, createHash("sha256").update(canonical).digest("hex")].join(
    "\n",
  );
  return hmac(signing, text).toString("hex") === signature;
}
