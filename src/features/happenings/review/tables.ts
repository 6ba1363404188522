/** Which version of a happening an editor has had before their eyes. */
export interface HappeningReadsTable {
  happening: string;
  person: string;
  version: number;
  at: Date;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    happening_reads: HappeningReadsTable;
  }
}
