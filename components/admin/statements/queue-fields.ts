import type { ReviewQuery } from "#lib/statements/schema-review.ts";

/** Hidden fields that tell an action in which queue its form stood, and where. */
export function queueFields(query: ReviewQuery): Record<string, string> {
  const { status, speaker, lacks, article, outlet, at } = query;
  const given = Object.entries({ status, speaker, lacks, article, outlet, at });
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value ? [[`queue.${name}`, value]] : [])),
  );
}
