/** How often one network may open the pages that are made afresh for nearly each who asks. */
import { AppError } from "#lib/errors.ts";
import { countRequest } from "#lib/http/rate-limit.ts";

/** Each is several searches, or is looked up by a secret that could be guessed. */
const LIMITED_PAGE = /^\/(?:search\/compare|saved)(?:[/?]|$)/;

/**
 * The refusal of a page where its network has asked for too many, of these or of the API; else null.
 * `url` is the path and query as asked for; throws `URIError` where it cannot be decoded.
 */
export async function limitPage(url: string, clientAddress: string): Promise<AppError | null> {
  if (!LIMITED_PAGE.test(decodeURI(url))) return null;
  try {
    await countRequest("network", clientAddress);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
