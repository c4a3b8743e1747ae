/** Whom and what a text names that the archive does not know: who reads a draft may want to add them. */
import { findNames, type NamedSpan } from "#lib/language/names.ts";
import { spansBetween } from "#lib/text/spans-between.ts";
import type { Understanding } from "./gazetteer.ts";
import type { Span } from "./types.ts";

export type UnknownName = { name: string; type: NamedSpan["type"]; spans: Span[] };

/**
 * Names in a body that are nobody's among its mentions (in order, without overlap), each once with
 * all its places, in the order of the text. It takes about as long as all else of understanding.
 */
export function listUnknownNames(body: string, mentions: Understanding["mentions"]): UnknownName[] {
  const known = new Map<string, UnknownName>();
  for (const { start, end, type } of findNames(body)) {
    if (spansBetween(mentions, { start, end }, ({ span }) => span).length > 0) continue;
    const name = body.slice(start, end).replace(/\s+/g, " ");
    const entry = known.get(name) ?? { name, type, spans: [] };
    entry.spans.push({ start, end });
    known.set(name, entry);
  }
  return [...known.values()];
}
