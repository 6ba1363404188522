import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  mp3File,
  officeFile,
  oldOfficeFile,
  openDocument,
  pdfFile,
  pictureFile,
  zipOf,
} from "#kit/sample-files.ts";
import { countWork } from "#kit/work-time.ts";
import { detectFileKind } from "./detect.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "detect-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function detect(name: string, content: string | Buffer) {
  const path = join(folder, "file");
  await writeFile(path, content);
  const detection = await detectFileKind(path, name);
  return "kind" in detection ? `${detection.kind.id} ${detection.name}` : detection.refusal;
}

describe("what is in a file", () => {
  it("is taken when it is what its name says", async () => {
    expect(await detect("minutes.pdf", pdfFile())).toBe("pdf minutes.pdf");
    expect(await detect("Letter.DOCX", officeFile("docx"))).toBe("docx Letter.DOCX");
    expect(await detect("slides.pptx", officeFile("pptx"))).toBe("pptx slides.pptx");
    expect(await detect("jobs.xlsx", officeFile("xlsx"))).toBe("xlsx jobs.xlsx");
    expect(await detect("letter.odt", openDocument("text"))).toBe("odt letter.odt");
    expect(await detect("slides.odp", openDocument("presentation"))).toBe("odp slides.odp");
    expect(await detect("jobs.ods", openDocument("spreadsheet"))).toBe("ods jobs.ods");
    expect(await detect("letter.doc", oldOfficeFile("1Table", "WordDocument"))).toBe("doc letter.doc");
    expect(await detect("jobs.xls", oldOfficeFile("Workbook"))).toBe("xls jobs.xls");
    expect(await detect("old.xls", oldOfficeFile("Book"))).toBe("xls old.xls");
    expect(await detect("slides.ppt", oldOfficeFile("PowerPoint Document"))).toBe("ppt slides.ppt");
    expect(await detect("podcast.mp3", mp3File())).toBe("mp3 podcast.mp3");
    for (const [format, ending] of [
      ["png", "png"],
      ["jpeg", "jpg"],
      ["jpeg", "JPEG"],
      ["webp", "webp"],
      ["gif", "gif"],
    ] as const) {
      expect(await detect(`photo.${ending}`, await pictureFile(format))).toBe(`${format} photo.${ending}`);
    }
  });

  it("may be text of every script, and a table that starts like a bitmap", async () => {
    expect(await detect("notes.txt", "Caf\u00e9 \u05e9\u05dc\u05d5\u05dd \ud83c\udf89\r\n\tIndented")).toBe(
      "txt notes.txt",
    );
    expect(await detect("notes.md", "\ufeff# Minutes\n\n<div>aside</div>")).toBe("md notes.md");
    expect(await detect("jobs.csv", "BMI,age\n22,31\n")).toBe("csv jobs.csv");
    expect(await detect("long.txt", "é".repeat(100_000))).toBe("txt long.txt");
  });

  it("gives a name without an ending its ending", async () => {
    expect(await detect("minutes", pdfFile())).toBe("pdf minutes.pdf");
    expect(await detect("Plan v1.2", officeFile("docx"))).toBe("docx Plan v1.2.docx");
    expect(await detect("README", "Read me")).toBe("txt README.txt");
  });
});

describe("a file is refused, with a sentence that names it", () => {
  it("when a web page calls itself PDF", async () => {
    expect(await detect("minutes.pdf", "\n<!-- saved --><!DOCTYPE html><title>Sign in</title>")).toBe(
      "The file “minutes.pdf” is not a PDF inside; it looks like a web page. Please save it again as a PDF.",
    );
  });

  it("when it is something else inside", async () => {
    const lies: [string, string | Buffer, string][] = [
      ["a.txt", "<script>alert(1)</script>", "is not plain text inside; it looks like a web page"],
      ["a.md", '<svg xmlns="http://www.w3.org/2000/svg" onload="x">', "it looks like a drawing (SVG)"],
      [
        "a.png",
        '<?xml version="1.0"?>\n<svg></svg>',
        "is not a PNG picture inside; it looks like a drawing (SVG)",
      ],
      ["a.csv", '<?xml version="1.0"?><html><body>', "is not a CSV table inside; it looks like a web page"],
      ["a.txt", "%PDF-1.4\nall in ASCII", "is not plain text inside; it looks like a PDF"],
      ["a.jpg", await pictureFile("png"), "is not a JPEG picture inside; it looks like a PNG picture"],
      ["a.docx", zipOf({ "a.txt": "hello" }), "is not a Word document inside; it looks like a ZIP archive"],
      ["a.docx", officeFile("xlsx"), "is not a Word document inside; it looks like an Excel file"],
      ["a.doc", oldOfficeFile("Workbook"), "is not a Word document inside; it looks like an Excel file"],
      ["a.xls", oldOfficeFile("__substg1.0_001A001E"), "it looks like some other program’s file"],
      ["a.pdf", Buffer.from("MZ\x90\x00\x03\x00\x00\x00\x04\x00", "latin1"), "it looks like a program"],
      ["a.pdf", "%!PS no more", "is not a PDF inside"],
      ["a.mp3", "just words", "is not an MP3 recording inside; it looks like plain text"],
      ["a.pdf", Buffer.from([1, 2, 3, 0xff, 0xfe, 9, 8, 7]), "is not a PDF inside, or it is damaged"],
      ["a.csv", await pictureFile("jpeg"), "is not a CSV table inside; it looks like a JPEG picture"],
    ];
    for (const [name, content, sentence] of lies) {
      const refusal = await detect(name, content);
      expect(refusal).toContain(`“${name}”`);
      expect(refusal).toContain(sentence);
    }
  });

  it("when it carries macros, under whatever name", async () => {
    const sentence = "contains macros (small programs), which may not be shared here";
    expect(await detect("a.docm", officeFile("docm"))).toContain(sentence);
    expect(await detect("a.xlsm", officeFile("xlsm"))).toContain(sentence);
    expect(await detect("a.docx", officeFile("docm"))).toContain(sentence);
    expect(await detect("a.xlsx", officeFile("xlsx", { "xl/vbaProject.bin": "x" }))).toContain(sentence);
    expect(await detect("a.doc", oldOfficeFile("WordDocument", "_VBA_PROJECT"))).toContain(sentence);
    expect(await detect("a.xls", oldOfficeFile("Workbook", "_VBA_PROJECT_CUR"))).toContain(sentence);
  });

  it("when it is locked with a password", async () => {
    expect(await detect("plan.docx", oldOfficeFile("EncryptedPackage"))).toBe(
      "The file “plan.docx” is locked with a password, so readers could not open it. Please save it without a password and send that.",
    );
  });

  it("when its text is not UTF-8", async () => {
    expect(await detect("jobs.csv", Buffer.from("caf\xe9;1\n", "latin1"))).toContain(
      "Please save it again and choose UTF-8",
    );
    expect(await detect("notes.txt", Buffer.from("\ufeffhello", "utf16le"))).toContain("choose UTF-8");
    expect(await detect("notes.txt", "nul\0l")).toContain("choose UTF-8");
  });

  it("when its kind is not taken here, with advice that fits", async () => {
    expect(await detect("logo.svg", "<svg/>")).toContain("Please save the drawing as PNG or PDF");
    expect(await detect("all.zip", zipOf({ a: "b" }))).toContain("send the files in it one by one");
    expect(await detect("IMG_1.HEIC", "x")).toContain("save the picture as JPEG");
    expect(await detect("talk.m4a", "x")).toContain("save the recording as MP3");
    expect(await detect("talk.mov", "x")).toContain("share its link");
    expect(await detect("setup.exe", "MZ")).toContain("Please send a PDF, Word,");
    expect(await detect("minutes.pdf.exe", pdfFile())).toContain("of a kind that cannot be shared here");
    expect(await detect("nameless", zipOf({ a: "b" }))).toContain("of a kind that cannot be shared here");
  });

  it("and an archive that would unpack to gigabytes costs nothing to look at", async () => {
    const bomb = zipOf({
      "word/document.xml": Buffer.alloc(8_000_000),
      "[Content_Types].xml": Buffer.alloc(4_000_000, 32),
    });
    bomb.writeUInt32LE(0xfffffff0, 22);
    const work = countWork();
    expect(await detect("a.docx", bomb)).toContain("“a.docx” is not a Word document inside");
    expect(work()).toBeLessThan(2000);
  });

  it("and cut off or shaken bytes never break the looking", async () => {
    const whole = [
      pdfFile(),
      officeFile("docx"),
      oldOfficeFile("WordDocument"),
      await pictureFile("png"),
      mp3File(),
    ];
    for (const bytes of whole) {
      for (let cut = 1; cut < bytes.length; cut += 37) {
        expect(await detect("a.pdf", bytes.subarray(0, cut))).toMatch(/^(pdf a|The file “a)\.pdf/);
        const shaken = Buffer.from(bytes);
        shaken[cut] = 0xff - shaken[cut]!;
        expect(await detect("a.docx", shaken)).toMatch(/^(docx a|The file “a)\.docx/);
      }
    }
  });
});
