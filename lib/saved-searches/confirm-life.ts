export const CONFIRM_LIFE_HOURS = 48;
/** For how long the link in a first mail can be used. */
export const CONFIRM_LIFE_MS = CONFIRM_LIFE_HOURS * 60 * 60_000;
