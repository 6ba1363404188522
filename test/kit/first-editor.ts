/**
 * Takes the one-time link that a new site prints, as the person at the console does.
 *
 * @param printed all that the server printed
 * @returns the cookie of the site's first editor
 */
export async function becomeFirstEditor(origin: string, printed: string): Promise<string> {
  const path = /\/first-editor\/[\w-]+/.exec(printed)?.[0];
  if (!path) throw new Error(`The server printed no link for a first editor:\n${printed}`);
  const response = await fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ name: "Edith Editor", email: "edith@editors.test" }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (response.status !== 303 || !cookie)
    throw new Error(`Becoming an editor was answered with ${response.status}`);
  return cookie;
}
