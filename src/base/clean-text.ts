// Controls other than tab and newline, the byte order mark, interlinear marks and noncharacters: nobody types them.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/g;
const astralNoncharacter =
  /[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/gu;
// Overrides and isolates reach past their own words and can make a sentence read as another one. The single
// marks (U+200E, U+200F, U+061C) stay: writers of Arabic and Hebrew need them, and they reach nothing else.
const reachingDirection = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of several lines as it is stored: composed (NFC), newlines as `\n`, no control characters but newline and
 * tab, no directional overrides, and U+FFFD in place of half a surrogate pair. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\r\n?|[\f\u0085\u2028\u2029]/g, "\n")
    .replace(invisible, "")
    .replace(astralNoncharacter, "")
    .replace(reachingDirection, "")
    .normalize("NFC");
}

/** Text of one line: clean, every stretch of white space a single space, none at either end. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
