import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { root } from "./root.mjs";

// Holds the tree against .dependency-cruiser.cjs, and then looks for circles between folders, which it cannot see.
process.chdir(root);
const rules = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const places = ["src", "test", "bench"].filter((folder) => globSync(`${folder}/**/*.{ts,tsx}`).length > 0);
const { output } = await cruise(places, { ruleSet: rules, validate: true, ...rules.options }, undefined, {
  tsConfig: extractTSConfig("tsconfig.json"),
});

const problems = [
  ...output.summary.violations.map(
    ({ from, to, rule }) =>
      `${from} → ${to}\n    ${rules.forbidden.find(({ name }) => name === rule.name)?.comment} (${rule.name})`,
  ),
  ...circlesBetweenFolders(output.modules),
  ...unseen(output.modules),
];
for (const problem of problems) console.error(`- ${problem}`);
console.log(
  `${output.summary.totalCruised} modules and ${output.summary.totalDependenciesCruised} imports seen, ${problems.length} problems.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

// With a compiler it cannot use, dependency-cruiser finds no imports and is content; so count for ourselves.
function unseen(modules) {
  const files = places.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`));
  const seen = new Map(modules.map((module) => [module.source, module]));
  return files.flatMap((path) => {
    const module = seen.get(path);
    if (!module) return [`${path} was not looked at`];
    const imports = readFileSync(path, "utf8").match(/^(import|export) [^;]*?from "/gm)?.length ?? 0;
    return imports > 0 && module.dependencies.length === 0
      ? [`No import of ${path} was seen, and it has ${imports}`]
      : [];
  });
}

// A folder is one thing to whoever reads the house. Two that need each other are one, or hide a third.
function circlesBetweenFolders(modules) {
  const edges = new Map();
  for (const { source, dependencies } of modules) {
    if (!source.startsWith("src/") || source.includes(".test.")) continue;
    const from = dirname(source);
    for (const { resolved } of dependencies) {
      const to = dirname(resolved);
      // A folder and what lies inside it are one house.
      if (
        !resolved.startsWith("src/") ||
        to === from ||
        to.startsWith(`${from}/`) ||
        from.startsWith(`${to}/`)
      )
        continue;
      if (!edges.has(from)) edges.set(from, new Map());
      if (!edges.get(from).has(to)) edges.get(from).set(to, `${source} → ${resolved}`);
    }
  }
  const circles = new Map();
  for (const start of edges.keys()) {
    const path = wayBack(edges, start);
    if (path) circles.set([...path].sort().join(), path);
  }
  return [...circles.values()].map((path) => {
    const steps = path.map((from, index) => `    ${edges.get(from).get(path[(index + 1) % path.length])}`);
    return `Folders in a circle: ${path.join(" → ")}\n${steps.join("\n")}`;
  });
}

// The shortest way from a folder back to itself.
function wayBack(edges, start) {
  const cameFrom = new Map();
  const queue = [start];
  for (const folder of queue) {
    for (const next of edges.get(folder)?.keys() ?? []) {
      if (next === start) {
        const path = [folder];
        while (path[0] !== start) path.unshift(cameFrom.get(path[0]));
        return path;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, folder);
      queue.push(next);
    }
  }
  return undefined;
}
