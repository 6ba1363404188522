import { describe, expect, it } from "vitest";
import { cleanFileName, extensionOf, FILE_NAME_LENGTH } from "./file-name.ts";

describe("a file's name", () => {
  it("loses every folder, of either kind of computer", () => {
    expect(cleanFileName("../../etc/passwd")).toBe("passwd");
    expect(cleanFileName("C:\\Users\\ada\\Letter to members.docx")).toBe("Letter to members.docx");
    expect(cleanFileName("a/b\\..\\c.pdf")).toBe("c.pdf");
  });

  it("loses null bytes, control characters and what turns the reading direction round", () => {
    expect(cleanFileName("min\0utes\r\n.pdf")).toBe("minutes.pdf");
    expect(cleanFileName("report\u202efdp.exe")).toBe("reportfdp.exe");
    expect(cleanFileName("\u2067report\u2069.pdf\u200f")).toBe("report.pdf");
  });

  it("is called file when nothing of it remains", () => {
    for (const raw of ["", "..", "./", "\0", " . ", "folder/", "\u202e"])
      expect(cleanFileName(raw)).toBe("file");
  });

  it("is no hidden file", () => {
    expect(cleanFileName(".htaccess")).toBe("htaccess");
  });

  it("keeps letters of every script, composed", () => {
    expect(cleanFileName("Re\u0301sume\u0301 דוח تقرير 報告 🎉.pdf")).toBe("Résumé דוח تقرير 報告 🎉.pdf");
  });

  it("keeps its extension when it is cut", () => {
    const cut = cleanFileName(`${"é🎉".repeat(400)}.PPTX`);
    expect([...cut]).toHaveLength(FILE_NAME_LENGTH);
    expect(cut.endsWith("🎉é.PPTX") || cut.endsWith("é🎉.PPTX") || cut.endsWith("é.PPTX")).toBe(true);
    expect(Buffer.from(cut).toString()).toBe(cut);
  });

  it("survives half a surrogate pair", () => {
    expect(cleanFileName("a\ud83d.pdf")).toBe("a\ufffd.pdf");
  });

  it("has the last ending as its extension, and a bare name has none", () => {
    expect(extensionOf("minutes.final.PDF")).toBe("pdf");
    expect(extensionOf("minutes")).toBe("");
    expect(extensionOf("minutes.")).toBe("");
    expect(extensionOf(".pdf")).toBe("");
    expect(extensionOf("on 3. March")).toBe("");
  });
});
