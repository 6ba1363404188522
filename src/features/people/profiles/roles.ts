/** What people are in this work, in the field's terms; kept by its key. */
export const FIELD_ROLES = {
  champion: "Business champion",
  "business-member": "Business member",
  "action-team-lead": "Action team lead",
  convener: "Convener",
  "support-partner": "Support partner",
  observer: "Supporter or observer",
  facilitator: "Facilitator or trainer",
  "regional-team": "Regional team member",
  "state-lead": "State lead",
  "community-staff": "Community of practice staff",
  sponsor: "Sponsor",
} as const;
export type FieldRole = keyof typeof FIELD_ROLES;

export const ROLE_KEYS = Object.keys(FIELD_ROLES) as FieldRole[];

/** The seven phases of a partnership's process, in their order. */
export const PHASES = {
  team: "Build the team and make the case",
  sector: "Choose the sector and the footprint",
  prepare: "Prepare to launch",
  launch: "Launch",
  act: "Organize what follows, and act",
  sustain: "Sustain and grow",
  pathways: "Talent landscape and pathways",
} as const;
export type Phase = keyof typeof PHASES;

export const PHASE_KEYS = Object.keys(PHASES) as Phase[];

/** The role in words; nothing for none, or for one that a later release dropped. */
export function roleWords(key: string): string {
  return key in FIELD_ROLES ? FIELD_ROLES[key as FieldRole] : "";
}

export function isPhase(key: string): key is Phase {
  return key in PHASES;
}
