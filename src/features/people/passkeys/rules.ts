/** More devices than this nobody signs in with. */
export const MOST_PASSKEYS = 10;
