import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

/**
 * Lines of JSON for machines. Requests are told by method, route pattern and id, never by their full address or
 * form, so that no name, e-mail address or signed link reaches the log.
 */
export function openLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["*.email", "*.token", "*.to", "*.subject"], censor: "[not logged]" },
    serializers: { err: errorForLog },
  };
  // Written behind the request's back: a slow terminal or full pipe does not slow down readers.
  return pino(options, to ?? pino.destination({ dest: 1, sync: false }));
}

/** For commands, whose standard output is their answer; they end without waiting, so nothing is held back. */
export function onStandardError(): DestinationStream {
  return pino.destination({ dest: 2, sync: true });
}

/** An error without what a database driver or mail server adds of the row or the address. */
function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  const safe = message.replace(/[^\s<>"']+@[^\s<>"']+/g, "[address]");
  // A message of several lines stands in the stack as well, and is left out there.
  const places = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return { name, message: safe, code, stack: places?.join("\n") };
}
