import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleEnvironment, readConfig, SETTINGS, WrongSettings } from "./config.ts";

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems;
    throw error;
  }
  return [];
}

const WRONG = {
  PORT: "80a",
  SITE_URL: "commons.example.org",
  DATABASE_URL: "mysql://localhost/commons",
  DATABASE_POOL: "1",
  FIGURES_URL: "s3://commons/figures",
  FIGURES_REGION: "us east",
  SMTP_URL: "https://mail.example.org",
  MAIL_FROM: "Sector Commons",
  SECRET: "short",
  TRUSTED_PROXIES: "-1",
  TIME_ZONE: "Denver",
  STARTER: "maybe",
  PAGE_CACHE_MB: "lots",
  LOG_LEVEL: "loud",
};

describe("settings", () => {
  it("can all be left out, and empty ones count as left out", () => {
    const bare = readConfig({ PORT: "", SITE_URL: " ", SECRET: "" });
    expect(bare).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DATA_DIR: resolve("data"), STARTER: true });
    expect(bare.SITE_URL).toBeUndefined();
    expect(bare.DATABASE_URL).toBeUndefined();
  });

  it("are all told at once when they are wrong, each by its name with what it should be", () => {
    const problems = problemsOf(WRONG);
    expect(problems).toHaveLength(Object.keys(WRONG).length);
    for (const name of Object.keys(WRONG)) expect(problems.join("\n")).toContain(`${name} must`);
    expect(new WrongSettings(problems).message).toMatch(
      /^Some settings are wrong:\n {2}- PORT must be a number/,
    );
  });

  it("never repeat a wrong value, which may be a password", () => {
    const text = problemsOf({
      DATABASE_URL: "user:hunter2@host",
      SECRET: "hunter2",
      SMTP_URL: "hunter2",
    }).join();
    expect(text).not.toContain("hunter2");
  });

  it.each([
    ["PORT", "65536"],
    ["PORT", "3.5"],
    ["SITE_URL", "https://example.org/commons"],
    ["SITE_URL", "ftp://example.org"],
    ["MAIL_FROM", "a@b\r\nBcc: everyone@example.org"],
    ["TRUSTED_PROXIES", "11"],
  ])("%s may not be %j", (name, value) => {
    expect(problemsOf({ [name]: value })).toHaveLength(1);
  });

  it("ask for the key where figures lie in storage, and take its address without a slash at the end", () => {
    const FIGURES_URL = "https://s3.example.org/commons/figures/";
    expect(problemsOf({ FIGURES_URL })).toEqual([
      "FIGURES_KEY is needed where FIGURES_URL is set.",
      "FIGURES_SECRET is needed where FIGURES_URL is set.",
    ]);
    const whole = readConfig({ FIGURES_URL, FIGURES_KEY: "commons", FIGURES_SECRET: "a secret" });
    expect(whole).toMatchObject({ FIGURES_URL: FIGURES_URL.slice(0, -1), FIGURES_REGION: "us-east-1" });
  });

  it("are taken in the forms people write them", () => {
    const config = readConfig({
      PORT: " 8080 ",
      SITE_URL: "https://Commons.example.org/",
      DATABASE_URL: "postgresql://commons:secret@db/commons?sslmode=require",
      MAIL_FROM: "commons@example.org",
      TIME_ZONE: "UTC",
      STARTER: "no",
    });
    expect(config).toMatchObject({ PORT: 8080, SITE_URL: "https://commons.example.org", STARTER: false });
  });
});

describe(".env.example", () => {
  it("is what the list of settings says", async () => {
    expect(await readFile(".env.example", "utf8")).toBe(exampleEnvironment());
  });

  it("works as it stands, and with every line taken out of its comment", () => {
    const lines = exampleEnvironment().matchAll(/^#([A-Z_]+)=(.*)$/gm);
    const given = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    expect(Object.keys(given)).toEqual(Object.keys(SETTINGS));
    expect(problemsOf(given)).toEqual([]);
  });
});

describe("docs/operate.md", () => {
  it("explains every setting in its table, with the same words", async () => {
    const page = await readFile("docs/operate.md", "utf8");
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(([, name, about]) => [name, about]);
    expect(rows).toEqual(Object.entries(SETTINGS).map(([name, { about }]) => [name, about]));
  });
});
