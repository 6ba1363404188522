/** Something about the files or the machine that a person can mend. `detail` is what the engine said. */
export class FigureFault extends Error {
  override name = "FigureFault";
  readonly detail: string;
  constructor(message: string, detail = message) {
    super(message);
    this.detail = detail;
  }
}
