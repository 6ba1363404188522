/** What a look at the files says, before anything is taken in. */
export interface Findings {
  files: { name: string; sha256: string; bytes: number; tables: number; lines: number; layouts: string[] }[];
  periods: FoundPeriod[];
  /** Lines that no page of ours shows: metropolitan areas, domains, supersectors, establishments by size. */
  leftOut: number;
  notes: string[];
}

export interface FoundPeriod {
  period: string;
  /** From four quarters, where no file had the year itself. */
  fromQuarters: boolean;
  rows: number;
  withheld: number;
  deepestDigits: number;
  naics: number;
  nation: boolean;
  states: string[];
  /** State → how many of its counties. */
  counties: Record<string, number>;
  /** Areas that are held already and get new rows. */
  replaces: string[];
  /** Areas that are held and stay as they are. */
  keeps: number;
  base: string;
  notes: string[];
}

export interface FoundArea {
  period: number;
  geography: number;
  area: string;
  rows: number;
  withheld: number;
  digits: number;
  hasTotal: boolean;
}
