import { resolve } from "node:path";
import { z } from "zod";

const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** Every setting that the environment gives, with what it means; `.env.example` is held equal to it by a test. */
export const SETTINGS = {
  PORT: {
    about: "Port to listen on; 0 takes any free one.",
    schema: z.coerce
      .number("PORT must be a number.")
      .int("PORT must be a whole number.")
      .min(0, "PORT must be 0 to 65535.")
      .max(65_535, "PORT must be 0 to 65535.")
      .default(3000),
    example: "3000",
  },
  HOST: {
    about:
      "Address to listen on. 127.0.0.1 lets only this machine in; 0.0.0.0 lets in everyone who can reach it.",
    schema: z.string().min(1).default("127.0.0.1"),
    example: "127.0.0.1",
  },
  DATA_DIR: {
    about: "Folder for uploads, the site's secret and, without DATABASE_URL, the database.",
    schema: z
      .string()
      .min(1)
      .default("data")
      .transform((path) => resolve(path)),
    example: "data",
  },
  SITE_URL: {
    about: "Address at which people reach the site, without a path. Default: http://localhost and the port.",
    schema: z
      .url({
        protocol: /^https?$/,
        error: "SITE_URL must be an http or https address, such as https://commons.example.org.",
      })
      .refine(
        // What is no address at all has been told about already.
        (url) => !URL.canParse(url) || new URL(url).pathname === "/",
        "SITE_URL must not have a path: the site needs a host of its own.",
      )
      .transform((url) => new URL(url).origin)
      .optional(),
    example: "https://commons.example.org",
  },
  DATABASE_URL: {
    about: "A PostgreSQL 15 or newer. Default: an embedded database in DATA_DIR.",
    schema: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: "DATABASE_URL must look like postgres://user:password@host:5432/name.",
      })
      .optional(),
    example: "postgres://commons:secret@localhost:5432/commons",
  },
  DATABASE_POOL: {
    about: "Most connections to PostgreSQL at once.",
    schema: z.coerce
      .number("DATABASE_POOL must be a number.")
      .int()
      .min(2, "DATABASE_POOL must be 2 to 100.")
      .max(100, "DATABASE_POOL must be 2 to 100.")
      .default(10),
    example: "10",
  },
  FIGURES_URL: {
    about:
      "S3-compatible storage for figures of industries, with the bucket and a folder if wanted. Default: DATA_DIR/industry.",
    schema: z
      .url({
        protocol: /^https?$/,
        error: "FIGURES_URL must be an http or https address, such as https://s3.example.org/bucket/figures.",
      })
      .refine((url) => !URL.canParse(url) || !/[?#@]/.test(url), {
        error: "FIGURES_URL must have no key in it and no question mark; the key is FIGURES_KEY.",
      })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    example: "https://s3.example.org/commons/figures",
  },
  FIGURES_KEY: {
    about: "The name of the key to that storage (access key ID).",
    schema: z.string().optional(),
    example: "commons",
  },
  FIGURES_SECRET: {
    about: "The key itself (secret access key).",
    schema: z.string().optional(),
    example: "from the storage's own pages",
  },
  FIGURES_REGION: {
    about: "The storage's region; many that are not Amazon's take any.",
    schema: z
      .string()
      .regex(/^[\w-]+$/, "FIGURES_REGION must be one word.")
      .default("us-east-1"),
    example: "us-east-1",
  },
  SMTP_URL: {
    about: "Mail server. Default: none; mail then waits on the outbox page, where editors can read it.",
    schema: z
      .url({
        protocol: /^smtps?$/,
        error: "SMTP_URL must look like smtp://user:password@mail.example.org:587.",
      })
      .optional(),
    example: "smtp://user:password@mail.example.org:587",
  },
  MAIL_FROM: {
    about: "Sender of all mail.",
    schema: z
      .string()
      .regex(
        /^([^<>\r\n]*<)?[^<>\s@]+@[^<>\s@]+>?$/,
        "MAIL_FROM must be an address, such as Sector Commons <commons@example.org>.",
      )
      .default("Sector Commons <commons@localhost>"),
    example: "Sector Commons <commons@example.org>",
  },
  MAIL_PER_MINUTE: {
    about: "Most mails a minute, where many go out together. Default: as fast as the mail server takes them.",
    schema: z.coerce
      .number("MAIL_PER_MINUTE must be a number.")
      .int("MAIL_PER_MINUTE must be a whole number.")
      .min(1, "MAIL_PER_MINUTE must be 1 to 100000.")
      .max(100_000, "MAIL_PER_MINUTE must be 1 to 100000.")
      .optional(),
    example: "60",
  },
  SECRET: {
    about: "At least 32 characters that sign links. Default: made once and kept in DATA_DIR/secret.",
    schema: z.string().min(32, "SECRET must have at least 32 characters.").optional(),
    example: "",
  },
  TRUSTED_PROXIES: {
    about: "How many reverse proxies stand in front, whose X-Forwarded-For may be believed.",
    schema: z.coerce
      .number("TRUSTED_PROXIES must be a number.")
      .int()
      .min(0, "TRUSTED_PROXIES must be 0 to 10.")
      .max(10, "TRUSTED_PROXIES must be 0 to 10.")
      .default(0),
    example: "0",
  },
  TIME_ZONE: {
    about: "Time zone of a new site, as an IANA name; editors change it later on the settings page.",
    schema: z
      .string()
      .refine(
        (zone) => zones.has(zone) || zone === "UTC",
        "TIME_ZONE must be an IANA name, such as America/Denver.",
      )
      .optional(),
    example: "America/Denver",
  },
  STARTER: {
    about: "Whether an empty site is filled with the starter content: yes or no.",
    schema: z
      .enum(["yes", "no"], "STARTER must be yes or no.")
      .default("yes")
      .transform((answer) => answer === "yes"),
    example: "yes",
  },
  PAGE_CACHE_MB: {
    about: "Memory for finished pages, in megabytes; 0 makes every page afresh.",
    schema: z.coerce
      .number("PAGE_CACHE_MB must be a number.")
      .int()
      .min(0, "PAGE_CACHE_MB must be 0 to 1024.")
      .max(1024, "PAGE_CACHE_MB must be 0 to 1024.")
      .default(32),
    example: "32",
  },
  LOG_LEVEL: {
    about: "How much is logged: trace, debug, info, warn, error or silent.",
    schema: z
      .enum(
        ["trace", "debug", "info", "warn", "error", "silent"],
        "LOG_LEVEL must be trace, debug, info, warn, error or silent.",
      )
      .default("info"),
    example: "info",
  },
} as const;

type Settings = { [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]["schema"]> };

/** Settings as the house uses them; `siteUrl` is unset when it depends on the port that is still to be taken. */
export interface Config extends Omit<Settings, "SITE_URL"> {
  SITE_URL: string | undefined;
}

/** Everything that is wrong with the environment, at once. */
export class WrongSettings extends Error {
  override name = "WrongSettings";
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`Some settings are wrong:\n${problems.map((text) => `  - ${text}`).join("\n")}`);
    this.problems = problems;
  }
}

/** @throws WrongSettings naming every wrong setting */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(SETTINGS)) {
    // Compose files and .env hand over empty texts for what is left out.
    const given = environment[name]?.trim() || undefined;
    const result = schema.safeParse(given);
    if (result.success) config[name] = result.data;
    else
      problems.push(
        ...result.error.issues.map((issue) =>
          issue.message.includes(name) ? issue.message : `${name}: ${issue.message}`,
        ),
      );
  }
  for (const name of ["FIGURES_KEY", "FIGURES_SECRET"])
    if (config.FIGURES_URL && !config[name]) problems.push(`${name} is needed where FIGURES_URL is set.`);
  if (problems.length > 0) throw new WrongSettings(problems);
  return config as unknown as Config;
}

/** `.env.example`, made from the list above. */
export function exampleEnvironment(): string {
  const head =
    "# Settings of Sector Commons. Copy to .env and change what you need; all of them are optional.\n";
  const parts = Object.entries(SETTINGS).map(
    ([name, { about, example }]) => `# ${about}\n#${name}=${example}\n`,
  );
  return [head, ...parts].join("\n");
}
