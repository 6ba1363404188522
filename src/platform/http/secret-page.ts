/**
 * For pages whose address is a key: no other site learns it from a link that is followed, and nobody keeps a copy.
 *
 * @param answer the page, or the way to it
 */
export async function keptSecret(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer;
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-robots-tag", "noindex");
  return response;
}
