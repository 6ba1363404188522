import { createHash } from "node:crypto";
import type pg from "pg";
import type { FileStore } from "#platform/files/store.ts";
import { pdfFile } from "./sample-files.ts";

/** An update with one file, made so that it can be found again: `mark` stands in its title, address and file. */
export interface Parcel {
  mark: string;
  title: string;
  email: string;
  file: { name: string; bytes: Buffer; sha256: string };
}

/** @param mark letters, digits and hyphens; no two parcels share one */
export function makeParcel(mark: string, fileBytes: number): Parcel {
  const document = pdfFile(`Minutes of ${mark}`);
  const padding = Buffer.alloc(Math.max(0, fileBytes - document.length), `% ${mark}\n`);
  const bytes = Buffer.concat([document, padding]);
  return {
    mark,
    title: `What worked in ${mark}`,
    email: `${mark}@senders.test`,
    file: { name: `${mark}.pdf`, bytes, sha256: createHash("sha256").update(bytes).digest("hex") },
  };
}

export function fieldsOf(parcel: Parcel): Record<string, string> {
  return {
    key: `key of ${parcel.mark}, of this form alone`,
    name: "Sam Sender",
    email: parcel.email,
    role: "Convener",
    organization: "A workforce board",
    partnership: "Front Range Manufacturing Partnership",
    place: "Fort Collins",
    state: "co",
    kind: "quick-win",
    title: parcel.title,
    summary: "Twelve employers opened their doors on the same afternoon.",
    story: `It began with a list of questions.\n\nThis is the story of ${parcel.mark}.`,
    credit: "The partnership's conveners",
    license: "cc-by",
    consent: "yes",
    act: "send",
  };
}

/** Where a sent update is found: the id in the address of the page that says "look in your mailbox". */
export interface Receipt {
  id: string;
  path: string;
}

/**
 * Fills the form in and sends it, as a browser does, from an address of its own.
 *
 * @param network which network it seems to come from, as the site's proxy would say; 0 to 65,535
 * @throws when no answer comes, or another one than "taken"
 */
export async function sendParcel(origin: string, parcel: Parcel, network: number): Promise<Receipt> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fieldsOf(parcel))) form.append(name, value);
  const { name, bytes } = parcel.file;
  form.append("files", new Blob([bytes as BlobPart], { type: "application/pdf" }), name);
  const response = await fetch(`${origin}/share`, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin", "x-forwarded-for": `10.${network >> 8}.${network & 255}.7` },
    body: form,
  });
  const page = await response.text();
  const path = response.headers.get("location") ?? "";
  const id = /^\/share\/sent\/([0-9a-f-]{36})\//.exec(path)?.[1];
  if (response.status !== 303 || !id) {
    throw new Error(`The form was answered with ${response.status} ${path}\n${problemsIn(page)}`);
  }
  return { id, path };
}

function problemsIn(page: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? page;
  return main
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 1000);
}

interface Found {
  id: string;
  title: string;
  stage: string;
  version: number;
  versions: number;
  content_title: string | null;
  submissions: number;
  states: number;
  artefacts: number;
  sha256: string | null;
  bytes: number | null;
}

/** Everything that was sent in, one line for each row of `happenings`. */
async function everythingSent(pool: pg.Pool): Promise<Found[]> {
  const { rows } = await pool.query<Found>(`
    select h.id, h.title, h.stage, h.version,
      (select count(*)::integer from happening_versions v where v.happening = h.id) as versions,
      (select v.content ->> 'title' from happening_versions v where v.happening = h.id and v.number = h.version)
        as content_title,
      (select count(*)::integer from submissions s where s.happening = h.id) as submissions,
      (select count(*)::integer from happening_states s where s.happening = h.id) as states,
      (select count(*)::integer from artefacts a where a.happening = h.id) as artefacts,
      m.sha256, m.bytes::integer as bytes
    from happenings h
      left join artefacts a on a.happening = h.id left join media m on m.id = a.media
    where h.title like 'What worked in %'`);
  return rows;
}

export interface Stocktaking {
  /** By mark. */
  stages: Map<string, string>;
  /** What is not as it should be, in words; empty when all is well. */
  wrong: string[];
}

/**
 * Holds what the site has against what was sent: every acknowledged parcel is there, no parcel is there twice, and
 * each that is there is whole, down to the bytes of its file.
 */
export async function takeStock(
  pool: pg.Pool,
  files: FileStore,
  sent: readonly { parcel: Parcel; receipt: Receipt | undefined }[],
): Promise<Stocktaking> {
  const wrong: string[] = [];
  const stages = new Map<string, string>();
  const found = new Map<string, Found[]>();
  for (const row of await everythingSent(pool)) found.set(row.title, [...(found.get(row.title) ?? []), row]);
  for (const { parcel, receipt } of sent) {
    const rows = found.get(parcel.title) ?? [];
    found.delete(parcel.title);
    if (rows.length > 1) wrong.push(`${parcel.mark} is there ${rows.length} times`);
    const [row] = rows;
    if (!row) {
      if (receipt) wrong.push(`${parcel.mark} was acknowledged and is not there`);
      continue;
    }
    if (receipt && row.id !== receipt.id)
      wrong.push(`${parcel.mark} is there as another than was acknowledged`);
    for (const part of missingParts(row, parcel)) wrong.push(`${parcel.mark}: ${part}`);
    const condition = await files.verify(parcel.file.sha256);
    if (condition !== "whole") wrong.push(`${parcel.mark}: its file is ${condition}`);
    stages.set(parcel.mark, row.stage);
  }
  for (const title of found.keys()) wrong.push(`nobody sent “${title}”`);
  return { stages, wrong };
}

function missingParts(row: Found, parcel: Parcel): string[] {
  const parts: [boolean, string][] = [
    [row.versions === row.version && row.content_title === parcel.title, "its versions do not fit"],
    [row.submissions === 1, "its sender is not there"],
    [row.states === 1, "its state is not there"],
    [row.artefacts === 1, `it has ${row.artefacts} documents`],
    [row.sha256 === parcel.file.sha256 && row.bytes === parcel.file.bytes.length, "its file is another"],
  ];
  return parts.flatMap(([fine, words]) => (fine ? [] : [words]));
}
