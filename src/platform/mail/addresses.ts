import addressparser from "nodemailer/lib/addressparser";

/** The people in a list of recipients as mail programs write it: `"Lee, Ann" <ann@example.org>; bo@example.org`. */
export function recipientsIn(text: string): { name: string; address: string }[] {
  // Mail programs part recipients by semicolons or by lines; the standard knows commas alone.
  const line = text.replace(/>\s*[;\n]+/g, ">, ").replace(/\s*\r?\n\s*/g, ", ");
  return addressparser(line, { flatten: true }).map(({ name, address }) => ({
    name: name.trim(),
    address: address.trim(),
  }));
}
