import { KIND_NAMES } from "#lib/exchange/export-tables.ts";
import type { ExportGroup, Line } from "#lib/exchange/types.ts";

/** The lines of a group each by itself, but an article with its original and its revisions. */
export function splitGroup({ lines, originals }: ExportGroup): ExportGroup[] {
  const groups: ExportGroup[] = [];
  const groupOf = (part: ExportGroup["lines"]) =>
    groups.push({ lines: part, originals, problems: [] });
  const isOwn = new Set<Line>();
  const own = (list: Line[] | undefined, isTheirs: (line: Line) => boolean) => {
    const found = (list ?? []).filter(isTheirs);
    for (const line of found) isOwn.add(line);
    return found;
  };
  for (const article of lines.articles ?? []) {
    isOwn.add(article);
    groupOf({
      originals: own(lines.originals, ({ id }) => id === article.originalId),
      articles: [article],
      revisions: own(lines.revisions, ({ articleId }) => articleId === article.id),
    });
  }
  for (const kind of KIND_NAMES) {
    for (const line of lines[kind] ?? []) if (!isOwn.has(line)) groupOf({ [kind]: [line] });
  }
  return groups;
}
