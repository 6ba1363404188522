import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { Stage } from "./stages.ts";
import { sendSubmission } from "./submissions/sending.ts";
import type { HappeningContent } from "./tables.ts";
import { createHappening } from "./writing.ts";

/** A whole content, for tests. */
export function contentLike(given: Partial<HappeningContent> = {}): HappeningContent {
  return {
    kind: "news",
    title: "Twelve welders start in Scranton",
    summary: "A class of twelve began on Monday.",
    story: "Twelve people began on Monday.\n\nEach has a mentor.",
    state: "pa",
    alsoStates: [],
    place: "Scranton",
    partnership: "Northeast Manufacturing Partnership",
    sectors: [],
    topics: [],
    credit: "Shared by Ana Ruiz",
    source: { name: "", url: null, note: "" },
    license: "cc-by",
    artefacts: [],
    ...given,
  };
}

/** A happening that stands somewhere on its way, without a sender. */
export function happeningAt(
  ctx: Ctx,
  stage: Exclude<Stage, "published" | "scheduled">,
  given: Partial<HappeningContent> = {},
): Promise<string> {
  return createHappening(ctx, {
    content: contentLike(given),
    stage,
    by: { kind: "system", personId: null, name: "A test" },
  });
}

/** An update that somebody sent in and has not confirmed yet. */
export async function submissionLike(
  ctx: Ctx,
  given: Partial<HappeningContent> & { email?: string; name?: string; doubt?: string | null } = {},
): Promise<string> {
  const { email = "ana@example.org", name = "Ana Ruiz", doubt = null, ...content } = given;
  const { artefacts: _, source: __, ...rest } = contentLike(content);
  const submission = await transact(ctx, (ctx) =>
    sendSubmission(ctx, {
      sender: { name, email, role: "Convener", organization: "Lackawanna College" },
      content: rest,
      documents: [],
      consentText: "I agree.",
      channel: "form",
      network: "sealed",
      doubt,
      requestKey: null,
    }),
  );
  return submission.id;
}
