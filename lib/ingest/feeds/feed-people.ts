/** Who is named in a feed, in the ways that feeds write people. */
import type { XmlNode } from "../xml/xml-tree.ts";
import { childrenNamed } from "../xml/xml-text.ts";
import { lineOf } from "./feed-content.ts";

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const BY_NAME = [
  "author",
  "atom:author",
  "managingeditor",
  "dc:creator",
  "dc:author",
  "itunes:author",
];

/** The authors of an entry or a feed: each once, by name, or by address where there is no name. */
export function authorsOf(node: XmlNode): string[] {
  for (const name of BY_NAME) {
    const found = childrenNamed(node, name).flatMap((child) => personOf(child) ?? []);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/** A person's name; RSS writes `me@example.org (Ada Brook)`, Atom an element of its own. */
export function personOf(node: XmlNode): string | null {
  const [name] = childrenNamed(node, "atom:name", "name", "foaf:name", "rdf:description");
  if (name) return lineOf(name);
  const [email] = childrenNamed(node, "atom:email", "email");
  return email ? lineOf(email) : nameIn(lineOf(node));
}

function nameIn(written: string | null): string | null {
  const address = written === null ? null : EMAIL.exec(written);
  if (written === null || !address) return written;
  const name = written
    .replace(address[0], "")
    .replace(/(?:mailto:|[()<>[\]"])/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, "");
  return name === "" ? address[0] : name;
}
