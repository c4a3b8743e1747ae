/** Reads `<meta>` and `<link>` of a page. */
import type { HtmlTree } from "./tree.ts";

export type MetaTags = {
  /** The values of a name (`og:title`, `author`), in order, blank ones left out. */
  get: (name: string) => string[];
  /** The address of a `<link rel>`. */
  link: (rel: string) => string | null;
};

/** Names are compared in small letters, whichever of `name`, `property`, `http-equiv` holds them. */
export function readMetaTags({ elements }: HtmlTree): MetaTags {
  const values = new Map<string, string[]>();
  const links = new Map<string, string>();
  for (const { name, attributes } of elements) {
    if (name === "meta") {
      const content = (attributes.content ?? attributes.value ?? "").trim();
      const names = [attributes.name, attributes.property, attributes["http-equiv"]];
      for (const each of new Set(names.map((written) => (written ?? "").trim().toLowerCase()))) {
        if (each === "" || content === "") continue;
        values.set(each, [...(values.get(each) ?? []).slice(0, 30), content]);
      }
    } else if (name === "link") {
      for (const rel of (attributes.rel ?? "").toLowerCase().split(/\s+/)) {
        if (attributes.href && !links.has(rel)) links.set(rel, attributes.href.trim());
      }
    }
  }
  return {
    get: (name) => values.get(name) ?? [],
    link: (rel) => links.get(rel) ?? null,
  };
}
