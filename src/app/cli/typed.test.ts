import { expect, it } from "vitest";
import { type Command, UsageProblem } from "./command.ts";
import { COMMANDS, helpText } from "./commands.ts";
import { joinWords, readOptions, splitWords } from "./options.ts";
import { readTyped } from "./typed.ts";

it.each([
  [["bake"], "There is no command bake. There are: make-editor, backup,"],
  [["restore"], "npm run cli -- restore FILE"],
  [["restore", "one", "two"], "npm run cli -- restore FILE"],
  [["backup", "--yes"], "backup has no option --yes. It takes none."],
  [["restore", "x", "-f"], "restore has no option -f. It knows --yes and --no-safety."],
  [["migrate", "now"], "npm run cli -- migrate"],
  [["restore", "x", "--yes=no"], "--yes takes no value."],
  [["restore", "x", "--constructor"], "restore has no option --constructor."],
  [
    ["industry"],
    "industry what? There are: industry analyze, industry import, industry holdings, industry lq",
  ],
  [["industry", "--json"], "industry what?"],
  [["industry", "bake"], "There is no command industry bake. There are: industry analyze,"],
  [["industry", "lq"], "npm run cli -- industry lq FILE [--json]"],
  [["industry", "shift-share", "x", "--method"], "--method needs something behind it: --method METHOD"],
  [["industry", "shift-share", "x", "--method", "--json"], "--method needs something behind it"],
  [["industry", "shift-share", "x", "--method="], "--method needs something behind it"],
  [["industry", "shift-share", "x", "--method", "homework"], "It can be dunn, esteban-marquillas, dynamic."],
  [["industry", "shift-share", "x", "--method=dunn", "--method", "dynamic"], "--method stands there twice."],
])("%j is refused with a sentence", (typed, sentence) => {
  expect(() => readTyped(typed)).toThrow(UsageProblem);
  expect(() => readTyped(typed)).toThrow(sentence);
});

it.each([[[]], [["help"]], [["--help"]], [["restore", "--help"]]])("%j asks for help", (typed) => {
  expect(readTyped(typed)).toBeUndefined();
});

it("options may stand anywhere", () => {
  const typed = readTyped(["restore", "--yes", "file.tar.gz", "--no-safety"]);
  expect(typed?.words).toEqual(["file.tar.gz"]);
  expect([...(typed?.options.keys() ?? [])]).toEqual(["yes", "no-safety"]);
});

it.each([
  [["industry", "shift-share", "jobs.csv", "--method", "dynamic", "--json"]],
  [["industry", "shift-share", "--method=dynamic", "--json", "jobs.csv"]],
])("%j: an option may have a value, behind a blank or an equals sign", (args) => {
  const typed = readTyped(args);
  expect(typed?.command.name).toBe("industry shift-share");
  expect(typed?.words).toEqual(["jobs.csv"]);
  expect(Object.fromEntries(typed?.options ?? [])).toEqual({ method: "dynamic", json: "" });
});

it("what cannot be followed without an option says so", () => {
  const command: Command = {
    name: "industry analyze",
    works: "without-a-site",
    usage: "",
    about: "",
    words: [0, 0],
    options: { counties: { value: "LIST", about: "codes of counties", needed: true } },
    run: async () => 0,
  };
  expect(() => readOptions(command, [])).toThrow("industry analyze needs --counties LIST: codes of counties");
});

it("words and options go to the running site in one list, and come out of it as they went in", () => {
  const options = new Map([
    ["counties", "56033,56019"],
    ["note", "a=b, c"],
    ["json", ""],
  ]);
  expect(splitWords(joinWords(["one", "two"], options))).toEqual({ words: ["one", "two"], options });
});

it("help lists every option with what stands behind it", () => {
  expect(helpText()).toContain("      --method METHOD: dunn");
  expect(helpText()).toContain("      --administrator: make them an administrator");
});

it("what the running site can do for others needs nothing but words", () => {
  expect(COMMANDS.filter(({ works }) => works === "with-the-site").map(({ name }) => name)).toEqual([
    "make-editor",
    "backup",
    "check",
    "forget",
    "starter",
    "industry analyze",
    "industry import",
    "industry holdings",
  ]);
});
