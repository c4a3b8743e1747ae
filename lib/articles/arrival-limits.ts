/** Files read at once. */
export const MAX_FILES = 20;
/** A little under what a server action's body may have (next.config.js), for what surrounds the files. */
export const MAX_TOTAL_BYTES = 5.5 * 1024 * 1024;
/** Of a feed, a table or an archive: what one answer can tell about. Longer ones become a batch. */
export const MAX_ARTICLES_PER_FILE = 200;
