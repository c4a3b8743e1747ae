import { buildTree } from "./build-tree.ts";
import { textOf } from "./tree.ts";

/** A text that may hold tags and character references, as values in a page's data do, without them. */
export function toUntagged(text: string): string {
  if (!/[<&]/.test(text)) return text.trim();
  // Twice, since references are often escaped twice.
  const once = textOf(buildTree(text).root);
  return (/&(?:#\w+|\w+);/.test(once) ? textOf(buildTree(once).root) : once).trim();
}
