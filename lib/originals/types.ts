/** An original with its bytes read as text: the text that spans of fields index into. */
export type OriginalText = {
  id: string;
  text: string;
  mediaType: string;
  encoding: string;
  byteLength: number;
  /** Lower-case hexadecimal. */
  sha256: string;
  fileName: string | null;
  receivedVia: "paste" | "upload" | "api" | "command_line" | "demo" | "fetch";
  /** The address of a page that the archive fetched itself. */
  fetchedFrom: string | null;
  receivedAt: Date;
  receivedBy: string | null;
};

/** An original as it came. */
export type OriginalBytes = {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  /** Character set of the bytes, where they are text. */
  encoding: string;
  fileName: string | null;
};
