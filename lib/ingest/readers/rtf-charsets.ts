import iconv from "iconv-lite";

/** Windows code pages by the character set number of a font (RTF 1.9, `\fcharset`). */
const CODE_PAGE_BY_CHARSET: Record<number, number> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
const NAMES: Record<number, string> = {
  437: "cp437",
  850: "cp850",
  852: "cp852",
  866: "cp866",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  10007: "maccyrillic",
  65001: "utf-8",
};
const DEFAULT = "windows-1252";

/** The encoding of a code page by its number; Western European where it is not known. */
export function encodingOfCodePage(page: number): string {
  const name = NAMES[page] ?? `windows-${page}`;
  return iconv.encodingExists(name) ? name : DEFAULT;
}

/** The encoding of a font's character set, or null where that says nothing. */
export function encodingOfCharset(charset: number): string | null {
  const page = CODE_PAGE_BY_CHARSET[charset];
  return page === undefined ? null : encodingOfCodePage(page);
}

/** Bytes of a run of text in one encoding. */
export function decodeBytes(bytes: number[], encoding: string): string {
  return iconv.decode(Buffer.from(bytes), encoding);
}
