type StoredBytes = {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  /** Character set of the bytes, where they are text. */
  encoding: string;
  fileName: string | null;
};

/** Nothing runs, nothing is loaded, nothing is sent: not from what came from outside. */
const SANDBOX = "sandbox; default-src 'none'";
/** As above, and the page may wear what it brings along itself. */
const SANDBOXED_PAGE = `${SANDBOX}; style-src 'unsafe-inline'; img-src data:; font-src data:`;

/**
 * An original as it came, for a browser: text as plain text, a web page as such only where
 * `isRendered`, in a sandbox without scripts or network, and everything else to be saved.
 */
export function originalResponse(
  { bytes, mediaType, encoding, fileName }: StoredBytes,
  { isRendered }: { isRendered: boolean },
): Response {
  const isPage = isRendered && mediaType === "text/html";
  const isText = mediaType.startsWith("text/");
  const shownAs = isPage ? "text/html" : "text/plain";
  const name = encodeURIComponent(fileName ?? "original");
  return new Response(bytes, {
    headers: {
      "Content-Type": isText ? `${shownAs}; charset=${encoding}` : "application/octet-stream",
      "Content-Disposition": `${isText ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "Content-Security-Policy": isPage ? SANDBOXED_PAGE : SANDBOX,
      "X-Robots-Tag": "noindex",
    },
  });
}
