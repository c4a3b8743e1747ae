/** What one source may hold: far above any honest one, far below what harms. */
import { AppError } from "#lib/errors.ts";

/** Files in one archive. */
export const MAX_ARCHIVE_ENTRIES = 200_000;
/** Of all files of an archive together, unpacked; they are never held at once. */
export const MAX_UNPACKED_BYTES = 16 * 1024 ** 3;
/** Unpacked bytes to packed ones, once there are more than `RATIO_COUNTS_FROM_BYTES`. */
export const MAX_RATIO = 150;
export const RATIO_COUNTS_FROM_BYTES = 32 * 1024 ** 2;
/** An archive in an archive; a gzipped file counts as one. */
export const MAX_NESTING = 2;
/** What has to be in memory whole: a feed, a JSON document, a file in an archive. */
export const MAX_WHOLE_BYTES = 100 * 1024 ** 2;
/** A ZIP is read from its end, so it has to be in memory whole too. */
export const MAX_ZIP_BYTES = 1024 ** 3;

/** Why a source is read no further; what came before stays good. */
export function tooMuch(why: string): AppError {
  return new AppError(
    "payload_too_large",
    `${why} What stood before was read; the rest was left out. Please split it, or check that it is what it should be.`,
  );
}
