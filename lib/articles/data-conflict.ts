import { listConflicts } from "#lib/articles/compare-fields.ts";
import { getRevision } from "#lib/articles/data-admin.ts";
import { getFieldNames } from "#lib/articles/data-field-names.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import type { DraftConflict } from "#lib/articles/types-admin.ts";

/**
 * What an editor who began with `baseVersion` and typed `mine` has to choose between, now that
 * someone else has saved; null where the article is gone.
 */
export async function getDraftConflict(
  id: string,
  baseVersion: number,
  mine: ArticleFields,
): Promise<DraftConflict | null> {
  const state = await getArticleState(id);
  if (!state) return null;
  const [base, latest] = await Promise.all([
    getRevision(id, baseVersion),
    getRevision(id, state.version),
  ]);
  const began = base?.fields ?? state.fields;
  const names = await getFieldNames([began, state.fields, mine]);
  return {
    version: state.version,
    savedBy: latest?.savedBy ?? null,
    savedAt: latest?.savedAt.toISOString() ?? null,
    fields: listConflicts(began, state.fields, mine, names),
  };
}
