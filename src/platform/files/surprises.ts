/** The disk, or the quota on it, is full: nothing was kept. */
export class DiskFull extends Error {
  override name = "DiskFull";
  constructor(options?: ErrorOptions) {
    super("There is no room left on the disk.", options);
  }
}

/** More bytes came than were allowed; the rest was not read and nothing was kept. */
export class TooLarge extends Error {
  override name = "TooLarge";
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super(`The file is larger than ${limitBytes} bytes.`);
    this.limitBytes = limitBytes;
  }
}

/** A form that did not arrive whole or was not built as a form: the browser went away, or it never was a browser. */
export class BrokenUpload extends Error {
  override name = "BrokenUpload";
}

/** Says "the disk is full" in our own word, and leaves every other failure as it is. */
export function asDiskFull(failure: unknown): unknown {
  const code = (failure as NodeJS.ErrnoException | undefined)?.code;
  return code === "ENOSPC" || code === "EDQUOT" ? new DiskFull({ cause: failure }) : failure;
}
