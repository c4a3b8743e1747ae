import type { ArticleFields } from "#lib/articles/schema.ts";

/** Why an article of these fields cannot be published, as names of fields; empty when it can. */
export function missingForPublishing(
  fields: Pick<ArticleFields, "headline" | "publishedOn">,
): ("headline" | "publishedOn")[] {
  return (["publishedOn", "headline"] as const).filter((field) => !fields[field]);
}
