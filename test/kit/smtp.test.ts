import { createTransport } from "nodemailer";
import { afterEach, describe, expect, it } from "vitest";
import { startSmtp, type ThrowAwaySmtp } from "./smtp.ts";

describe("the mail server of the tests", () => {
  let smtp: ThrowAwaySmtp;
  afterEach(() => smtp.stop());

  const mail = {
    from: "a@example.org",
    to: "b@example.org",
    bcc: "c@example.org",
    subject: "Grüße",
    text: "Hello ☺",
  };

  it("keeps what it was sent, with the envelope's recipients", async () => {
    smtp = await startSmtp();
    const found = smtp.waitFor((each) => each.subject === "Grüße");
    await createTransport(smtp.url).sendMail(mail);
    expect(await found).toMatchObject({ text: "Hello ☺\n", recipients: ["b@example.org", "c@example.org"] });
  });

  it("refuses as often as it is told, with the code it is told", async () => {
    smtp = await startSmtp();
    smtp.failNext(1, 421);
    await expect(createTransport(smtp.url).sendMail(mail)).rejects.toMatchObject({ responseCode: 421 });
    await createTransport(smtp.url).sendMail(mail);
    expect(smtp.messages).toHaveLength(1);
  });

  it("says what came instead when the awaited mail does not", async () => {
    smtp = await startSmtp();
    await createTransport(smtp.url).sendMail(mail);
    await expect(smtp.waitFor((each) => each.subject === "Other", 50)).rejects.toThrow(
      '"Grüße" to b@example.org',
    );
  });
});
