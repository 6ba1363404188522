export type DayProps = {
  /** "2018-03-14", or "2018-03" where only the month is known. */
  iso: string;
};

/** A calendar day in long form: "March 14, 2018", or "March 2018". */
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

/** A calendar day, the same in every zone. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  const at = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  // The year is set apart, since Date.UTC takes the years 0 to 99 for the 1900s.
  at.setUTCFullYear(year ?? 0);
  const parts: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric", month: "long" };
  return new Intl.DateTimeFormat("en-US", day ? { ...parts, day: "numeric" } : parts).format(at);
}
