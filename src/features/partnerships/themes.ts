/** What priorities are about, so that partnerships with the same work on their table find each other. */
export const THEMES = {
  "talent-pipeline": "Talent pipeline",
  training: "Training that fits the work",
  "career-awareness": "Career awareness",
  retention: "Keeping and growing people",
  infrastructure: "Infrastructure",
  transportation: "Getting to work",
  housing: "Housing",
  "child-care": "Child care",
  regulation: "Rules and permits",
  "business-connections": "Business to business",
  innovation: "Technology and innovation",
  marketing: "The region’s name",
  other: "Something else",
} as const;
export type Theme = keyof typeof THEMES;
export const THEME_SLUGS = Object.keys(THEMES) as Theme[];
