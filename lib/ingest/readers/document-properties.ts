import type { DocumentProperties } from "../running-text.ts";
import { walkXml } from "./markup-walk.ts";

const PROPERTY_BY_ELEMENT: Record<string, keyof DocumentProperties> = {
  "dc:title": "title",
  "dc:creator": "author",
  "meta:initial-creator": "author",
  "dcterms:created": "created",
  "meta:creation-date": "created",
};

/**
 * Title, author and day of making from `docProps/core.xml` of Word, `meta.xml` of OpenDocument or the
 * package of a book, which has the last under another name.
 */
export function readProperties(
  xml: string,
  more: Record<string, keyof DocumentProperties> = {},
): DocumentProperties {
  const names = { ...PROPERTY_BY_ELEMENT, ...more };
  const properties: DocumentProperties = {};
  let current: keyof DocumentProperties | undefined;
  walkXml(xml, {
    open(name) {
      const property = names[name];
      // The first who is named wrote it; the others changed it.
      current = property && properties[property] === undefined ? property : undefined;
    },
    close() {
      current = undefined;
    },
    text(data) {
      if (current) properties[current] = (properties[current] ?? "") + data;
    },
  });
  return properties;
}
