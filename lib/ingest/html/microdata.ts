/** Reads schema.org values that are marked in the page itself: microdata, and RDFa in its place. */
import { marksOf, textOf, type ElementNode, type HtmlTree } from "./tree.ts";

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

/** Every marked value, in order: `itemprop`, or `property` with a schema.org name. */
export function readMicrodata({ elements }: HtmlTree): MarkedValue[] {
  return elements.flatMap((element) => {
    const written = element.attributes.itemprop ?? schemaProperty(element) ?? "";
    return written
      .split(/\s+/)
      .filter((property) => property !== "")
      .map((property) => ({ property, element, value: valueOf(element) }));
  });
}

/** The values of one property, those within an advertisement or a teaser left out. */
export function valuesOfProperty(values: readonly MarkedValue[], property: string): MarkedValue[] {
  return values.filter((each) => each.property === property && each.value !== "");
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
  return textOf(element).trim().slice(0, MAX_VALUE_LENGTH);
}

/** True within something that is described by itself and is no part of the article. */
export function isInOtherItem(element: ElementNode): boolean {
  return /comment|related|recommend|teaser|promo/.test(marksOf(element));
}
