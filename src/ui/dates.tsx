export type DayProps = {
  /** "2018-03-14", "2018-03" where only the month is known, or "2018". */
  iso: string;
};

/** A calendar day in long form: "March 14, 2018", "March 2018" or "2018". */
export function Day({ iso }: DayProps) {
  return <time datetime={iso}>{longDate(iso)}</time>;
}

export type MomentProps = {
  at: Date;
  /** IANA name of the zone to tell it in: "America/Denver". */
  zone: string;
};

/** A moment with its zone: "March 14, 2018 at 9:30 AM MDT". */
export function Moment({ at, zone }: MomentProps) {
  const words = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  return <time datetime={at.toISOString()}>{words.format(at)}</time>;
}

const forms = {
  day: new Intl.DateTimeFormat("en-US", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" }),
  month: new Intl.DateTimeFormat("en-US", { timeZone: "UTC", year: "numeric", month: "long" }),
};

/** A calendar day, the same in every zone; a month or a year where no more is known. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (!month) return iso;
  const at = new Date(Date.UTC(2000, month - 1, day ?? 1));
  // The year is set apart, since Date.UTC takes the years 0 to 99 for the 1900s.
  at.setUTCFullYear(year ?? 0);
  return forms[day ? "day" : "month"].format(at);
}
