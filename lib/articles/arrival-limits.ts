/** Files read at once. */
export const MAX_FILES = 20;
/** A little under what a server action's body may have (next.config.js), for what surrounds the files. */
export const MAX_TOTAL_BYTES = 5.5 * 1024 * 1024;
