import { optionalLine } from "#base/fields.ts";

/** Longest description of a picture, in characters; the table holds the same. */
export const ALT_LENGTH = 500;

/** For the field beside a picture in any room's form. */
export const altField = optionalLine("The description of the picture", { max: ALT_LENGTH });
