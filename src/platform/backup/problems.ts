/** The backup cannot be taken or used as things stand; `message` says why and what to do, and nothing was changed. */
export class BackupProblem extends Error {
  override name = "BackupProblem";
}

/** The file is not what was once written: cut short, changed, or something else altogether. */
export class DamagedBackup extends BackupProblem {
  override name = "DamagedBackup";
  constructor(path: string, what: string, options?: ErrorOptions) {
    super(`${path} cannot be restored: ${what}. Nothing was changed. Use another backup.`);
    this.cause = options?.cause;
  }
}
