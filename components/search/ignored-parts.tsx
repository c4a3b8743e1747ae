import { Notice } from "#components/ui/notice.tsx";
import type { Ignored } from "#lib/search/query-tree.ts";

type IgnoredPartsProps = {
  ignored: readonly Ignored[];
  /** Names that the archive does not know: `topic:steel`. */
  unknown: readonly string[];
};

/** What of a query could not be used, and why, and what nothing can match; nothing where all is well. */
export function IgnoredParts({ ignored, unknown }: IgnoredPartsProps) {
  if (ignored.length + unknown.length === 0) return null;
  return (
    <Notice tone="warning" isAnswer>
      {ignored.map(({ text, reason }, i) => (
        <p key={i}>
          Not used: <code>{text}</code>, since {reason}.
        </p>
      ))}
      {unknown.map((text) => (
        <p key={text}>
          Nothing has <code>{text}</code>: the archive knows no such name.
        </p>
      ))}
    </Notice>
  );
}
