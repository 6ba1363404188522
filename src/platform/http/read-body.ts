/** The body was longer than is taken; the rest of it was not read. */
export class BodyTooLong extends Error {
  override name = "BodyTooLong";
}

/**
 * A body, read only as far as it may go, whatever length it announced.
 *
 * @param most in bytes
 * @throws BodyTooLong past `most`
 */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new BodyTooLong();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new BodyTooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The text of a body, read only as far as it may go.
 *
 * @param most in bytes
 * @throws BodyTooLong past `most`; TypeError when it is not UTF-8
 */
export async function readBody(request: Request, most: number): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(request, most));
}
