// The law of the house: who may import whom. It is read by bin/check-floors.mjs, and it is the plan as well.

const floors = ["base", "platform", "ui", "features", "pages", "app"];

// Which rooms a room may ask, through their public.ts. A room that is not named here may not stand in src/features.
const maySpeakTo = {
  // keystones: each other downward only
  site: [],
  sectors: [],
  topics: [],
  places: [],
  media: [],
  organizations: ["site", "places"],
  people: ["site", "places", "sectors", "topics", "media", "organizations"],
  // rooms: the keystones, and what is named here
  happenings: ["site", "people", "places", "sectors", "topics", "media"],
  sponsors: ["site", "people", "places", "sectors", "topics", "media"],
  partnerships: ["site", "people", "organizations", "places", "sectors", "topics", "media", "happenings"],
  indicators: ["site", "people", "places", "sectors", "partnerships"],
  roster: ["site", "people", "organizations", "places", "partnerships"],
  meetings: ["site", "people", "organizations", "places", "partnerships", "roster"],
  letters: ["site", "people", "places", "partnerships", "roster", "meetings"],
  "action-plans": ["site", "people", "places", "sectors", "partnerships", "happenings", "roster", "meetings"],
  roadmap: ["site", "people", "places", "sectors", "partnerships", "roster", "meetings"],
  "work-figures": ["site", "places", "partnerships", "meetings", "action-plans"],
  affiliates: ["site", "people", "organizations", "places"],
  investments: ["site", "organizations", "places"],
  "state-leads": ["site", "people", "places"],
  "industry-data": ["site", "people", "places", "sectors", "partnerships", "happenings"],
  // channels: nobody; rooms plug into them through base/sockets.ts
  exchange: [],
  search: [],
  api: [],
  activity: [],
  outbox: [],
};

const room = (name) => `^src/features/${name}/`;
const isTest = "[.]test[.]tsx?$|/factory[.]ts$";

const floorRules = floors.flatMap((floor, height) => {
  const above = floors.slice(height + 1);
  // Furniture and plumbing stand side by side: neither knows the other.
  const forbidden = floor === "ui" ? [...above, "platform"] : floor === "platform" ? [...above, "ui"] : above;
  if (forbidden.length === 0) return [];
  return {
    name: `${floor}-imports-down`,
    comment: `src/${floor} may not know src/${forbidden.join(", src/")}: imports go down only.`,
    severity: "error",
    from: { path: `^src/${floor}/`, pathNot: isTest },
    to: { path: `^src/(${forbidden.join("|")})/` },
  };
});

const roomRules = Object.entries(maySpeakTo).map(([name, others]) => ({
  name: `${name}-asks-only-those-it-may`,
  comment: `${name} may ask ${others.join(", ") || "no other room"}. Change the table in .dependency-cruiser.cjs with a reason.`,
  severity: "error",
  from: { path: room(name), pathNot: isTest },
  to: { path: "^src/features/", pathNot: [name, ...others].map(room) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...floorRules,
    ...roomRules,
    {
      name: "rooms-are-in-the-plan",
      comment: "A new room is written into the table at the top of .dependency-cruiser.cjs first.",
      severity: "error",
      from: {},
      to: { path: "^src/features/[^/]+/", pathNot: Object.keys(maySpeakTo).map(room) },
    },
    {
      name: "rooms-are-entered-by-the-front-door",
      comment: "Of another room only public.ts may be imported. Ask that room to offer what you need.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/", pathNot: isTest },
      to: {
        path: "^src/features/[^/]+/",
        pathNot: ["^src/features/$1/", "^src/features/[^/]+/public[.]ts$"],
      },
    },
    {
      name: "pages-enter-by-the-front-door",
      comment: "A page is made from what rooms offer in public.ts.",
      severity: "error",
      from: { path: "^src/pages/", pathNot: isTest },
      to: { path: "^src/features/", pathNot: "^src/features/[^/]+/public[.]ts$" },
    },
    {
      name: "plugs-are-for-the-roof",
      comment: "feature.ts connects a room to the house; src/app alone imports it.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/app/", isTest] },
      to: { path: "^src/(features|pages)/.*feature[.]tsx?$" },
    },
    {
      name: "no-circles-between-files",
      comment: "Files that need each other are one file, or need a third below them.",
      severity: "error",
      from: { path: "^(src|test|bench)/" },
      to: { circular: true },
    },
    {
      name: "outside-world-through-platform",
      comment: "The file system and other programs are reached through src/platform.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/platform/", "^src/app/", isTest] },
      to: {
        path: "^(node:)?(fs|fs/promises|child_process|worker_threads|net|http|https|cluster)$",
        dependencyTypes: ["core"],
      },
    },
    {
      name: "tests-stay-outside",
      comment: "What runs the site imports neither tests nor the test kit.",
      severity: "error",
      from: { path: "^src/", pathNot: isTest },
      to: { path: "^test/|[.]test[.]tsx?$" },
    },
    {
      name: "not-for-development-only",
      comment: "A package that the site runs on stands under dependencies in package.json.",
      severity: "error",
      from: { path: "^src/", pathNot: isTest },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "everything-is-found",
      comment: "An import must lead somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
