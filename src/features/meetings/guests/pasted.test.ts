import { expect, test } from "vitest";
import { readPasted } from "./pasted.ts";

test("recipients of an e-mail are read, with names turned the right way round", () => {
  expect(
    readPasted(
      '"Lee, Ann" <Ann@Lee.example>; Bo O’Brien <bo@shop.example>, plain@addr.example; Cole, Dana <dana@cole.example>',
    ),
  ).toEqual([
    { name: "Ann Lee", email: "ann@lee.example", company: "" },
    { name: "Bo O’Brien", email: "bo@shop.example", company: "" },
    { name: "", email: "plain@addr.example", company: "" },
    { name: "Dana Cole", email: "dana@cole.example", company: "" },
  ]);
});

test("lines and cells of a spreadsheet are read: name, company, address", () => {
  expect(
    readPasted(
      "Ann Lee, Lee Milling, ann@lee.example\nNoor Haddad\tHaddad Steel\tnoor@steel.example\n\nOnly Name\n;;",
    ),
  ).toEqual([
    { name: "Ann Lee", email: "ann@lee.example", company: "Lee Milling" },
    { name: "Noor Haddad", email: "noor@steel.example", company: "Haddad Steel" },
    { name: "Only Name", email: null, company: "" },
  ]);
});

test("who stands there twice is one person", () => {
  expect(readPasted("a@b.example\nA B <A@b.example>")).toHaveLength(1);
});
