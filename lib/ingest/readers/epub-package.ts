import path from "node:path";
import { decodeText } from "../decode.ts";
import type { DocumentProperties } from "../running-text.ts";
import { readProperties } from "./document-properties.ts";
import { walkXml } from "./markup-walk.ts";

export type EpubPackage = {
  /** The names of the parts that hold its text, in reading order, those that are there. */
  spine: string[];
  properties: DocumentProperties;
};

/** The name of the package document that a container names, or blank. */
export function rootFileOf(container: string): string {
  let name = "";
  walkXml(container, {
    open(element, attributes) {
      if (/(?:^|:)rootfile$/.test(element)) name ||= attributes["full-path"] ?? "";
    },
    close() {},
    text() {},
  });
  return name;
}

/** Spine and properties of a book (EPUB 2 and 3); where the container names no package, the one there is. */
export function readPackage(parts: Map<string, Uint8Array>, named: string): EpubPackage {
  const name = parts.has(named) ? named : ([...parts.keys()].find(isPackage) ?? "");
  const part = parts.get(name);
  const xml = part ? decodeText(part).text.replace(/^\uFEFF/, "") : "";
  const folder = path.posix.dirname(name);
  const hrefs = new Map<string, string>();
  const spine: string[] = [];
  walkXml(xml, {
    open(element, { id = "", href = "", idref = "", properties = "", linear = "yes" }) {
      const local = element.replace(/^.*:/, "");
      // The list of contents is no chapter.
      if (local === "item" && !/\bnav\b/.test(properties)) hrefs.set(id, toPartName(folder, href));
      const target = local === "itemref" && linear !== "no" ? hrefs.get(idref) : undefined;
      if (target && parts.has(target)) spine.push(target);
    },
    close() {},
    text() {},
  });
  return { spine: [...new Set(spine)], properties: readProperties(xml, { "dc:date": "created" }) };
}

function isPackage(name: string): boolean {
  return name.endsWith(".opf");
}

function toPartName(folder: string, href: string): string {
  const plain = href.replace(/#.*$/, "");
  try {
    return path.posix.join(folder, decodeURIComponent(plain));
  } catch {
    return path.posix.join(folder, plain);
  }
}
