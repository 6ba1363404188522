import { expect, it } from "vitest";
import { UsageProblem } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { readTyped } from "./typed.ts";

it.each([
  [["bake"], "There is no command bake. There are: make-editor, backup,"],
  [["restore"], "npm run cli -- restore FILE"],
  [["restore", "one", "two"], "npm run cli -- restore FILE"],
  [["backup", "--yes"], "backup has no option --yes. It takes none."],
  [["restore", "x", "-f"], "restore has no option -f. It knows --yes and --no-safety."],
  [["migrate", "now"], "npm run cli -- migrate"],
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
  expect([...(typed?.options ?? [])]).toEqual(["yes", "no-safety"]);
});

it("what the running site can do for others needs nothing but words", () => {
  expect(COMMANDS.filter((command) => !("options" in command)).map(({ name }) => name)).toEqual([
    "make-editor",
    "backup",
    "check",
    "forget",
    "starter",
  ]);
});
