import type { Problems } from "#base/outcome.ts";
import type { ArrivalLimits } from "../files/arrival.ts";
import { type ReceivedFile, receiveMultipart, UPLOAD_LIMITS } from "../files/receive.ts";
import type { FormValues } from "./forms.ts";
import type { HouseContext } from "./routes.ts";

/**
 * Reads a form with files. What was refused is in `problems`, beside the field it came in; everything else of the
 * form was taken all the same, so the page can come back with nothing lost.
 */
export async function receivedForm(
  c: HouseContext,
  limits: ArrivalLimits,
): Promise<{ values: FormValues; files: ReceivedFile[]; problems: Problems }> {
  const received = await receiveMultipart(c.req.raw, { ...UPLOAD_LIMITS, ...limits }, c.var.ctx.files);
  if (received.diskFull) c.var.ctx.log.error("a file was refused because the disk is full");
  const values: FormValues = {};
  for (const [name, texts] of received.fields)
    if (name !== "__proto__") values[name] = texts.length === 1 ? (texts[0] ?? "") : texts;
  return { values, files: received.files, problems: received.problems };
}
