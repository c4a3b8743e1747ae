import { decodeText } from "../decode.ts";

const DECLARATION = /^[\s\uFEFF]{0,100}<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const HEAD_BYTES = 400;

/**
 * The text of an XML file, decoded as `decodeText` does; where the charset was not given with the file,
 * by the encoding that its declaration names.
 */
export function decodeXml(bytes: Uint8Array, charset?: string): ReturnType<typeof decodeText> {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  return decodeText(bytes, charset ?? DECLARATION.exec(head.replace(/^ï»¿/, ""))?.[1]);
}
