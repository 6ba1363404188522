/** A question to ask before going on, and why. */
export interface GateQuestion {
  key: string;
  words: string;
}

export interface Phase {
  key: PhaseKey;
  title: string;
  /** Asked at its end. Retold from the technical assistance of Colorado's workforce council. */
  gate: readonly GateQuestion[];
}

export const PHASE_KEYS = ["team", "sector", "prepare", "launch", "act", "sustain"] as const;
export type PhaseKey = (typeof PHASE_KEYS)[number];

export const PHASES: readonly Phase[] = [
  {
    key: "team",
    title: "Build the team and make the case",
    gate: [
      { key: "shared-table", words: "Do the public bodies that matter see this as the table they share?" },
      { key: "convener", words: "Is it agreed who convenes, and who does what?" },
    ],
  },
  {
    key: "sector",
    title: "Choose the sector and its footprint",
    gate: [
      {
        key: "jointly",
        words: "Did the team choose together, by figures and by what people there know?",
      },
      { key: "footprint", words: "Is the region agreed as a place to begin, open to what industry says?" },
    ],
  },
  {
    key: "prepare",
    title: "Prepare the launch",
    gate: [
      { key: "champions", words: "Do at least two leaders of the industry invite in their own names?" },
      { key: "more-business", words: "Will there be more businesses in the room than public partners?" },
    ],
  },
  {
    key: "launch",
    title: "Launch",
    gate: [
      { key: "business-set", words: "Did business set the priorities, and public partners listen?" },
      { key: "hands-up", words: "Has each priority somebody from business who put a hand up for it?" },
    ],
  },
  {
    key: "act",
    title: "Act",
    gate: [
      { key: "owners", words: "Has every action an owner and a date?" },
      { key: "quick-win", words: "Is there a first result that people can see?" },
    ],
  },
  {
    key: "sustain",
    title: "Sustain and grow",
    gate: [
      { key: "returning", words: "Do businesses come back, and do new ones come?" },
      { key: "driven", words: "Do business leads report, rather than staff?" },
    ],
  },
];

export const GATE_ANSWERS = ["yes", "partly", "not-yet"] as const;
export type GateAnswer = (typeof GATE_ANSWERS)[number];
export const GATE_WORDS: Record<GateAnswer, string> = { yes: "Yes", partly: "Partly", "not-yet": "Not yet" };
