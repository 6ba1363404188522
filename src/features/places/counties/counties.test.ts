import { expect, test } from "vitest";
import { allStates } from "../states.ts";
import { allCounties, countiesOf, countyByFips, presentCounties } from "./counties.ts";
import { findCounties } from "./find.ts";
import { FORMER } from "./former.ts";
import { parseCounties, parseCounty } from "./parse.ts";
import { countyLabel, countyListWords, countyWords } from "./words.ts";

const fullName = (fips: string) => countyByFips(fips)?.fullName;
const refusal = (text: string, state?: string) => {
  const answer = parseCounty(text, state);
  return answer.ok ? `taken as ${countyLabel(answer.value)}` : answer.problems.county!.join(" ");
};
const taken = (text: string, state?: string) => {
  const answer = parseCounty(text, state);
  return answer.ok ? answer.value.fips : answer.problems.county;
};

test("the 2023 atlas has 3,233 counties and their likes, each with a code and a full name of its own", () => {
  const counties = allCounties();
  expect(counties).toHaveLength(3233);
  expect(new Set(counties.map(({ fips }) => fips)).size).toBe(3233);
  expect(new Set(counties.map(countyLabel)).size).toBe(3233);
  for (const { fips } of counties) expect(fips).toMatch(/^\d{5}$/);
  for (const { code, name } of allStates()) expect(countiesOf(code).length, name).toBeGreaterThan(0);
  expect(countiesOf("ne")).toHaveLength(93);
});

test("each is called what it is called where it lies", () => {
  expect(fullName("31109")).toBe("Lancaster County");
  expect(fullName("22073")).toBe("Ouachita Parish");
  expect(fullName("02122")).toBe("Kenai Peninsula Borough");
  expect(fullName("02195")).toBe("Petersburg Borough");
  expect(fullName("02063")).toBe("Chugach Census Area");
  expect(fullName("02020")).toBe("Anchorage Municipality");
  expect(fullName("02110")).toBe("Juneau City and Borough");
  expect(fullName("09110")).toBe("Capitol Planning Region");
  expect(fullName("72127")).toBe("San Juan Municipio");
  expect(fullName("78010")).toBe("St. Croix Island");
  expect(fullName("60010")).toBe("Eastern District");
  expect(fullName("11001")).toBe("District of Columbia");
  expect(fullName("66010")).toBe("Guam");
});

test("an independent city is told from the county of its name", () => {
  expect([fullName("24005"), fullName("24510")]).toEqual(["Baltimore County", "Baltimore city"]);
  expect([fullName("29189"), fullName("29510")]).toEqual(["St. Louis County", "St. Louis city"]);
  expect([fullName("51059"), fullName("51600")]).toEqual(["Fairfax County", "Fairfax city"]);
  expect(fullName("51095")).toBe("James City County");
  expect(fullName("32510")).toBe("Carson City");
});

test("a list of counties reads as a sentence has it, in the words of each state", () => {
  expect(countyListWords(["48061", "48215", "48427", "48489"])).toBe(
    "Cameron, Hidalgo, Starr and Willacy Counties, Texas",
  );
  expect(countyListWords(["22073"])).toBe("Ouachita Parish, Louisiana");
  expect(countyListWords(["51059", "51013", "51510", "51610", "24031", "11001"])).toBe(
    "Fairfax and Arlington Counties and the cities of Alexandria and Falls Church, Virginia; Montgomery County, Maryland; District of Columbia",
  );
  expect(countyListWords(["99999", "31109", "31109"])).toBe("Lancaster County, Nebraska");
  expect(countyListWords([])).toBe("");
});

test("a county is taken by its code, its name with its state, or its name within a state", () => {
  for (const text of ["31109", "Lancaster, NE", "lancaster county, nebraska", "31109 Lancaster"]) {
    expect(taken(text), text).toBe("31109");
  }
  expect(taken(" Lancaster ", "ne")).toBe("31109");
  expect(taken("St Louis city", "mo")).toBe("29510");
  expect(taken("Saint Louis County, MO")).toBe("29189");
  expect(taken("City of Alexandria", "va")).toBe("51510");
  expect(taken("Ouachita County", "la")).toBe("22073");
  expect(taken("La Salle", "la")).toBe("22059");
  expect(taken("Dona Ana, NM")).toBe("35013");
});

test("every county is understood by the words that a form shows for it", () => {
  for (const county of allCounties()) expect(taken(countyLabel(county))).toBe(county.fips);
  // Bedford is a county still, and its name means that; its city's code is understood.
  for (const { fips } of FORMER.filter(({ fips }) => fips !== "51515")) {
    expect(taken(countyLabel(countyByFips(fips)!)), fips).toBe(fips);
  }
});

test("an unknown code says what a code looks like, and where a zero was lost", () => {
  expect(refusal("99999")).toContain("“99999” is no county’s FIPS code. It has five digits");
  expect(refusal("31999")).toContain("begins like a county of Nebraska");
  expect(refusal("6001")).toBe(
    "“6001” has four digits. Spreadsheets drop a leading zero; 06001 is Alameda County, California.",
  );
  expect(refusal("")).toContain("A county is needed");
});

test("a county of another state is refused with its own state named", () => {
  expect(refusal("42011", "ne")).toBe("42011 is Berks County, Pennsylvania, not a county of Nebraska.");
  expect(refusal("Berks", "ne")).toBe(
    "Nebraska has no county called “Berks”. There is Berks County, Pennsylvania.",
  );
  expect(refusal("Lancaster, PA", "ne")).toContain("in Pennsylvania, not in Nebraska");
  expect(refusal("Lancaster, XX")).toContain("“XX” is no state");
});

test("a name that several have is asked back", () => {
  expect(refusal("St. Louis", "mo")).toBe(
    "“St. Louis” may be St. Louis County (29189) or St. Louis city (29510) in Missouri. Write which one.",
  );
  expect(refusal("Lancaster")).toBe(
    "“Lancaster” is found in Nebraska, Pennsylvania, South Carolina and Virginia. Add the state: “Lancaster County, NE”.",
  );
});

test("a whole list is taken at once, or every line that cannot be is named", () => {
  expect(parseCounties("Lancaster\r\nSaunders County\n31109\n", { states: ["ne"] })).toEqual({
    ok: true,
    value: ["31109", "31155"],
  });
  expect(parseCounties(["53011", "Multnomah", "Lane"], { states: ["or", "wa"] })).toEqual({
    ok: true,
    value: ["53011", "41051", "41039"],
  });
  expect(parseCounties("Lancaster, NE\nNowhere\n99999", { field: "counties" })).toEqual({
    ok: false,
    problems: {
      counties: [
        "No county is called “Nowhere”. Check its spelling, or give its FIPS code.",
        expect.stringContaining("“99999”"),
      ],
    },
  });
  expect(parseCounties("Berks, PA", { states: ["or", "wa"] })).toEqual({
    ok: false,
    problems: {
      county: ["Berks County, Pennsylvania is in none of this list’s states: Oregon, Washington."],
    },
  });
  expect(parseCounties("")).toEqual({ ok: true, value: [] });
});

test("Connecticut's old counties are taken, told as such, and drawn as the planning regions that hold most of them", () => {
  expect(taken("09001")).toBe("09001");
  expect(taken("Fairfield", "ct")).toBe("09001");
  expect(taken("Western Connecticut", "ct")).toBe("09190");
  expect(countyWords(countyByFips("09001")!)).toBe("Fairfield County, Connecticut (until 2022)");
  expect(countyListWords(["09001", "09190"])).toBe(
    "Fairfield County (until 2022) and Western Connecticut Planning Region, Connecticut",
  );
  expect(presentCounties(["09001", "09009"])).toEqual(["09190", "09120", "09170", "09140"]);
  expect(presentCounties(["09003", "09013", "09110"])).toEqual(["09110"]);
  expect(countiesOf("ct").some(({ fips }) => fips === "09001")).toBe(false);
});

test("other codes of the recent past lead to today's", () => {
  expect(presentCounties(["02261", "46113", "51515", "nothing"])).toEqual([
    "02066",
    "02063",
    "46102",
    "51019",
  ]);
  for (const { now } of FORMER) for (const fips of now) expect(countyByFips(fips)?.until).toBeUndefined();
  expect(taken("Bedford", "va")).toBe("51019");
});

test("while somebody types, the nearest names come first", () => {
  const labels = (typed: string) => findCounties(typed, 3).map(countyLabel);
  expect(labels("lancaster ne")).toEqual(["Lancaster County, NE"]);
  expect(labels("st lou")[0]).toContain("St. Louis");
  expect(labels("baltimore city")).toEqual(["Baltimore city, MD"]);
  expect(labels("dona")).toEqual(["Doña Ana County, NM"]);
  expect(labels("31109")).toEqual(["Lancaster County, NE"]);
  expect(labels("zzzz")).toEqual([]);
  expect(labels("")).toEqual([]);
});
