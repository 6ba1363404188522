import type { PartnershipFace } from "./face.ts";
import type { Moment } from "./timeline.ts";

/** What readers ask first and nobody has told yet, each as a question in words. */
export function untoldOf({ content, stage }: PartnershipFace, moments: readonly Moment[]): string[] {
  const convened = content.roles.some(({ role }) => role === "convener" || role === "co-convener");
  const started = moments.some(({ kind, on }) => (kind === "launch" || kind === "relaunch") && on !== null);
  const before = stage === "emerging" || stage === "launching";
  return [
    !convened && "who convenes it",
    !started && !before && "when it launched",
    stage === "unknown" && "how far it is now",
    content.priorities.length === 0 && "what its businesses decided to do",
    content.champions.length === 0 && "who its business champions are",
    content.counties.length === 0 && content.countiesKnown !== "whole-state" && "which counties belong to it",
  ].filter((question) => typeof question === "string");
}
