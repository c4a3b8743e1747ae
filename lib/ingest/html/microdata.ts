/** Reads schema.org values that are marked in the page itself: microdata, and RDFa in its place. */
import { isUnseen, textOf, type ElementNode, type HtmlTree } from "./tree.ts";

export type MarkedValue = { property: string; value: string; element: ElementNode };

const ATTRIBUTE_OF: Record<string, string> = {
  meta: "content",
  time: "datetime",
  data: "value",
  link: "href",
  a: "href",
  img: "src",
};
const MAX_VALUE_LENGTH = 2_000;
const MAX_VALUES = 2_000;
const READ = /^(?:author|creator|name|headline|datePublished|dateCreated|dateModified)$/i;

/** The marked values of the properties that are read, in order: `itemprop`, or `property` with a schema.org name. */
export function readMicrodata({ elements }: HtmlTree): MarkedValue[] {
  const values: MarkedValue[] = [];
  for (const element of elements) {
    const written = element.attributes.itemprop ?? schemaProperty(element) ?? "";
    if (written === "") continue;
    const properties = written.split(/\s+/).filter((property) => READ.test(property));
    if (properties.length === 0) continue;
    const value = valueOf(element);
    for (const property of properties) values.push({ property, element, value });
    if (values.length >= MAX_VALUES) break;
  }
  return values;
}

function schemaProperty({ attributes, name }: ElementNode): string | null {
  const property = attributes.property ?? "";
  if (name === "meta" && property.includes(":")) return null;
  return /^(?:schema:)?[a-z]\w+$/i.test(property) ? property.replace(/^schema:/, "") : null;
}

function valueOf(element: ElementNode): string {
  const { attributes, name } = element;
  const written = attributes.content ?? attributes[ATTRIBUTE_OF[name] ?? ""];
  if (written !== undefined && name !== "a") return written.trim();
  return textOf(element, isUnseen, MAX_VALUE_LENGTH).trim();
}
