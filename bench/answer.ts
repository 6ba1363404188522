import { type Agent, request } from "node:http";

/** An answer as it came over the wire. */
export interface Answer {
  status: number;
  /** Names and values in turn, in the order they came. */
  headers: string[];
  body: Buffer;
  milliseconds: number;
}

/** What a browser asks with. */
export const BROWSER_HEADERS = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-encoding": "gzip, deflate, br, zstd",
};

/** One request, with the body left as it came: compressed where it was compressed. */
export function ask(
  url: string,
  options: { headers?: Record<string, string>; agent?: Agent } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const asking = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.rawHeaders,
          body: Buffer.concat(chunks),
          milliseconds: performance.now() - since,
        }),
      );
    });
    asking.on("error", reject);
    asking.end();
  });
}

export function headerOf(answer: Answer, name: string): string | undefined {
  const at = answer.headers.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name);
  return at < 0 ? undefined : answer.headers[at + 1];
}
