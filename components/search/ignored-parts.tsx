import { Notice } from "#components/ui/notice.tsx";
import type { Ignored } from "#lib/search/query-tree.ts";
import type { NameInQuery } from "#lib/search/types.ts";

type IgnoredPartsProps = { ignored: readonly Ignored[]; names: readonly NameInQuery[] };

/** What of a query could not be used, and why, and what nothing can match; nothing where all is well. */
export function IgnoredParts({ ignored, names }: IgnoredPartsProps) {
  const unknown = names.filter(({ meant }) => meant.length === 0);
  if (ignored.length + unknown.length === 0) return null;
  return (
    <Notice tone="warning" isAnswer>
      {ignored.map(({ text, reason }, i) => (
        <p key={i}>
          Not used: <code>{text}</code>, since {reason}.
        </p>
      ))}
      {unknown.map(({ text }, i) => (
        <p key={i}>
          Nothing has <code>{text}</code>: the archive knows no such name.
        </p>
      ))}
    </Notice>
  );
}
