/** The folder is held by another living process; `message` says whose and what to do. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
  readonly folder: string;
  /** Process id of the holder, when it could be learned. */
  readonly holder: number | undefined;

  constructor(folder: string, holder: number | undefined) {
    const who = `Another Sector Commons${holder === undefined ? "" : ` (process ${holder})`}`;
    super(`${who} already uses the folder ${folder}. Stop it first, or set DATA_DIR to another folder.`);
    this.folder = folder;
    this.holder = holder;
  }
}

/** The folder exists but does not hold a database this version can open; `message` says what to do. */
export class UnusableFolder extends Error {
  override readonly name = "UnusableFolder";
  readonly folder: string;

  constructor(folder: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.folder = folder;
  }
}

/**
 * The engine gave up (disk full, a sync that failed). What was committed is safe; what ran is not committed.
 * On a folder it starts again with the next query.
 */
export class EngineStopped extends Error {
  override readonly name = "EngineStopped";

  constructor(cause: unknown) {
    super("The database stopped and starts again with the next query.", { cause });
  }
}
