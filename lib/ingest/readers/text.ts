import { decodeText } from "../decode.ts";
import type { Reader } from "../reader.ts";

/** Plain text: the bytes, decoded. */
export const readPlainText: Reader = (bytes, { charset }) => ({
  ...decodeText(bytes, charset),
  mediaType: "text/plain",
});

/** Markdown: the bytes, decoded; its marks are masked out when it is parsed. */
export const readMarkdown: Reader = (bytes, { charset }) => ({
  ...decodeText(bytes, charset),
  mediaType: "text/markdown",
});
