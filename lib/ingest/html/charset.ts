const HEAD_BYTES = 8_192;

/** The character set that a page's first bytes declare, in `<meta>` or an XML declaration. */
export function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  const declared =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head);
  const charset = declared?.[1]?.toLowerCase();
  // As browsers do: a page whose bytes could be read this far is not in UTF-16, whatever it says.
  return charset?.startsWith("utf-16")
    ? "utf-8"
    : charset === "iso-8859-1"
      ? "windows-1252"
      : charset;
}
