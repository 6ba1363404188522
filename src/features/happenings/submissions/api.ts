import { z } from "zod";
import { networkOf } from "#base/network.ts";
import { hasProblems } from "#base/outcome.ts";
import { apiProblem, apiRefusal, endpoint } from "#platform/http/api.ts";
import { judgeSender, PROOF_FIELD } from "#platform/http/gate.ts";
import { choicesFor, withChosen } from "./choices.ts";
import { artefactFrom, isHeard } from "./documents.ts";
import { requestKey } from "./drafts.ts";
import { contentFields, describedFields, senderFields, slugList, stateList, url } from "./forms.ts";
import { CONSENT_TEXT, MOST_LINKS } from "./rules.ts";
import { sendSubmission } from "./sending.ts";

const Link = z
  .object({
    kind: z.enum(["video", "podcast"]),
    title: describedFields.title,
    url,
    transcript: describedFields.transcript,
    transcriptPromised: z.boolean().default(false),
    transcriptBy: describedFields.by.describe("When a promised transcript comes, in words."),
  })
  .refine(
    ({ kind, transcript, transcriptPromised }) =>
      !isHeard(kind) || transcript.trim() !== "" || transcriptPromised,
    {
      path: ["transcript"],
      error: "Add a transcript for people who cannot hear, or promise one.",
    },
  );

const SubmissionBody = z
  .object({
    ...senderFields,
    ...contentFields,
    alsoStates: stateList.default([]).describe("Postal codes of further states."),
    sectors: slugList.default([]).describe("Slugs, as in the address of a sector's page."),
    topics: slugList.default([]).describe("Slugs."),
    links: z
      .array(Link)
      .max(MOST_LINKS, `At most ${MOST_LINKS} links can be sent.`)
      .default([])
      .describe("Videos and podcasts. Files are sent by the form at /share."),
    consent: z
      .literal(true, "Say true here once you have agreed to the terms of sharing.")
      .describe(CONSENT_TEXT),
    requestKey: z
      .string()
      .max(200)
      .default("")
      .describe("Of your choice: the same request with the same key is taken once, however often it comes."),
    proof: z
      .string()
      .max(4_000)
      .default("")
      .describe(
        "A solved challenge of /proof, as base64 of JSON. Without it, a person looks twice before anything else happens.",
      ),
  })
  .meta({ id: "Submission" });

const SubmissionAnswer = z.object({
  state: z.literal("unconfirmed"),
  next: z.string().describe("What has to happen now, in words."),
});

export const submissionEndpoints = [
  endpoint({
    method: "POST",
    path: "/happenings",
    tag: "Happenings",
    summary: "Share an update. It is confirmed by mail and read by an editor before it is published.",
    body: SubmissionBody,
    answer: SubmissionAnswer,
    status: 202,
    async handle(c, { body }) {
      const { ctx } = c.var;
      const chosen = withChosen(body, await choicesFor(ctx));
      if (!chosen.ok) return apiRefusal(chosen.problems);
      const { name, email, role, organization } = body;
      const { partnership, place, state, kind, title, summary, story, credit, license } = body;
      const sender = { name, email, role, organization };
      const content = {
        ...{ partnership, place, state, kind, title, summary, story, credit, license },
        alsoStates: body.alsoStates.filter((code) => code !== state),
        ...chosen.value,
      };
      const documents = body.links.map(({ kind, transcriptPromised, transcriptBy, url, ...rest }) => ({
        artefact: artefactFrom(
          { ...rest, as: kind, promised: transcriptPromised, by: transcriptBy },
          undefined,
          url,
        ),
        file: null,
        alt: "",
        decorative: false,
      }));
      const { doubt, problems } = await judgeSender(c, { [PROOF_FIELD]: body.proof }, { email });
      if (hasProblems(problems)) return apiProblem(429, problems[""]?.join(" ") ?? "Too much came at once.");
      await sendSubmission(ctx, {
        sender,
        content,
        documents,
        consentText: CONSENT_TEXT,
        channel: "api",
        network: ctx.seal("network", networkOf(c.var.remoteAddress)),
        doubt,
        requestKey: requestKey(ctx, body.requestKey && `api ${body.requestKey}`, {
          sender,
          content,
          documents,
        }),
      });
      return {
        state: "unconfirmed",
        next: `We have sent a mail to ${email}. Once its link is opened and confirmed, an editor reads the update.`,
      };
    },
  }),
];
