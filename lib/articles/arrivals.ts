import { MAX_FILES } from "#lib/articles/arrival-limits.ts";
import { AppError } from "#lib/errors.ts";

const PASTED = "Pasted text";

/** Something that a form brings in, by the name that people know it by. */
export type Arrival =
  | { name: string; receivedVia: "paste" | "upload"; file: Blob }
  /** The name is the address of a page to be fetched. */
  | { name: string; receivedVia: "fetch" };

/**
 * What a form brings in: the pasted text, if any, then the page of an address, then each chosen
 * file. Throws `AppError` "invalid_input" for nothing at all, "payload_too_large" for more files
 * than are read at once.
 */
export function listArrivals(form: FormData): Arrival[] {
  const files = form.getAll("files").filter((file) => file instanceof File && isChosen(file));
  if (files.length > MAX_FILES) {
    throw new AppError(
      "payload_too_large",
      `These are ${files.length} files; at most ${MAX_FILES} are read at once. Nothing was stored.`,
    );
  }
  const uploads = files.map((file) => {
    return { name: (file as File).name, file: file as File, receivedVia: "upload" as const };
  });
  const arrivals = [...pastedText(form), ...pageToFetch(form), ...uploads];
  if (arrivals.length > 0) return arrivals;
  throw new AppError(
    "invalid_input",
    "There is nothing to archive yet. Paste a text, give an address or choose files.",
  );
}

function pastedText(form: FormData): Arrival[] {
  const text = form.get("text");
  if (typeof text !== "string" || text.trim() === "") return [];
  // Browsers send line breaks as CRLF.
  const file = new Blob([text.replaceAll("\r\n", "\n")], { type: "text/plain" });
  return [{ name: PASTED, file, receivedVia: "paste" }];
}

function pageToFetch(form: FormData): Arrival[] {
  const address = form.get("address");
  if (typeof address !== "string" || address.trim() === "") return [];
  return [{ name: address.trim(), receivedVia: "fetch" }];
}

/** An input without a file is sent as an empty one: without a name, or by React as `undefined`. */
function isChosen({ name, size }: File): boolean {
  return size > 0 || (name !== "" && name !== "undefined");
}
