import { describe, expect, it } from "vitest";
import { SendingForm, sendTime } from "./forms.ts";

const ZONE = "America/Chicago";

function planned(form: { when: string; at?: string; occurrence?: string }, now: string) {
  const time = sendTime(SendingForm.parse(form), ZONE, new Date(now));
  return time.ok ? (time.value?.toISOString() ?? "now") : time.problems;
}

describe("when letters go out", () => {
  it("five in the afternoon is what clocks there show, the day before they change and the day they do", () => {
    expect(planned({ when: "five" }, "2026-10-31T15:00:00Z")).toBe("2026-10-31T22:00:00.000Z");
    expect(planned({ when: "five" }, "2026-11-01T15:00:00Z")).toBe("2026-11-01T23:00:00.000Z");
    expect(planned({ when: "five" }, "2026-03-07T15:00:00Z")).toBe("2026-03-07T23:00:00.000Z");
    expect(planned({ when: "five" }, "2026-03-08T15:00:00Z")).toBe("2026-03-08T22:00:00.000Z");
  });

  it("five o’clock is past at six", () => {
    expect(planned({ when: "five" }, "2026-06-04T23:30:00Z")).toHaveProperty("when");
  });

  it("a time that comes twice asks which, and one that there is not names the next", () => {
    const twice = { when: "chosen", at: "2026-11-01T01:30" };
    expect(planned(twice, "2026-10-31T15:00:00Z")).toHaveProperty("occurrence");
    expect(planned({ ...twice, occurrence: "second" }, "2026-10-31T15:00:00Z")).toBe(
      "2026-11-01T07:30:00.000Z",
    );
    expect(planned({ when: "chosen", at: "2026-03-08T02:30" }, "2026-03-01T15:00:00Z")).toMatchObject({
      at: [expect.stringContaining("clocks go forward")],
    });
  });

  it("nothing is planned for the past, or for next year", () => {
    expect(planned({ when: "chosen", at: "2026-06-01T09:00" }, "2026-06-04T15:00:00Z")).toHaveProperty("at");
    expect(planned({ when: "chosen", at: "2027-06-01T09:00" }, "2026-06-04T15:00:00Z")).toHaveProperty("at");
  });
});
