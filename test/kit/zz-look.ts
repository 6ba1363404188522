import { readFileSync } from "node:fs";
import { launchChromium } from "./chromium.ts";

const laid = JSON.parse(readFileSync("/tmp/room-look/laid.json", "utf8"));
const { origin, base, room, companies } = laid;
const [cn, cv] = laid.cookie.split("=");
const browser = await launchChromium();
const shot = async (
  name: string,
  path: string,
  o: {
    w: number;
    h?: number;
    dark?: boolean;
    team?: boolean;
    full?: boolean;
    act?: (p: any) => Promise<void>;
  },
) => {
  const ctx = await browser.newContext({
    baseURL: origin,
    viewport: { width: o.w, height: o.h ?? 900 },
    colorScheme: o.dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  if (o.team) await ctx.addCookies([{ name: cn, value: cv, url: origin }]);
  const page = await ctx.newPage();
  page.on("console", (m) => m.type() === "error" && console.log(name, m.text()));
  page.on("pageerror", (e) => console.log(name, "threw", e.message));
  await page.goto(path);
  await page.waitForTimeout(400);
  if (o.act) await o.act(page);
  await page.screenshot({ path: `/tmp/room-look/${name}.png`, fullPage: o.full ?? true });
  await ctx.close();
};
const post = async (path: string, form: Record<string, string | string[]>, team = true) => {
  const body = new URLSearchParams();
  for (const [k, v] of Object.entries(form)) for (const one of [v].flat()) body.append(k, one);
  const r = await fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin", origin, ...(team ? { cookie: laid.cookie } : {}) },
    body,
  });
  console.log(path.split("/").slice(-2).join("/"), r.status, r.headers.get("location"));
  return r;
};
const uuid = () => crypto.randomUUID();
const all = async (step: string, phone = true) => {
  await shot(`${step}-conduct-1280`, base, { w: 1280, team: true });
  await shot(`${step}-conduct-390-dark`, base, { w: 390, team: true, dark: true });
  await shot(`${step}-wall-1920`, `${base}/projector`, { w: 1920, h: 1080, team: true, full: false });
  await shot(`${step}-wall-1920-dark`, `${base}/projector`, {
    w: 1920,
    h: 1080,
    team: true,
    full: false,
    dark: true,
  });
  if (phone) await shot(`${step}-phone-390`, `/room/${room.code}`, { w: 390, h: 800 });
};
const which = process.argv[2] ?? "all";
if (which === "start") {
  const said: [string, string][] = [
    ["We cannot find welders under fifty; the ones we have retire in five years", "Acme Welding"],
    ["Three of us truck half-empty loads to Denver every week", "Bighorn Steel"],
    ["Nobody outside the county knows we can make this", "Cody Castings"],
    ["The high school closed its machine shop", "Dubois Dies"],
    ["Sell as one region to the wind-farm builders", ""],
    ["نحتاج إلى طريق أفضل", "مصنع النور"],
    ["Childcare for the second shift", "O’Brien & Sons"],
    ["Power prices eat the margin of every casting", "Cody Castings"],
  ];
  for (const [words, company] of said)
    await post(`/room/${room.code}/opportunities`, { id: uuid(), words, company }, false);
  await all("capture");
  await post(`${base}/step`, { from: "capture", to: "group" });
  const html = await (await fetch(origin + base, { headers: { cookie: laid.cookie } })).text();
  const ids = [...html.matchAll(/data-opportunity="([^"]+)"/g)].map((m) => m[1]!);
  const g = [uuid(), uuid(), uuid(), uuid()];
  await post(`${base}/opportunities/moves`, {
    to: "new",
    id: g[0]!,
    title: "Grow our own welders and machinists",
    opportunities: [ids[0]!, ids[3]!],
  });
  await post(`${base}/opportunities/moves`, {
    to: "new",
    id: g[1]!,
    title: "Share freight to Denver",
    opportunities: [ids[1]!],
  });
  await post(`${base}/opportunities/moves`, {
    to: "new",
    id: g[2]!,
    title: "Sell as one region",
    opportunities: [ids[2]!, ids[4]!],
  });
  await all("group");
  await post(`${base}/opportunities/moves`, { to: "new", id: g[3]!, title: "", opportunities: [ids[6]!] });
  await post(`${base}/step`, { from: "group", to: "vote" });
  await shot("group-refused-1280", base, {
    w: 1280,
    team: true,
    act: async (p) => {
      await p
        .getByRole("button", { name: "Open the vote" })
        .click()
        .catch(() => 0);
    },
  });
  await post(`${base}/groups/${g[3]}`, { title: "Childcare for second shifts", version: "1" });
  await post(`${base}/step`, { from: "group", to: "vote" });
  await post(`/room/${room.code}/askers`, { id: uuid(), name: "Laramie Lathes" }, false);
  for (const [i, c] of companies.slice(0, 6).entries())
    await post(
      `/room/${room.code}/ballot`,
      { company: c.id, choices: [g[0]!, g[1 + (i % 3)]!], sending: uuid() },
      false,
    );
  await all("vote");
  await shot("vote-received-390-dark", `/room/${room.code}/ballot/received`, { w: 390, h: 800, dark: true });
  await shot("vote-phone-wrong-390", `/room/${room.code}`, {
    w: 390,
    h: 800,
    act: async (p) => {
      await p.getByRole("button", { name: "Put our votes" }).click();
      await p.waitForTimeout(500);
    },
  });
  await post(`${base}/step`, { from: "vote", to: "count" });
  await all("count");
  await post(`${base}/step`, { from: "count", to: "results" });
  await all("results");
  await post(`${base}/step`, { from: "results", to: "sign-up" });
  for (const [i, n] of ["Dana Cole", "Pat O’Hara", "Sam Lee", "Ines Ortiz", "Kim Park"].entries())
    await post(
      `/room/${room.code}/sign-ups`,
      {
        id: uuid(),
        group: g[i % 2]!,
        role: ["champion", "support", "member", "member", "support"][i]!,
        name: n,
        company: i % 2 ? "Central Wyoming College" : "Acme Welding",
        email: "",
      },
      false,
    );
  await all("sign-up");
  await shot("papers-1280", `${base}/papers`, { w: 1280, team: true });
  await post(`${base}/step`, { from: "sign-up", to: "closed" });
  await all("closed");
  await shot("enter-390", "/room", { w: 390, h: 800 });
}
await browser.close();
