import { AppError } from "#lib/errors.ts";
import { unpack, type OriginalHint } from "#lib/ingest/pipeline-sources.ts";

export const WEB_ARCHIVE_TYPES = ["application/warc", "application/wacz"];

/** True for what is sent as a web archive, by its media type or its name. */
export function isSentAsWebArchive(mediaType: string, fileName = ""): boolean {
  return WEB_ARCHIVE_TYPES.includes(mediaType) || /\.(?:w?arc(?:\.gz)?|wacz)$/i.test(fileName);
}

/**
 * The only article in a web archive, with its address and day of capture. Throws `AppError`
 * "invalid_input" where there are more, and the reason where there is none.
 */
export async function readOnlyPage(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array } & OriginalHint> {
  const found = [];
  for await (const item of unpack(bytes)) {
    if (item.error) throw item.error;
    if (found.push(item) > 1) {
      throw new AppError(
        "invalid_input",
        "The web archive holds more than one article. Nothing was stored. Please send them one by one, or import it on the command line.",
      );
    }
  }
  const [{ bytes: page, hint }] = found as [(typeof found)[0]];
  return { ...hint, bytes: page };
}
