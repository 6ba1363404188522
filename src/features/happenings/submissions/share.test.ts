import { type FileHandle, open } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mp3File, officeFile, pdfFile, pictureFile } from "#kit/sample-files.ts";
import { openWorld, type World } from "#kit/world.ts";
import { LEAST_FREE_BYTES } from "#platform/files/store.ts";
import {
  filledForm,
  happening,
  idIn,
  mailedLink,
  type SentFile,
  send,
  solvedProof,
  valuesIn,
} from "./factory.ts";
import { proofOf } from "./received-files.ts";

let world: World;
let isFull = false;

async function openForWriting(path: string): Promise<FileHandle> {
  const file = await open(path, "wx");
  const write = file.writeFile.bind(file);
  file.writeFile = (...given) => (isFull ? Promise.reject({ code: "ENOSPC" }) : write(...given));
  return file;
}

beforeAll(async () => {
  // A proof of work is judged by the real clock.
  world = await openWorld({ now: new Date(), openForWriting });
  await world.loadStarter();
});
afterAll(() => world.close());

async function counts() {
  const { db } = await world.ctx();
  const [rows, files] = await Promise.all([
    db.selectFrom("submissions").select("happening").execute(),
    db.selectFrom("media").select("id").execute(),
  ]);
  return { submissions: rows.length, files: files.length };
}

const pdf = (name = "letter.pdf"): SentFile => ({ field: "files", name, bytes: pdfFile() });

/** Sends something that must be refused, and answers the page that came back with everything still in it. */
async function refusedPage(
  changes: Record<string, string | string[]>,
  files: SentFile[] = [],
): Promise<string> {
  const before = await counts();
  const answer = await send(world, filledForm(changes), files);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('class="problems"');
  expect(page).toContain("<title>Error: Share what worked");
  expect(await counts()).toEqual(before);
  return page;
}

describe("a form that is in order", () => {
  test("becomes one unconfirmed happening that nobody sees, and a mail to confirm it", async () => {
    const form = filledForm({
      sectors: ["healthcare"],
      alsoStates: ["wa", "id"],
      proof: await solvedProof(world),
    });
    const answer = await send(world, form, [pdf()]);
    expect(answer.status).toBe(303);
    const row = await happening(world, idIn(answer));
    expect(row).toMatchObject({ stage: "unconfirmed", doubt: null, state_code: "or", version: 1 });
    const ctx = await world.ctx();
    const submission = await ctx.db
      .selectFrom("submissions")
      .selectAll()
      .where("happening", "=", row.id)
      .executeTakeFirstOrThrow();
    expect(submission).toMatchObject({ name: "Ana Ruiz", channel: "form", confirmed_at: null });
    expect(submission.consent_text).toContain("I agree to the terms of sharing.");
    expect(submission.network).not.toContain("10.");
    const states = await ctx.db
      .selectFrom("happening_states")
      .select("state_code")
      .where("happening", "=", row.id)
      .orderBy("state_code")
      .execute();
    expect(states.map(({ state_code }) => state_code)).toEqual(["id", "or", "wa"]);
    const [artefact] = await ctx.db
      .selectFrom("artefacts as a")
      .innerJoin("media as m", "m.id", "a.media")
      .select(["a.title", "m.name", "m.visibility"])
      .where("a.happening", "=", row.id)
      .execute();
    expect(artefact).toEqual({ title: "letter", name: "letter.pdf", visibility: "private" });
    expect(await mailedLink(world, String(form.email), "confirm")).toContain(row.id);
  });

  test("is held for a person, not dropped, when it comes without script", async () => {
    const answer = await send(world, filledForm());
    expect((await happening(world, idIn(answer))).doubt).toContain("without script");
  });

  test("is held when it fills the field that people do not see, or uses a proof again", async () => {
    const trapped = await send(world, filledForm({ website: "https://spam.example" }));
    expect((await happening(world, idIn(trapped))).doubt).toContain("people cannot see");
    const proof = await solvedProof(world);
    await send(world, filledForm({ proof }));
    const again = await send(world, filledForm({ proof }));
    expect((await happening(world, idIn(again))).doubt).toContain("used before");
  });

  test("that is sent twice, or four times at once, is one submission with one mail", async () => {
    const form = filledForm();
    const before = await counts();
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(world, form, [pdf()])));
    const places = new Set(answers.map((answer) => answer.headers.get("location")));
    expect(places.size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await counts()).toEqual({ submissions: before.submissions + 1, files: before.files + 1 });
    expect((await world.mails()).filter(({ to }) => to === form.email)).toHaveLength(1);
  });

  test("that is mended and sent again loses nothing of what was mended", async () => {
    const form = filledForm();
    const first = idIn(await send(world, form));
    const mended = idIn(await send(world, { ...form, title: "Thirteen employers" }));
    expect(mended).not.toBe(first);
    expect((await happening(world, mended)).title).toBe("Thirteen employers");
  });

  test("answers the same for an address we know and one we do not, but for the address itself", async () => {
    const member = await world.person("editor", "Known Editor");
    const pages = [];
    for (const email of [member.email, `nobody.${Date.now()}@example.org`]) {
      const answer = await send(world, filledForm({ email }));
      const href = answer.headers.get("location") ?? "";
      const page = await world.page(href);
      pages.push(page.replaceAll(email, "…").replaceAll(href, "…"));
    }
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toContain("look in your mailbox");
  });

  test("takes right-to-left and emoji text as it is, and leaves out what reaches beyond its own words", async () => {
    const title = "رسالة ترحيب إلى الشركات 🤝🏽 👩‍🌾";
    const answer = await send(world, filledForm({ title: `\u202e${title}\u2066`, name: "נועה \0Levi" }));
    const row = await happening(world, idIn(answer));
    expect(row.title).toBe(title);
  });

  test("takes null bytes and broken UTF-8 without a stumble", async () => {
    const boundary = "----form";
    const parts = Object.entries(filledForm()).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    const broken = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="place"\r\n\r\nLane `),
      Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const kept = parts.filter((part) => !part.includes('name="place"'));
    const answer = await world.post("/share", {
      raw: Buffer.concat([...kept, broken]),
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    });
    expect(answer.status).toBe(303);
    expect((await happening(world, idIn(answer))).place).toBe("Lane \ufffd\ufffd\ufffd(");
  });
});

describe("a form with something wrong comes back whole", () => {
  test("when it is empty, with a sentence beside every field that is needed", async () => {
    const page = await (await world.post("/share", { form: { act: "send" }, files: [] })).text();
    for (const words of [
      "Your name is needed.",
      "Your e-mail address is needed.",
      "The name of the partnership is needed.",
      "Choose a state.",
      "Choose what it is.",
      "A title is needed.",
      "A summary is needed.",
      "The story is needed.",
      "A line of credit is needed.",
      "Choose how others may use it.",
      "Please agree, or we may not publish it.",
    ])
      expect(page.split(words).length - 1, words).toBe(2);
  });

  test("when the title has 10,000 characters", async () => {
    const title = "long ".repeat(2_000);
    const page = await refusedPage({ title });
    expect(page).toContain("A title may have at most 160 characters; please shorten it.");
    expect(page).toContain(`value="${title}"`);
  });

  test("when state, kind, sector or topic are none of ours", async () => {
    const page = await refusedPage({
      state: "zz",
      alsoStates: ["or", "xx"],
      kind: "rumor",
      license: "mine",
    });
    expect(page).toContain("This is no state we know.");
    expect(page).toContain("One of these is no state we know.");
    expect(page).toContain("Choose what it is.");
    const lists = await refusedPage({ sectors: ["healthcare", "witchcraft"], topics: ["nothing"] });
    expect(lists).toContain("One of these sectors is not known here.");
    expect(lists).toContain("One of these topics is not known here.");
    expect(lists).toMatch(/value="healthcare" checked/);
  });

  test("when a link is no web address", async () => {
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//example.org",
      "film",
      "https://u:p@example.org/",
    ]) {
      const page = await refusedPage({ "url-link1": url, "title-link1": "Film", "as-link1": "video" });
      expect(page).toContain("This must be a web address that starts with https:// or http://.");
      expect(page).toContain(`value="${url}"`);
      expect(page).not.toContain(`href="${url}"`);
    }
  });

  test("when a film has neither a transcript nor the promise of one", async () => {
    const film = { "url-link1": "https://example.org/film", "title-link1": "Film", "as-link1": "video" };
    expect(await refusedPage(film)).toContain("Add a transcript for people who cannot hear");
    const form = filledForm({ ...film, "promised-link1": "yes", "by-link1": "by the end of June" });
    const answer = await send(world, form);
    const artefact = await (await world.ctx()).db
      .selectFrom("artefacts")
      .selectAll()
      .where("happening", "=", idIn(answer))
      .executeTakeFirstOrThrow();
    expect(artefact).toMatchObject({ transcript_promised: true, transcript_note: "by the end of June" });
  });

  test("when HTML and scripts stand in every field, none of which come alive on any page", async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const everywhere = Object.fromEntries(
      Object.keys(filledForm()).map((name) => [
        name,
        ["act", "key", "email", "state"].includes(name) ? "" : evil,
      ]),
    );
    const page = await (
      await world.post("/share", { form: { ...everywhere, act: "send" }, files: [] })
    ).text();
    const texts = {
      name: evil,
      title: evil,
      summary: evil,
      story: `${evil} [x](javascript:alert(1))`,
      credit: evil,
    };
    const form = filledForm({ ...texts, place: evil, partnership: evil, organization: evil, role: evil });
    const preview = await (await send(world, { ...form, act: "preview" })).text();
    const sent = await send(world, form);
    const confirm = await mailedLink(world, String(form.email), "confirm");
    const pages = [
      page,
      preview,
      await world.page(sent.headers.get("location") ?? ""),
      await world.page(confirm),
    ];
    const status = (await world.post(confirm)).headers.get("location") ?? "";
    pages.push(await world.page(status), await world.page(`${status.split("?")[0]}/edit`));
    for (const each of pages) {
      expect(each).not.toMatch(/<script>|<img src=x|href="javascript:/i);
    }
    expect(pages[4]).toContain("&lt;script&gt;");
    for (const mail of await world.mails()) expect(mail.html).not.toContain("<script>");
  });

  test("when too much comes from one address in an hour", async () => {
    const form = filledForm();
    for (let time = 0; time < 8; time += 1) await send(world, { ...form, title: `Title ${time}` });
    const page = await refusedPage({ ...form, title: "The ninth" });
    expect(page).toContain("everything you typed is still here");
    expect(page).toContain('value="The ninth"');
  });
});

describe("files", () => {
  test("of wrong or lying types, empty ones and path tricks are each refused or tamed by name", async () => {
    const page = await refusedPage({}, [
      { field: "files", name: "empty.pdf", bytes: new Uint8Array() },
      { field: "files", name: "lying.pdf", bytes: await pictureFile("png") },
      { field: "files", name: "macros.docm", bytes: officeFile("docm") },
      { field: "files", name: "virus.exe", bytes: Buffer.from("MZ\u0090\u0000 not a document") },
      { field: "files", name: "../../etc/passwd.pdf", bytes: pdfFile() },
    ]);
    expect(page).toContain("The file “empty.pdf” is empty (0 bytes).");
    expect(page).toContain("The file “lying.pdf” is not a PDF inside; it looks like a PNG picture.");
    expect(page).toContain("The file “macros.docm” contains macros");
    expect(page).toContain("The file “virus.exe”");
    expect(page).toContain("File 1: passwd.pdf");
    expect(page).not.toContain("../");
  });

  test("beyond 25 MB are refused by name, and the words stay", async () => {
    const large = Buffer.concat([pdfFile(), Buffer.alloc(25 * 2 ** 20)]);
    const page = await refusedPage({ title: "Large files" }, [
      { field: "files", name: "large.pdf", bytes: large },
      pdf("small.pdf"),
    ]);
    expect(page).toContain("The file “large.pdf” is larger than 25 MB.");
    expect(page).toContain("File 1: small.pdf");
    expect(page).toContain('value="Large files"');
  });

  test("beyond ten are refused by name, those of an earlier try counted", async () => {
    const seven = Array.from({ length: 7 }, (_, index) => pdf(`first-${index}.pdf`));
    const form = filledForm({ act: "attach" });
    const first = await (await send(world, form, seven)).text();
    const file = valuesIn(first, "file");
    expect(file).toHaveLength(7);
    const four = Array.from({ length: 4 }, (_, index) => pdf(`second-${index}.pdf`));
    const page = await (await send(world, { ...form, file }, four)).text();
    expect(page).toContain("Only 10 files can be sent, so “second-3.pdf” was left out.");
    expect(valuesIn(page, "file")).toHaveLength(10);
  });

  test("that came with a refused form need not be sent again, and can be described, or left out", async () => {
    const form = filledForm({ title: "" });
    const answer = await send(world, form, [
      pdf("plan.pdf"),
      { field: "files", name: "room.png", bytes: await pictureFile("png") },
      { field: "files", name: "talk.mp3", bytes: mp3File() },
    ]);
    const page = await answer.text();
    const file = valuesIn(page, "file");
    const [plan, room, talk] = valuesIn(page, "act").flatMap((act) => /^remove-(.+)$/.exec(act)?.[1] ?? []);
    expect(page).toContain("Say what “room.png” shows");
    expect(page).toContain("Add a transcript");
    const described = {
      ...form,
      file,
      [`title-${plan}`]: "Our plan",
      [`as-${plan}`]: "report",
      [`title-${room}`]: "The room",
      [`as-${room}`]: "picture",
      [`alt-${room}`]: "Twelve people at one table",
      [`title-${talk}`]: "The talk",
      [`as-${talk}`]: "speech",
    };
    const less = await (await send(world, { ...described, act: `remove-${talk}` })).text();
    expect(valuesIn(less, "file")).toEqual(file.slice(0, 2));
    expect(less).toContain('value="Our plan"');
    const sent = await send(world, { ...described, title: "With documents", file: file.slice(0, 2) });
    const rows = await (await world.ctx()).db
      .selectFrom("artefacts as a")
      .innerJoin("media as m", "m.id", "a.media")
      .select(["a.title", "a.kind", "m.alt"])
      .where("a.happening", "=", idIn(sent))
      .orderBy("a.position")
      .execute();
    expect(rows).toEqual([
      { title: "Our plan", kind: "report", alt: null },
      { title: "The room", kind: "picture", alt: "Twelve people at one table" },
    ]);
  });

  test("are attached by our seal alone, never by naming somebody else's", async () => {
    const ctx = await world.ctx();
    const page = await (await send(world, filledForm({ act: "attach" }), [pdf("mine.pdf")])).text();
    const [proof = ""] = valuesIn(page, "file");
    const [record = "", seal = ""] = proof.split(".");
    const other = { ...JSON.parse(Buffer.from(record, "base64url").toString()), sha256: "a".repeat(64) };
    const media = await ctx.db.selectFrom("media").select("id").limit(1).executeTakeFirstOrThrow();
    const forged = [
      `${Buffer.from(JSON.stringify(other)).toString("base64url")}.${seal}`,
      `${record}.${ctx.seal("media", record)}`,
      media.id,
      record,
      ".",
      "x".repeat(1_000),
    ];
    const sent = await send(world, filledForm({ file: forged }));
    expect(sent.status).toBe(303);
    const rows = await ctx.db
      .selectFrom("artefacts")
      .select("id")
      .where("happening", "=", idIn(sent))
      .execute();
    expect(rows).toEqual([]);
  });

  test("of a form that lay open until the store was swept are asked for again", async () => {
    const ctx = await world.ctx();
    const kind = { id: "pdf" } as never;
    const keptAt = world.clock.now().getTime();
    const gone = { id: ctx.random.id(), sha256: "b".repeat(64), bytes: 9, name: "old.pdf", kind, keptAt };
    expect(await refusedPage({ file: proofOf(ctx, gone) })).toContain(
      "The file “old.pdf” waited here for too long and is gone.",
    );
  });

  test("are left out while the disk is almost full, and the words stay", async () => {
    const { files } = world.house.ground;
    const { freeBytes } = files;
    files.freeBytes = async () => LEAST_FREE_BYTES;
    try {
      const before = await counts();
      const answer = await send(world, filledForm({ title: "Too late for files" }), [pdf("plan.pdf")]);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain("There is no room for files on this site just now.");
      expect(page).toContain("Too late for files");
      expect(await counts()).toEqual(before);
      expect((await send(world, filledForm())).status).toBe(303);
    } finally {
      files.freeBytes = freeBytes;
    }
  });

  test("are left out once a network has sent very many, and the words stay", async () => {
    // A request that does not say its length counts as a large one.
    const headers = { "x-forwarded-for": "192.0.2.9", "content-type": "multipart/form-data; boundary=x" };
    const raw = Buffer.from("--x--");
    for (let time = 0; time < 120; time += 1) await world.post("/share", { raw, headers });
    const answer = await world.post("/share", {
      form: filledForm({ title: "One too many", act: "attach" }),
      files: [pdf("plan.pdf")],
      headers: { "x-forwarded-for": "192.0.2.9" },
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Many files have come from your network in the last hour.");
    expect(page).toContain('value="One too many"');
    expect(valuesIn(page, "file")).toEqual([]);
  }, 60_000);

  test("are refused with a sentence while the disk is full, and the words stay", async () => {
    isFull = true;
    try {
      const page = await refusedPage({ title: "While the disk is full" }, [pdf("plan.pdf")]);
      expect(page).toContain("The file “plan.pdf” could not be kept, because this site has no room left");
      expect(page).toContain('value="While the disk is full"');
    } finally {
      isFull = false;
    }
  });
});

describe("before it is sent", () => {
  test("the preview shows the unfinished update and takes nothing in", async () => {
    const before = await counts();
    const answer = await send(world, filledForm({ act: "preview", consent: "", email: "" }));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain("Preview: nothing is sent yet");
    expect(page).toContain("<strong>one letter each</strong>");
    expect(page).not.toContain('class="problems"');
    expect(await counts()).toEqual(before);
  });

  test("the live preview is a piece of page drawn by the same hand", async () => {
    const form = {
      title: "A <b>letter</b>",
      story: "## Why\n\nBecause.",
      "title-link1": "Film",
      "as-link1": "video",
    };
    const piece = await (await world.post("/share/preview", { form })).text();
    expect(piece).not.toContain("<html");
    expect(piece).toContain("A &lt;b&gt;letter&lt;/b&gt;");
    expect(piece).toContain("<h2>Why</h2>");
    expect(piece).toContain("Film");
  });

  test("a form that does not arrive whole gets a page that says so", async () => {
    const cut = await world.post("/share", {
      raw: Buffer.from('--x\r\ncontent-disposition: form-data; name="title"\r\n\r\nHalf'),
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    expect(cut.status).toBe(400);
    expect(await cut.text()).toContain("The form did not arrive whole");
  });
});
