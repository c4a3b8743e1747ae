/** The items of a NewsML-G2 message, each as an XML file of its own. */
import { escapeAttribute } from "entities";
import { AppError } from "#lib/errors.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { streamXml, type XmlNode } from "../xml/xml-tree.ts";
import { failedItem, type UnpackedItem, type UnpackHint } from "./unpacked-item.ts";

/** Each `newsItem` as it stands, with the namespaces it had from what was around it. */
export function* newsMessageItems(
  bytes: Uint8Array,
  { charset }: UnpackHint,
  path: string,
): Generator<UnpackedItem> {
  const { text } = decodeXml(bytes, charset);
  let count = 0;
  for (const node of streamXml(text, ({ name }) => name === "newsitem")) {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${standalone(text, node)}`;
    const hint = { mediaType: "application/xml", charset: "utf-8" };
    yield { bytes: Buffer.from(xml, "utf8"), hint, path: `${path}#${++count}` };
  }
  if (count === 0) yield failedItem(noItems(), path);
}

function standalone(text: string, node: XmlNode): string {
  const inherited: Record<string, string> = {};
  for (let at = node.parent; at; at = at.parent) {
    for (const [name, value] of Object.entries(at.attributes))
      if (/^xmlns\b|^xml:lang$/.test(name) && !(name in node.attributes)) inherited[name] ??= value;
  }
  const attributes = Object.entries(inherited)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
  const source = text.slice(node.start, node.end);
  const nameEnd = 1 + node.written.length;
  return source.slice(0, nameEnd) + attributes + source.slice(nameEnd);
}

function noItems(): AppError {
  return new AppError(
    "invalid_input",
    "The message holds no news item with a text. Nothing was stored. Please check the file.",
  );
}
