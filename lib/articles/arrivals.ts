import { MAX_FILES } from "#lib/articles/arrival-limits.ts";
import { AppError } from "#lib/errors.ts";

const PASTED = "Pasted text";

export type Arrival = { name: string; file: Blob; receivedVia: "paste" | "upload" };

/**
 * What a form brings in: the pasted text, if any, then each chosen file. Throws `AppError`
 * "invalid_input" for nothing at all, "payload_too_large" for more files than are read at once.
 */
export function listArrivals(form: FormData): Arrival[] {
  const text = form.get("text");
  // Browsers send line breaks as CRLF.
  const pasted = typeof text === "string" ? text.replaceAll("\r\n", "\n") : "";
  const files = form.getAll("files").filter((file) => file instanceof File && isChosen(file));
  if (pasted.trim() === "" && files.length === 0) {
    throw new AppError(
      "invalid_input",
      "There is nothing to archive yet. Paste a text or choose files.",
    );
  }
  if (files.length > MAX_FILES) {
    throw new AppError(
      "payload_too_large",
      `These are ${files.length} files; at most ${MAX_FILES} are read at once. Nothing was stored.`,
    );
  }
  return [
    ...(pasted.trim() === ""
      ? []
      : [
          {
            name: PASTED,
            file: new Blob([pasted], { type: "text/plain" }),
            receivedVia: "paste" as const,
          },
        ]),
    ...files.map((file) => ({
      name: (file as File).name,
      file: file as File,
      receivedVia: "upload" as const,
    })),
  ];
}

/** An input without a file is sent as an empty one: without a name, or by React as `undefined`. */
function isChosen({ name, size }: File): boolean {
  return size > 0 || (name !== "" && name !== "undefined");
}
