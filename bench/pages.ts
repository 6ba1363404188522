import { WORD_IN_ALL, WORD_IN_THREE, WORD_MISTYPED } from "./prose.ts";

export interface Page {
  name: string;
  /** Addresses that cost the same; the first stands for all where one is enough. */
  paths: string[];
  /** Shows more on a larger site, so that its costs are told and not compared. */
  growing?: true;
}

const SOME_STATES = ["co", "pa", "ne", "tx", "wa", "me", "ga", "mi"];
const SOME_SECTORS = ["healthcare", "manufacturing", "energy", "finance"];

/** The pages that are held against a bare server. */
export function readingPages(permalinks: string[]): Page[] {
  return [
    { name: "list of happenings", paths: ["/happenings"] },
    { name: "a happening", paths: permalinks },
    { name: "state page", paths: SOME_STATES.map((code) => `/states/${code}`) },
    { name: "Atom feed", paths: ["/happenings.atom"] },
  ];
}

/** The pages whose cost must not grow with the site. */
export function growingPages(permalinks: string[]): Page[] {
  const filtered = SOME_STATES.flatMap((state) =>
    SOME_SECTORS.map((sector) => `/happenings?state=${state}&sector=${sector}`),
  );
  return [
    ...readingPages(permalinks),
    { name: "home page", paths: ["/"] },
    { name: "sector page", paths: SOME_SECTORS.map((sector) => `/sectors/${sector}`) },
    { name: "list by state", paths: SOME_STATES.map((state) => `/happenings?state=${state}`) },
    {
      name: "list by sector and topic",
      paths: SOME_SECTORS.map((sector) => `/happenings?sector=${sector}&topic=launches`),
    },
    {
      name: "list by two sectors and two kinds",
      paths: ["/happenings?sector=energy&sector=finance&kind=news&kind=video"],
    },
    { name: "list by state and sector (few at first)", paths: filtered, growing: true },
    {
      name: "list by state, sector, topic and kind (few at first)",
      paths: filtered.map((path) => `${path}&topic=launches&kind=news`),
      growing: true,
    },
    { name: "third page", paths: ["/happenings?page=3"] },
    {
      name: "third page of a sector",
      paths: SOME_SECTORS.map((sector) => `/happenings?sector=${sector}&page=3`),
    },
    { name: "feed of a sector", paths: SOME_SECTORS.map((sector) => `/happenings.atom?sector=${sector}`) },
  ];
}

export function searches(): Page[] {
  const pages = (word: string) => [`/search?q=${word}`];
  return [
    { name: "search, a word in every happening", paths: pages(WORD_IN_ALL) },
    { name: "search, a word in three", paths: pages(WORD_IN_THREE) },
    { name: "search, a mistyped word", paths: pages(WORD_MISTYPED) },
    { name: "search, two words", paths: pages(`${WORD_IN_ALL}+hospital`) },
    { name: "search as one types", paths: pages(WORD_IN_ALL.slice(0, 4)) },
    {
      name: "list by word and state",
      paths: SOME_STATES.map((state) => `/happenings?state=${state}&q=${WORD_IN_ALL}`),
    },
  ];
}
