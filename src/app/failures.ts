/** Our own errors whose message is written for whoever runs the site. */
const SPEAKING = new Set([
  "WrongSettings",
  "PortTaken",
  "FolderInUse",
  "UnusableFolder",
  "ServerTooOld",
  "SchemaIsNewer",
  "MigrationChanged",
  "BackupProblem",
  "DamagedBackup",
  "CommandProblem",
]);

/** A place that this user, or anybody, cannot use. */
const NOT_OURS = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);

const NO_ANSWER = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** What is wrong and what to do, for the mishaps of a machine; undefined for a mistake of the program. */
export function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (SPEAKING.has(error.name)) return error.message;
  const { code, path, syscall, address } = error as NodeJS.ErrnoException & { address?: string };
  if (error.name === "AbortError")
    return "It was broken off before it was finished; nothing was left behind.";
  if (error.name === "DiskFull" || code === "ENOSPC" || code === "EDQUOT" || code === "53100")
    return "There is no room left on the disk. Make room, and try again.";
  if (syscall === "listen") {
    if (code === "EACCES")
      return "This user may not use this PORT. Take one above 1023, and let a reverse proxy stand in front.";
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      return `This machine does not have the address ${address ?? "in HOST"}. Set HOST to 127.0.0.1 or 0.0.0.0.`;
  }
  if (code && NO_ANSWER.has(code))
    return `The database server in DATABASE_URL does not answer (${code}). Is it running, and are host and port right?`;
  if (code === "28P01" || code === "28000")
    return "The database server refuses the user or password in DATABASE_URL.";
  if (code === "3D000")
    return `The database server says: ${error.message}. Create it, or correct DATABASE_URL.`;
  if (code === "42501")
    return `The database user lacks a right (${error.message}). Make it the owner of the database in DATABASE_URL.`;
  if (code === "ERR_SQLITE_ERROR")
    return "The data folder cannot be used by this user. Run this as the user the site runs as, or set DATA_DIR to another folder.";
  if (code && NOT_OURS.has(code))
    return `${path ?? "A file"} cannot be written or read by this user (${code}). Change its owner, or set DATA_DIR to another folder.`;
  return undefined;
}

/** Prints why the program ends, and answers its exit code. */
export function reportEnd(error: unknown): number {
  const sentence = sentenceFor(error);
  process.stderr.write(
    sentence ? `\n${sentence}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 1;
}
